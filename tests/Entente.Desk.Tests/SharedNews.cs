using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Entente.Tests;

/// <summary>
/// Articles that we annotated, put together from the tokens of the shared sets: the texts are not ours and not in the repository, the claims in
/// <c>quality/world</c> and <c>quality/voa</c> are. Of each set one part is for tuning; nobody who writes rules looks at the other.
/// </summary>
internal static class SharedNews
{
    private static readonly HashSet<string> NoSpaceBefore = [",", ".", ";", ":", "!", "?", "%", ")", "]", "”", "'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"];
    private static readonly HashSet<string> NoSpaceAfter = ["(", "[", "“", "$", "£", "€"];

    /// <summary>The annotated articles as lines that <c>read</c> takes; null where the shared set is not beside the repository.</summary>
    /// <param name="set">"world", newspapers of Africa, Asia, Latin America and the Middle East; or "voa", short reports of the Voice of America.</param>
    /// <param name="part">"tune" or "held".</param>
    public static string? Articles(string set, string part)
    {
        string corpus = set == "world" ? "ner-worldwide" : "ner-gmb";
        string?[] files = [Repository.Shared("data", corpus, "train.iob2"), Repository.Shared("data", corpus, "dev.iob2")];
        if (files.Any(f => f is null))
            return null;
        string[] wanted = File.ReadAllLines(Repository.PathOf("quality", set, part + ".articles.txt"));
        var texts = set == "world" ? WholeTexts(files!, [.. wanted]) : Stretches(files!, wanted);
        return texts.Count == wanted.Length ? string.Join('\n', texts.Select(t => JsonSerializer.Serialize(new { id = t.Id, text = t.Text })))
            : throw new InvalidDataException($"{wanted.Length} articles of {set}, {part} are listed, {texts.Count} are in the shared set");
    }

    private static List<(string Id, string Text)> WholeTexts(string[] files, HashSet<string> wanted) =>
        [.. files.SelectMany(SentencesOf).GroupBy(s => s.Doc.Replace('_', '-')).Where(d => wanted.Contains(d.Key)).Select(d => (d.Key, string.Join("\n\n", d.Select(s => s.Text))))];

    /// <summary>Reports that the set does not mark: from a sentence on, so many. Sentences are counted from 1, those that come again left out.</summary>
    private static List<(string Id, string Text)> Stretches(string[] files, string[] wanted)
    {
        string[] sentences = [.. files.SelectMany(SentencesOf).Select(s => s.Text).Distinct()];
        return [.. wanted.Select(w => w.Split(' ')).Select(w => (w[0], string.Join(' ', sentences.Skip(Number(w[0]["gmb-".Length..]) - 1).Take(Number(w[1])))))];
    }

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    private static IEnumerable<(string Doc, string Text)> SentencesOf(string file)
    {
        string doc = "";
        var tokens = new List<string>();
        foreach (string line in File.ReadLines(file).Append(""))
        {
            if (line.Contains('\t', StringComparison.Ordinal))
            {
                tokens.Add(line[..line.IndexOf('\t', StringComparison.Ordinal)]);
                continue;
            }
            if (tokens.Count > 0)
                yield return (doc, Joined(tokens));
            tokens.Clear();
            if (line.StartsWith("# doc = ", StringComparison.Ordinal))
                doc = line["# doc = ".Length..];
        }
    }

    /// <summary>The tokens with a space between two, save beside marks that stand against a word; of straight quotation marks every other one opens.</summary>
    private static string Joined(List<string> tokens)
    {
        var text = new StringBuilder();
        bool isOpen = false, glue = true;
        foreach (string token in tokens)
        {
            bool isQuote = token is "\"" or "``" or "''", closes = isQuote && isOpen;
            if (!glue && !closes && !NoSpaceBefore.Contains(token))
                text.Append(' ');
            text.Append(isQuote ? "\"" : token);
            isOpen ^= isQuote;
            glue = (isQuote && !closes) || NoSpaceAfter.Contains(token);
        }
        return text.ToString();
    }
}
