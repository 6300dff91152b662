using Entente.Language;

namespace Entente.Training;

/// <summary>
/// Tokens, words and sentences against gold as the CoNLL 2018 shared task counts them: by the characters that they cover, spaces left out.
/// A token is what is written in one piece ("don't"), a word is what grammar sees ("do", "n't").
/// </summary>
public readonly record struct TokenScorer(FScore Tokens, FScore Words, FScore Sentences)
{
    public static TokenScorer operator +(TokenScorer a, TokenScorer b) => new(a.Tokens + b.Tokens, a.Words + b.Words, a.Sentences + b.Sentences);

    public static TokenScorer Score(GoldText gold, IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var right = Cut.Of(gold.Sentences);
        var found = Cut.Of(tokens, sentences);
        return new(right.Tokens.Compare(found.Tokens), right.Words.Compare(found.Words), right.Sentences.Compare(found.Sentences));
    }

    /// <summary>A text cut three ways, each piece as a span of characters that are no spaces.</summary>
    private sealed class Cut
    {
        private int at;

        public Spans Tokens { get; } = new();

        public Spans Words { get; } = new();

        public Spans Sentences { get; } = new();

        public static Cut Of(IReadOnlyList<ConlluSentence> sentences)
        {
            var cut = new Cut();
            foreach (var sentence in sentences)
            {
                int start = cut.at, inRange = 0;
                foreach (string[] line in sentence.Lines)
                    if (line[0].Split('-') is [var first, var last])
                        inRange = cut.Range(sentence, line[Conllu.Form], int.Parse(first, null), int.Parse(last, null));
                    else if (!line[0].Contains('.', StringComparison.Ordinal) && inRange-- <= 0)
                        cut.Token(Length(line[Conllu.Form]));
                cut.Sentences.Add(start, cut.at);
            }
            return cut;
        }

        public static Cut Of(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
        {
            var cut = new Cut();
            foreach (var sentence in sentences)
            {
                int start = cut.at, token = start;
                for (int i = sentence.First; i < sentence.End; i++)
                {
                    cut.Words.Add(cut.at, cut.at += Length(tokens[i].Text));
                    if (i + 1 < sentence.End && tokens[i + 1].IsClitic)
                        continue;
                    cut.Tokens.Add(token, cut.at);
                    token = cut.at;
                }
                cut.Sentences.Add(start, cut.at);
            }
            return cut;
        }

        private void Token(int length)
        {
            Tokens.Add(at, at + length);
            Words.Add(at, at += length);
        }

        /// <summary>A token of several words. Where these are not the token's letters in order ("it's" for "its"), the last one ends where the token does.</summary>
        private int Range(ConlluSentence sentence, string form, int first, int last)
        {
            int start = at, end = at + Length(form);
            Tokens.Add(start, end);
            for (int id = first; id <= last; id++)
            {
                int next = id == last ? end : Math.Min(end, at + Length(sentence.Words[id - 1][Conllu.Form]));
                Words.Add(at, next);
                at = next;
            }
            return last - first + 1;
        }

        private static int Length(string form) => form.Count(c => !char.IsWhiteSpace(c));
    }

    private sealed class Spans
    {
        private readonly HashSet<(int, int)> spans = [];

        public void Add(int start, int end) => spans.Add((start, end));

        public FScore Compare(Spans found) => new(spans.Count, found.spans.Count, spans.Count(found.spans.Contains));
    }
}
