using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Whatever comes in, every offset that goes out lies in the text, between two characters, in order.</summary>
public class SpanTests
{
    [Fact]
    public void Every_span_of_a_hostile_text_lies_inside_it_and_cuts_no_character()
    {
        foreach (var (seed, text) in HostileTexts.All())
        {
            var annotated = English.Pipeline.Annotate(text, seed % 3 == 0 ? null : When.Parse("2023-01-17"));
            TokensAreInOrder(seed, annotated);
            SentencesPartitionTheTokens(seed, annotated);
            EachSentenceIsATree(seed, annotated);
            NamesAreApart(seed, annotated);
            foreach (var time in annotated.Times)
            {
                Check(seed, text, time.Span, "time");
                Assert.Equal(annotated.SpanOf(time.FirstToken, time.EndToken), time.Span);
            }
            Assert.Equal(annotated.Times.OrderBy(t => t.FirstToken).Select(t => t.Span), annotated.Times.Select(t => t.Span));
            foreach (var quote in annotated.Quotes)
            {
                Check(seed, text, quote.Content, "quote");
                Assert.Equal(annotated.SpanOf(quote.FirstToken, quote.EndToken), quote.Content);
                if (quote.Speaker is { } speaker)
                    Check(seed, text, speaker.Span, "speaker");
            }
        }
    }

    [Fact]
    public void Nothing_but_gaps_is_lost_between_tokens()
    {
        foreach (var (seed, text) in HostileTexts.All().Take(500))
        {
            int at = 0;
            foreach (var span in Tokenizer.Tokenize(text).Select(t => t.Span).Append(new(text.Length, text.Length)))
            {
                string gap = text[at..span.Start];
                Assert.True(gap.All(IsGap), $"seed {seed}: lost '{gap}' at {at}");
                at = span.End;
            }
        }
    }

    /// <summary>Spaces, controls, the zero-width space, marks of direction: what nobody sees and no word needs.</summary>
    private static bool IsGap(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200B' or '\u2060' or '\uFEFF' or '\u200E' or '\u200F' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    private static void TokensAreInOrder(int seed, AnnotatedText annotated)
    {
        int end = 0;
        foreach (var token in annotated.Tokens)
        {
            Check(seed, annotated.Text, token.Span, "token");
            Assert.True(token.Span.Start >= end, $"seed {seed}: token {token.Span} begins before {end}");
            Assert.Equal(token.Text, token.Span.In(annotated.Text));
            Assert.NotEqual("", token.Norm);
            end = token.Span.End;
        }
    }

    private static void SentencesPartitionTheTokens(int seed, AnnotatedText annotated)
    {
        int next = 0, paragraph = 0;
        foreach (var sentence in annotated.Sentences)
        {
            Check(seed, annotated.Text, sentence.Span, "sentence");
            Assert.Equal(next, sentence.First);
            Assert.True(sentence.Count > 0 && sentence.Paragraph >= paragraph);
            Assert.Equal(annotated.SpanOf(sentence.First, sentence.End), sentence.Span);
            (next, paragraph) = (sentence.End, sentence.Paragraph);
        }
        Assert.Equal(annotated.Tokens.Count, next);
    }

    private static void EachSentenceIsATree(int seed, AnnotatedText annotated)
    {
        foreach (var sentence in annotated.Sentences)
        {
            int roots = 0;
            for (int i = sentence.First; i < sentence.End; i++)
            {
                var word = annotated.Words[i];
                roots += word.Head < 0 ? 1 : 0;
                Assert.True(word.Head < sentence.End && (word.Head < 0 || word.Head >= sentence.First), $"seed {seed}: the head of {i} is {word.Head}");
                Assert.True((word.Head < 0) == (word.Relation == "root") && word.Tag.Length > 0 && word.Lemma.Length > 0, $"seed {seed}: {word}");
                int steps = 0;
                for (int at = i; at >= 0; at = annotated.Words[at].Head)
                    Assert.True(steps++ <= sentence.Count, $"seed {seed}: a circle above {i}");
            }
            Assert.Equal(1, roots);
        }
    }

    private static void NamesAreApart(int seed, AnnotatedText annotated)
    {
        int end = 0;
        foreach (var name in annotated.Names)
        {
            Check(seed, annotated.Text, name.Span, "name");
            Assert.True(name.FirstToken >= end, $"seed {seed}: the name at {name.FirstToken} overlaps the one before");
            Assert.Equal(annotated.SpanOf(name.FirstToken, name.EndToken), name.Span);
            if (name.Title is { } title)
                Check(seed, annotated.Text, title, "title");
            end = name.EndToken;
        }
    }

    private static void Check(int seed, string text, TextSpan span, string what)
    {
        bool isSound = span.Start < span.End && HostileTexts.IsBoundary(text, span.Start) && HostileTexts.IsBoundary(text, span.End);
        Assert.True(isSound, $"seed {seed}: {what} {span} of {text.Length}");
    }
}
