using System.Globalization;
using System.Text;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// The tokens and sentences of a CoNLL-U document as a text with offsets. The text is that of <c># text</c>; where it is missing or does
/// not hold the forms, it is made of them.
/// </summary>
public sealed class GivenTokens
{
    /// <summary>A file that marks no documents would be one; it is cut after so many sentences, lest memory grow with it.</summary>
    private const int MostSentences = 5_000;

    private readonly StringBuilder text = new();
    private readonly List<Token> tokens = [];
    private readonly List<Sentence> sentences = [];
    private readonly List<Fault> setAside = [];
    private readonly string place;

    private GivenTokens(string place, IReadOnlyList<ConlluSentence> document)
    {
        this.place = place;
        foreach (var sentence in document)
            Add(sentence);
        Text = text.ToString();
    }

    public string Text { get; }

    public IReadOnlyList<Token> Tokens => tokens;

    public IReadOnlyList<Sentence> Sentences => sentences;

    /// <summary>ENT0111 for each <c># text</c> that does not hold the forms.</summary>
    public IReadOnlyList<Fault> SetAside => setAside;

    /// <param name="place">The file's name, for faults.</param>
    public static GivenTokens Of(string place, IReadOnlyList<ConlluSentence> document) => new(place, document);

    /// <summary>The sentences of a file, document by document.</summary>
    public static IEnumerable<IReadOnlyList<ConlluSentence>> Documents(IEnumerable<ConlluSentence> file)
    {
        var document = new List<ConlluSentence>();
        foreach (var sentence in file)
        {
            if (document.Count == MostSentences || (document.Count > 0 && Begins(sentence, "newdoc")))
            {
                yield return document;
                document = [];
            }
            document.Add(sentence);
        }
        if (document.Count > 0)
            yield return document;
    }

    private static bool Begins(ConlluSentence sentence, string what) => sentence.Comments.Any(c => c == $"# {what}" || c.StartsWith($"# {what} id", StringComparison.Ordinal));

    private void Add(ConlluSentence sentence)
    {
        bool isParagraph = sentences.Count > 0 && Begins(sentence, "newpar");
        if (sentences.Count > 0)
            text.Append(isParagraph ? "\n\n" : " ");
        int start = text.Length, first = tokens.Count;
        string? stated = sentence.Comment("text");
        if (stated is not null && TryFind(stated, start, sentence, out var spans))
            text.Append(stated);
        else
        {
            spans = Make(sentence);
            if (stated is not null)
                setAside.Add(Faults.BadConllu($"{place}:{sentence.Line}", $"the text \"{stated}\"", "the forms below it, in their order, and nothing between them but spaces"));
        }
        AddTokens(sentence.Words, spans);
        sentences.Add(new(first, tokens.Count, new(start, tokens[^1].Span.End), sentences.Count == 0 ? 0 : sentences[^1].Paragraph + (isParagraph ? 1 : 0)));
    }

    /// <summary>Where the written words stand in the text, each with the number of syntactic words that it stands for.</summary>
    private static bool TryFind(string stated, int start, ConlluSentence sentence, out List<(int Start, string Form, int Words)> spans)
    {
        spans = [];
        int at = 0;
        foreach (var (line, words) in Written(sentence))
        {
            while (at < stated.Length && char.IsWhiteSpace(stated[at]))
                at++;
            string form = line[Conllu.Form];
            if (!stated.AsSpan(at).StartsWith(form, StringComparison.Ordinal))
                return false;
            spans.Add((start + at, form, words));
            at += form.Length;
        }
        return stated.AsSpan(at).IsWhiteSpace();
    }

    private List<(int Start, string Form, int Words)> Make(ConlluSentence sentence)
    {
        var spans = new List<(int, string, int)>();
        bool hasGap = false;
        foreach (var (line, words) in Written(sentence))
        {
            if (hasGap)
                text.Append(' ');
            spans.Add((text.Length, line[Conllu.Form], words));
            text.Append(line[Conllu.Form]);
            hasGap = !line[Conllu.Misc].Split('|').Contains("SpaceAfter=No");
        }
        return spans;
    }

    /// <summary>The lines of words as they are written: ranges, and words outside them.</summary>
    private static IEnumerable<(string[] Line, int Words)> Written(ConlluSentence sentence)
    {
        int inRange = 0;
        foreach (string[] line in sentence.Lines)
        {
            int hyphen = line[0].IndexOf('-', StringComparison.Ordinal);
            if (hyphen > 0)
            {
                inRange = Number(line[0].AsSpan(hyphen + 1)) - Number(line[0].AsSpan(0, hyphen)) + 1;
                yield return (line, inRange);
            }
            else if (!line[0].Contains('.', StringComparison.Ordinal) && inRange-- <= 0)
                yield return (line, 1);
        }
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private void AddTokens(IReadOnlyList<string[]> words, List<(int Start, string Form, int Words)> spans)
    {
        int word = 0;
        foreach (var (start, written, count) in spans)
        {
            int end = word + count, at = start;
            // "don't" is "do" and "n't", letter by letter; where the parts are spelt otherwise, each stands for the whole.
            bool isSpelt = count == 1 || string.Concat(words.Skip(word).Take(count).Select(w => w[Conllu.Form])) == written;
            for (; word < end; word++)
            {
                string form = words[word][Conllu.Form];
                var span = isSpelt ? new TextSpan(at, at + form.Length) : new(start, start + written.Length);
                tokens.Add(new(span, Tokenizer.LexemeOf(form, isClitic: word > end - count)));
                at += form.Length;
            }
        }
    }
}
