using System.Globalization;
using System.Text;
using Entente.Language;

namespace Entente.Training;

/// <summary>The raw text of a document of a treebank, put together again, and where its sentences end.</summary>
/// <param name="Ends">The offset at which each sentence ends.</param>
public sealed record GoldText(string Text, IReadOnlyList<int> Ends, IReadOnlyList<ConlluSentence> Sentences)
{
    /// <summary>The documents of a file, in its order; a file without <c># newdoc</c> is one document.</summary>
    public static IEnumerable<GoldText> Documents(IEnumerable<ConlluSentence> sentences)
    {
        var document = new List<ConlluSentence>();
        foreach (var sentence in sentences)
        {
            if (document.Count > 0 && Begins(sentence, "# newdoc"))
            {
                yield return Join(document);
                document.Clear();
            }
            document.Add(sentence);
        }
        if (document.Count > 0)
            yield return Join(document);
    }

    /// <summary>The same document with its sentences written otherwise, for training; the gold sentences stay as they were.</summary>
    public GoldText Rewritten(Func<string, int, string> change)
    {
        var text = new StringBuilder();
        var ends = new List<int>();
        int from = 0;
        foreach (int end in Ends)
        {
            string piece = Text[from..end], sentence = piece.TrimStart();
            text.Append(piece.AsSpan(0, piece.Length - sentence.Length)).Append(change(sentence, ends.Count));
            ends.Add(text.Length);
            from = end;
        }
        return this with { Text = text.ToString(), Ends = ends };
    }

    /// <summary>A blank line before a paragraph, else a space, unless the last word says that none follows it.</summary>
    private static GoldText Join(List<ConlluSentence> sentences)
    {
        var text = new StringBuilder();
        var ends = new List<int>();
        for (int i = 0; i < sentences.Count; i++)
        {
            if (i > 0)
                text.Append(Begins(sentences[i], "# newpar") ? "\n\n" : HasNoSpace(sentences[i - 1]) ? "" : " ");
            text.Append(sentences[i].Comment("text") ?? Written(sentences[i]));
            ends.Add(text.Length);
        }
        return new(text.ToString(), ends, [.. sentences]);
    }

    /// <summary>The text of a sentence that does not state it: its tokens, each with a space after it unless it says otherwise.</summary>
    private static string Written(ConlluSentence sentence)
    {
        var text = new StringBuilder();
        int covered = 0;
        foreach (string[] line in sentence.Lines.Where(l => !l[0].Contains('.', StringComparison.Ordinal)))
        {
            int[] ids = [.. line[0].Split('-').Select(id => int.Parse(id, CultureInfo.InvariantCulture))];
            if (ids[^1] <= covered)
                continue;
            covered = ids[^1];
            text.Append(line[Conllu.Form]).Append(line[Conllu.Misc].Contains("SpaceAfter=No", StringComparison.Ordinal) ? "" : " ");
        }
        return text.ToString().TrimEnd();
    }

    private static bool Begins(ConlluSentence sentence, string comment) => sentence.Comments.Any(c => c.StartsWith(comment, StringComparison.Ordinal));

    private static bool HasNoSpace(ConlluSentence sentence) => sentence.Lines[^1][Conllu.Misc].Contains("SpaceAfter=No", StringComparison.Ordinal);
}
