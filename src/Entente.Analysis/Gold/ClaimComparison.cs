using System.Text;
using System.Text.RegularExpressions;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>
/// When a claim says what one of the gold says. <em>Found</em>: its kind is right, and who with whom. <em>Exact</em>: all actors, and form
/// and status, type or level. <em>Full</em>: date, modality and speaker too.
/// </summary>
public sealed partial class ClaimComparison(CodeBook codeBook)
{
    /// <summary>Days by which a period may be wider than the gold's on either side.</summary>
    private const int Slack = 31;

    private readonly Dictionary<(string Scheme, string Code), string> families = FamiliesOf(codeBook);
    private readonly HashSet<string> mutual = [.. EnumCode.All<EventType>().Where(t => codeBook.FactOf("event", t, "mutual") == "yes")];

    /// <summary>
    /// Agreements: at least half of the parties, two of them, and forms of one family. Events: types of one quad class, an actor and a
    /// recipient in common. Obligations: sides that overlap, and levels of one family. Figures: the same value.
    /// </summary>
    public bool IsFound(Claim gold, Claim system) => (gold, system) switch
    {
        (AgreementClaim g, AgreementClaim s) => IsOneFamily("form", g.Form, s.Form) && Common(g.Parties, s.Parties) is var both
            && both >= Math.Min(2, g.Parties.Count) && 2 * both >= g.Parties.Count + s.Parties.Count - both,
        (EventClaim g, EventClaim s) when !IsOneFamily("event", g.Type.Code(), s.Type.Code()) => false,
        (EventClaim g, EventClaim s) when IsMutual(g) || IsMutual(s) => Common(g.Everyone, s.Everyone) >= Math.Min(2, g.Everyone.Count),
        (EventClaim g, EventClaim s) => Overlap(g.Actors, s.Actors) && Overlap(g.Recipients, s.Recipients),
        (ObligationClaim g, ObligationClaim s) => Overlap(g.From, s.From) && Overlap(g.To, s.To) && IsOneFamily("level", g.Level.Code(), s.Level.Code()),
        (FigureClaim g, FigureClaim s) => Math.Abs(g.Value - s.Value) < 1e-9,
        _ => false,
    };

    /// <param name="system">Found.</param>
    public bool IsExact(Claim gold, Claim system) => (gold, system) switch
    {
        (AgreementClaim g, AgreementClaim s) => g.Parties.SequenceEqual(s.Parties) && g.Form == s.Form && g.Status == s.Status,
        (EventClaim g, EventClaim s) => g.Type == s.Type
            && (IsMutual(g) ? g.Everyone.SequenceEqual(s.Everyone) : g.Actors.SequenceEqual(s.Actors) && g.Recipients.SequenceEqual(s.Recipients)),
        (ObligationClaim g, ObligationClaim s) => g.From.SequenceEqual(s.From) && g.To.SequenceEqual(s.To) && g.Level == s.Level,
        (FigureClaim g, FigureClaim s) => g.Subject == s.Subject,
        _ => false,
    };

    /// <summary>Where the gold has no date or no speaker, there is none to get wrong.</summary>
    /// <param name="system">Exact.</param>
    public static bool IsFull(Claim gold, Claim system) => gold.Modality == system.Modality && DatesAgree(DaysOf(gold.Date), DaysOf(system.Date))
        && (gold.Speaker is not { Name.Length: > 0 } || Surname(gold.Speaker) == Surname(system.Speaker));

    /// <summary>What the words of two quotes have in common, from 0 to 1.</summary>
    public static double Likeness(IReadOnlySet<string> a, IReadOnlySet<string> b)
    {
        int both = a.Count(b.Contains);
        return (double)both / Math.Max(a.Count + b.Count - both, 1);
    }

    /// <summary>Stretches of letters and digits.</summary>
    public static IReadOnlySet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        var word = new StringBuilder();
        foreach (var rune in text.ToLowerInvariant().EnumerateRunes())
            if (Rune.IsLetter(rune) || Rune.IsNumber(rune) || rune.Value == '_')
                word.Append(rune);
            else
                End();
        End();
        return words;

        void End()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    private static Dictionary<(string, string), string> FamiliesOf(CodeBook book) =>
        book.Entries.Where(e => e.Scheme is "form" or "event" or "level")
            .ToDictionary(e => (e.Scheme, e.Code), e => book.FactOf(e.Scheme, e.Code, e.Scheme == "event" ? "quad" : "family") ?? e.Code);

    private bool IsOneFamily(string scheme, string a, string b) => families.GetValueOrDefault((scheme, a), a) == families.GetValueOrDefault((scheme, b), b);

    private bool IsMutual(EventClaim claim) => mutual.Contains(claim.Type.Code());

    private static int Common(IReadOnlyList<string> a, IReadOnlyList<string> b) => a.Count(b.Contains);

    private static bool Overlap(IReadOnlyList<string> a, IReadOnlyList<string> b) => (a.Count == 0 && b.Count == 0) || a.Any(b.Contains);

    /// <summary>The one lies in the other, or covers it with little to spare.</summary>
    private static bool DatesAgree((int First, int Last)? gold, (int First, int Last)? system)
    {
        if (gold is not { } g)
            return true;
        return system is { } s && ((g.First <= s.First && s.Last <= g.Last)
            || (s.First <= g.First && g.First <= s.First + Slack && s.Last - Slack <= g.Last && g.Last <= s.Last));
    }

    /// <summary>First and last day as numbers, open ends far away. A season counts as its year, a decade as no date, as in the script whose figures these are.</summary>
    private static (int First, int Last)? DaysOf(When? date)
    {
        if (date is not { } when || when.Text.Contains('X', StringComparison.Ordinal))
            return null;
        string[] edges = when.Text.Split('/');
        string last = edges is [_, { Length: > 0 } given] ? given : edges[0];
        return (EdgeOf(edges[0]).First?.DayNumber ?? 0, (EdgeOf(last).End?.DayNumber ?? int.MaxValue / 2) - 1);
    }

    private static When EdgeOf(string edge) => edge is "" or ".." ? default : When.Parse(IsSeason(edge) ? edge[..4] : edge);

    private static bool IsSeason(string edge) => edge.Length > 5 && edge[5] == '2';

    private static string? Surname(Speaker? speaker) => NameWord().Matches(speaker?.Name ?? "") is [.., var last] ? last.Value.ToLowerInvariant() : null;

    [GeneratedRegex(@"[\w’'-]+")]
    private static partial Regex NameWord();
}
