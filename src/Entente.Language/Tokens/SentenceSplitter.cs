using System.Runtime.InteropServices;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// Tokens to sentences. Line breaks are judged by rule (<see cref="LineLayout"/>); within a line, a small model decides at each place where
/// a sentence may end.
/// </summary>
public sealed class SentenceSplitter
{
    /// <summary>No sentence is longer; what goes on is cut here, so that later steps may look through a whole sentence.</summary>
    public const int LongestSentence = 500;

    /// <summary>A dateline stands below headline, byline and date at most.</summary>
    private const int ParagraphsOfHead = 6;

    private readonly BoundaryModel model;

    internal SentenceSplitter(BoundaryModel model) => this.model = model;

    /// <param name="open">A model file of the data folder by its path there.</param>
    public static SentenceSplitter Load(Func<string, Stream> open)
    {
        using var stream = open(BoundaryModel.File);
        return Load(stream);
    }

    /// <exception cref="EntenteException">ENT0405: no model of sentence ends.</exception>
    public static SentenceSplitter Load(Stream model) => new(BoundaryModel.Load(model));

    /// <summary>Changes with any weight of the model.</summary>
    public string Version => model.Version;

    public List<Sentence> Split(string text, List<Token> tokens) => Split(text, CollectionsMarshal.AsSpan(tokens));

    private List<Sentence> Split(string text, ReadOnlySpan<Token> tokens)
    {
        var sentences = new List<Sentence>(tokens.Length / 16 + 1);
        var layout = new LineLayout(text);
        var state = new SentenceState();
        int paragraph = 0, opening = 0;
        for (int i = 0; i < tokens.Length; i++)
        {
            state.Take(tokens[i].Lexeme);
            var gap = i + 1 == tokens.Length ? Gap.Paragraph : layout.Between(tokens[i], tokens[i + 1]);
            if (gap == Gap.None && i + 1 - state.First < LongestSentence && !EndsWithin(tokens, i, state) && !(state.First == opening && paragraph <= ParagraphsOfHead && Dateline.IsEnd(tokens, opening, i)))
                continue;
            sentences.Add(new(state.First, i + 1, new TextSpan(tokens[state.First].Span.Start, tokens[i].Span.End), paragraph));
            if (i + 1 < tokens.Length)
                state.Begin(i + 1, tokens[i].Lexeme, tokens[i + 1].Lexeme, gap == Gap.Paragraph);
            if (gap == Gap.Paragraph)
                (paragraph, opening) = (paragraph + 1, i + 1);
        }
        return sentences;
    }

    /// <summary>Whether a sentence ends after token <paramref name="i"/>, with no line break to tell it.</summary>
    private bool EndsWithin(ReadOnlySpan<Token> tokens, int i, in SentenceState state)
    {
        if (ClosesEmphasis(tokens, i, state.First))
            return true;
        if (!BoundaryFeatures.IsCandidate(tokens[i].Lexeme, tokens[i + 1].Lexeme))
            return false;
        Span<int> features = stackalloc int[BoundaryFeatures.Count];
        BoundaryFeatures.Fill(features, tokens, i, state);
        return model.IsBoundary(features);
    }

    /// <summary>Markdown's "_A sentence._ Another one": the mark after the stop ends the sentence with it.</summary>
    private static bool ClosesEmphasis(ReadOnlySpan<Token> tokens, int i, int first) =>
        i > first && tokens[i].Text[0] is '_' or '*' && tokens[i].Text.Trim('_', '*').Length == 0 && tokens[i].Span.Start == tokens[i - 1].Span.End
        && tokens[i].Span.End < tokens[i + 1].Span.Start && tokens[i - 1].Text is "." or "!" or "?" or "”" or "\"";
}
