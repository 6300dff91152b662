using System.Text;
using System.Text.Json;

namespace Entente.Intake;

/// <summary>
/// The story as its makers wrote it out for machines (<c>articleBody</c> in JSON-LD). It is only a witness: often it is cut short, or has
/// lost its paragraphs, so the text is taken from the page and this tells where it begins and ends.
/// </summary>
internal sealed class BodyWitness
{
    /// <summary>Shorter ones are summaries.</summary>
    private const int Shortest = 400;

    /// <summary>Words in a row that two texts hardly share by chance.</summary>
    private const int Row = 4;

    private readonly HashSet<uint> rows = [];

    private BodyWitness(string text)
    {
        Text = text;
        foreach (uint row in RowsOf(text))
            rows.Add(row);
    }

    public string Text { get; }

    /// <summary>Null if the page has none that says enough.</summary>
    public static BodyWitness? Of(MarkupTree tree)
    {
        string best = "";
        for (int i = 1; i < tree.Count; i++)
            if (tree.TagOf(i) == Tag.Script && tree.End(i) == i + 2 && tree.Value(i, "type") is "application/ld+json" && BodyIn(tree.Text(i + 1)) is { } found && found.Length > best.Length)
                best = found;
        return best.Length >= Shortest ? new(best) : null;
    }

    /// <summary>Whether at least half of a text is in it; null if the text is too short to tell.</summary>
    private bool? Has(ReadOnlySpan<char> text)
    {
        int known = 0, all = 0;
        foreach (uint row in RowsOf(text))
        {
            all++;
            known += rows.Contains(row) ? 1 : 0;
        }
        return all == 0 ? null : known * 2 >= all;
    }

    /// <summary>
    /// Compares itself with what was found. If it has more, and something else, it is right, and its runs get their weight: false. If it has
    /// hardly half of what was found, it is cut short or about another story, and is not asked further.
    /// </summary>
    public bool Agrees(PageRuns runs)
    {
        long found = 0, both = 0, known = 0;
        foreach (ref var run in runs.All)
        {
            run.IsWitnessed = run.Length >= 25 ? Has(runs.Text(run)) : null;
            bool isFound = run.IsProse && run.Why is null;
            found += isFound ? run.Length : 0;
            known += run.IsWitnessed == true ? run.Length : 0;
            both += isFound && run.IsWitnessed == true ? run.Length : 0;
        }
        if (both * 2 < found && known > found)
        {
            Insist(runs);
            return false;
        }
        if (both * 10 < found * 6)
            foreach (ref var run in runs.All)
                run.IsWitnessed = null;
        return true;
    }

    private static void Insist(PageRuns runs)
    {
        foreach (ref var run in runs.All)
        {
            run.Why = run.Why == PageRuns.Beside || run.IsWitnessed == true ? null : run.Why;
            run.Weight = run.IsWitnessed == true ? run.Length * 2 : Math.Min(run.Weight, 0);
        }
    }

    private static string? BodyIn(ReadOnlySpan<char> json)
    {
        if (!json.Contains("\"articleBody\"", StringComparison.Ordinal))
            return null;
        try
        {
            byte[] bytes = Encoding.UTF8.GetBytes(json.ToString());
            var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
            while (reader.Read())
                if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals("articleBody") && reader.Read() && reader.TokenType == JsonTokenType.String)
                    return WithoutMarkup(reader.GetString()!);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // Written by hand or cut off: no witness.
        }
        return null;
    }

    /// <summary>Some write the story with its tags, some with its tags escaped.</summary>
    private static string WithoutMarkup(string text)
    {
        for (int turn = 0; turn < 2 && text.AsSpan().ContainsAny('<', '&'); turn++)
        {
            var plain = new StringBuilder(text.Length);
            using var tokens = new MarkupTokenizer(text);
            while (tokens.Next())
                if (tokens.Kind == TokenKind.Text)
                    plain.Append(tokens.Content).Append(' ');
            text = plain.ToString();
        }
        return text;
    }

    private static List<uint> RowsOf(ReadOnlySpan<char> text)
    {
        var found = new List<uint>();
        Span<uint> last = stackalloc uint[Row];
        int words = 0;
        uint word = 0;
        for (int i = 0; i <= text.Length; i++)
            if (i < text.Length && char.IsLetterOrDigit(text[i]))
                word = (word ^ char.ToLowerInvariant(text[i])) * 16777619 + 1;
            else if (word != 0)
            {
                last[words++ % Row] = word;
                word = 0;
                if (words >= Row)
                    found.Add(Mixed(last, words));
            }
        return found;
    }

    private static uint Mixed(ReadOnlySpan<uint> last, int words)
    {
        uint mixed = 2166136261;
        for (int i = 0; i < Row; i++)
            mixed = (mixed ^ last[(words + i) % Row]) * 16777619;
        return mixed;
    }
}
