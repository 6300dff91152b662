using System.Text;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>
/// Tokens and sentences found in raw text, as in the CoNLL 2018 shared task: one is right if it begins and ends at the letters that gold's
/// does. Words of a treebank that are written together ("do" and "n't") count each for themselves, since our tokens are words.
/// </summary>
public sealed class SegmentationScorer
{
    public FScore Tokens { get; private set; }

    public FScore Sentences { get; private set; }

    /// <param name="document">The sentences of a document; its text is made of theirs.</param>
    public void Add(IReadOnlyList<ConlluSentence> document)
    {
        var (text, tokens, sentences) = TextOf(document);
        var found = Tokenizer.Tokenize(text);
        Tokens += Compared(tokens, [.. found.Select(t => t.Span)]);
        Sentences += Compared(sentences, [.. SentenceSplitter.Split(text, found).Select(s => s.Span)]);
    }

    private static FScore Compared(HashSet<TextSpan> gold, List<TextSpan> system) => new(gold.Count, system.Count, system.Count(gold.Contains));

    /// <summary>A space between sentences, an empty line between paragraphs.</summary>
    private static (string Text, HashSet<TextSpan> Tokens, HashSet<TextSpan> Sentences) TextOf(IReadOnlyList<ConlluSentence> document)
    {
        var text = new StringBuilder();
        var tokens = new HashSet<TextSpan>();
        var sentences = new HashSet<TextSpan>();
        foreach (var sentence in document)
        {
            if (text.Length > 0)
                text.Append(sentence.Comments.Any(c => c.StartsWith("# newpar", StringComparison.Ordinal)) ? "\n\n" : " ");
            int start = text.Length;
            var given = GivenText.Of(sentence);
            text.Append(given.Text);
            sentences.Add(new(start, text.Length));
            foreach (var token in given.Tokens)
                tokens.Add(new(start + token.Span.Start, start + token.Span.End));
        }
        return (text.ToString(), tokens, sentences);
    }
}
