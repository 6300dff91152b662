using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// A sentence of a CoNLL-U file (universaldependencies.org/format.html), line by line, so that what is not asked for comes out as it went in:
/// comments, ranges of multi-word tokens, empty nodes.
/// </summary>
/// <param name="Comments">With their <c>#</c>.</param>
/// <param name="Lines">Ten columns each: ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC.</param>
/// <param name="Line">The number of the first of them in their file, for faults.</param>
public sealed record ConlluSentence(IReadOnlyList<string> Comments, IReadOnlyList<string[]> Lines, int Line = 0)
{
    /// <summary>The lines that are syntactic words: no ranges, no empty nodes.</summary>
    public IReadOnlyList<string[]> Words { get; } = [.. Lines.Where(l => !l[0].Contains('-', StringComparison.Ordinal) && !l[0].Contains('.', StringComparison.Ordinal))];

    /// <summary>The value of a comment <c># key = value</c>; null if there is none.</summary>
    public string? Comment(string key)
    {
        string start = $"# {key} = ";
        return Comments.FirstOrDefault(c => c.StartsWith(start, StringComparison.Ordinal))?[start.Length..];
    }
}

/// <summary>Reads and writes CoNLL-U.</summary>
public static class Conllu
{
    public const int Form = 1, Lemma = 2, Upos = 3, Xpos = 4, Feats = 5, Head = 6, Deprel = 7, Deps = 8, Misc = 9;

    private const int Columns = 10;

    /// <param name="place">The file's name, for faults.</param>
    /// <exception cref="EntenteException">ENT0111: a line that has not ten columns, ids that do not run, a head outside the sentence.</exception>
    public static IEnumerable<ConlluSentence> Read(string place, TextReader reader)
    {
        var comments = new List<string>();
        var lines = new List<string[]>();
        int number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length == 0)
            {
                if (lines.Count > 0)
                    yield return Sentence(place, number - lines.Count, comments, lines);
                comments.Clear();
                lines.Clear();
            }
            else if (line[0] == '#' && lines.Count == 0)
                comments.Add(line);
            else
            {
                string[] columns = line.Split('\t');
                lines.Add(columns.Length == Columns ? columns : throw new EntenteException(Faults.BadConllu($"{place}:{number}", $"{columns.Length} columns", "ten, parted by tabs")));
            }
        }
        if (lines.Count > 0)
            yield return Sentence(place, number - lines.Count + 1, comments, lines);
    }

    private static ConlluSentence Sentence(string place, int line, List<string> comments, List<string[]> lines)
    {
        ConlluCheck.Sentence(place, line, lines);
        return new([.. comments], [.. lines], line);
    }

    public static void Write(TextWriter writer, ConlluSentence sentence)
    {
        foreach (string comment in sentence.Comments)
            writer.Write($"{comment}\n");
        foreach (string[] line in sentence.Lines)
            writer.Write($"{string.Join('\t', line)}\n");
        writer.Write('\n');
    }
}
