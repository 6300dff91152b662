using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>One example of <c>specs/</c>: an article and the claims that a careful analyst takes from it. <c>specs/README.md</c> tells how they are written.</summary>
/// <param name="IsNotYet">Whether the reader is known to fail at it; then it must fail, until the mark is taken off.</param>
internal sealed partial record Spec(string File, string Name, bool IsNotYet, Article Article, IReadOnlyList<SpecLine> Lines)
{
    private const string NotYet = " (not yet)";

    public static IReadOnlyList<Spec> All { get; } =
        [.. Directory.EnumerateFiles(Repository.PathOf("specs"), "*.md").Order(StringComparer.Ordinal).Where(f => Path.GetFileName(f) != "README.md").SelectMany(f => Parse(Path.GetFileName(f), System.IO.File.ReadAllText(f)))];

    [GeneratedRegex(@"^## (?<name>.+)\n(?<prose>(?:(?!```|## ).*\n)*)```article ?(?<date>.*)\n(?<text>(?:(?!```).*\n)*)```\n\s*```claims\n(?<claims>(?:(?!```).*\n)*)```$", RegexOptions.Multiline)]
    private static partial Regex Example();

    /// <summary>The examples of one file. A heading that no whole example follows is an error of the file.</summary>
    public static IReadOnlyList<Spec> Parse(string file, string markdown)
    {
        markdown = markdown.ReplaceLineEndings("\n");
        var specs = Example().Matches(markdown).Select(m => Of(file, m)).ToList();
        var lost = HeadingsOf(markdown).Except(specs.Select(s => s.Name + (s.IsNotYet ? NotYet : ""))).ToList();
        return lost.Count == 0 ? specs : throw new FormatException($"specs/{file}: no article and claims after '{lost[0]}'");
    }

    private static IEnumerable<string> HeadingsOf(string markdown) => markdown.Split('\n').Where(l => l.StartsWith("## ", StringComparison.Ordinal)).Select(l => l[3..].Trim());

    private static Spec Of(string file, Match match)
    {
        string name = match.Groups["name"].Value.Trim(), date = match.Groups["date"].Value.Trim();
        bool isNotYet = name.EndsWith(NotYet, StringComparison.Ordinal);
        var article = new Article { Name = "spec", Text = match.Groups["text"].Value.TrimEnd('\n'), Published = date.Length == 0 ? null : When.Parse(date) };
        var lines = match.Groups["claims"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(l => l.Trim() != "nothing").Select(l => SpecLine.Parse($"specs/{file}, {name}", l));
        return new(file, isNotYet ? name[..^NotYet.Length] : name, isNotYet, article, [.. lines]);
    }

    /// <summary>What is wrong with these claims; empty if they are what the example says.</summary>
    public IReadOnlyList<string> Faults(IReadOnlyList<Claim> claims)
    {
        var left = claims.ToList();
        var missed = new List<SpecLine>();
        foreach (var line in Lines.OrderBy(l => l.IsOptional))
            if (left.Find(line.Fits) is { } claim)
                left.Remove(claim);
            else if (!line.IsOptional)
                missed.Add(line);
        return [.. missed.Select(l => "missed  " + l.Text), .. left.Select(c => $"extra   {SpecLine.Of(c)}   by {c.Rule} from '{c.Evidence.Quote}'")];
    }

    public override string ToString() => $"{File}: {Name}";
}

/// <summary>One line of an example's claims. What it leaves out, date or speaker, is not compared.</summary>
internal sealed partial record SpecLine(string Text, bool IsOptional, string Core, string? Date, string Modality, string? Speaker)
{
    [GeneratedRegex(@"^(?<optional>\? )?(?<core>(?:agreement \S+ \S+ \S+|event [A-Z]+ \S+(?: > \S+)?|obligation \S+ \S+ > \S+|figure \S+ \S+ \S+))(?: (?<date>undated|\d\S*))? (?<modality>fact|planned|possible|denied|opinion)(?: by (?<speaker>.+))?$")]
    private static partial Regex Form();

    public static SpecLine Parse(string place, string text)
    {
        var match = Form().Match(text.Trim());
        string? Group(string name) => match.Groups[name].Success ? match.Groups[name].Value : null;
        return match.Success ? new(text.Trim(), Group("optional") is not null, Group("core")!, Group("date"), Group("modality")!, Group("speaker"))
            : throw new FormatException($"{place}: '{text}' is no line of claims; specs/README.md tells their forms");
    }

    public bool Fits(Claim claim) =>
        CoreOf(claim) == Core && claim.Modality.Code() == Modality
        && (Date is null || (claim.Date?.ToString() ?? "undated") == Date)
        && (Speaker is null || (Speaker == "nobody" ? claim.Speaker is null : claim.Speaker?.Name.EndsWith(Speaker, StringComparison.OrdinalIgnoreCase) == true));

    /// <summary>A claim as a line of an example.</summary>
    public static string Of(Claim claim) => $"{CoreOf(claim)} {claim.Date?.ToString() ?? "undated"} {claim.Modality.Code()} by {claim.Speaker?.Name ?? "nobody"}";

    private static string CoreOf(Claim claim) => claim switch
    {
        AgreementClaim a => $"agreement {a.Form} {a.Status.Code()} {List(a.Parties)}",
        EventClaim { Recipients.Count: 0 } e => $"event {e.Type.Code()} {List(e.Actors)}",
        EventClaim { Type: EventType.CONSULT or EventType.COOPERATE or EventType.AGREE } e => $"event {e.Type.Code()} {List(e.Everyone)}",
        EventClaim e => $"event {e.Type.Code()} {List(e.Actors)} > {List(e.Recipients)}",
        ObligationClaim o => $"obligation {o.Level.Code()} {List(o.From)} > {List(o.To)}",
        FigureClaim f => string.Create(CultureInfo.InvariantCulture, $"figure {f.Measure} {f.Subject} {f.Value}"),
        _ => throw new ArgumentOutOfRangeException(nameof(claim), claim, "a kind of claim that specs do not know"),
    };

    private static string List(IReadOnlyList<string> actors) => string.Join(',', actors);
}
