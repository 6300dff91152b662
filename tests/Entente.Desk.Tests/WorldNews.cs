using System.Text;
using System.Text.Json;

namespace Entente.Tests;

/// <summary>
/// Newspaper articles of Africa, Asia, Latin America and the Middle East that we annotated, put together from the tokens of the shared set
/// <c>ner-worldwide</c>: the texts are their newspapers' and not in the repository, the claims in <c>quality/world</c> are ours.
/// </summary>
internal static class WorldNews
{
    private static readonly HashSet<string> NoSpaceBefore = [",", ".", ";", ":", "!", "?", "%", ")", "]", "”", "'s", "’s", "n't", "n’t", "'re", "'ve", "'ll", "'d", "'m"];
    private static readonly HashSet<string> NoSpaceAfter = ["(", "[", "“", "$", "£", "€"];

    /// <summary>The annotated articles of a part, as lines that <c>read</c> takes; null where the shared set is not beside the repository.</summary>
    /// <param name="part">"tune", or "held", which nobody looks at who writes rules.</param>
    public static string? Articles(string part)
    {
        string?[] files = [Repository.Shared("data", "ner-worldwide", "train.iob2"), Repository.Shared("data", "ner-worldwide", "dev.iob2")];
        if (files.Any(f => f is null))
            return null;
        var wanted = File.ReadLines(Repository.PathOf("quality", "world", part + ".articles.txt")).ToHashSet();
        var texts = files.SelectMany(f => TextsOf(f!)).Where(t => wanted.Contains(t.Id)).ToList();
        return texts.Count == wanted.Count ? string.Join('\n', texts.Select(t => JsonSerializer.Serialize(new { id = t.Id, text = t.Text })))
            : throw new InvalidDataException($"{wanted.Count} articles of {part} are listed, {texts.Count} are in the shared set");
    }

    private static IEnumerable<(string Id, string Text)> TextsOf(string file)
    {
        string? id = null;
        var (text, tokens) = (new StringBuilder(), new List<string>());
        foreach (string line in File.ReadLines(file).Append("# doc = "))
        {
            if (line.Contains('\t', StringComparison.Ordinal))
            {
                tokens.Add(line[..line.IndexOf('\t', StringComparison.Ordinal)]);
                continue;
            }
            if (tokens.Count > 0)
                text.Append(text.Length > 0 ? "\n\n" : "").Append(Joined(tokens));
            tokens.Clear();
            if (!line.StartsWith("# doc = ", StringComparison.Ordinal))
                continue;
            if (id is not null)
                yield return (id, text.ToString());
            (id, text) = (line["# doc = ".Length..].Replace('_', '-'), new());
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
