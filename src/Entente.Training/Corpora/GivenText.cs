using System.Text;
using Entente.Language;

namespace Entente.Training;

/// <summary>A text made of given words, and the words as tokens of it.</summary>
public sealed record GivenText(string Text, IReadOnlyList<Token> Tokens)
{
    public IReadOnlyList<Sentence> AsOneSentence => Tokens.Count == 0 ? [] : [new(0, Tokens.Count, new(0, Text.Length), 0)];

    /// <summary>As the forms would be printed.</summary>
    public static GivenText Of(IReadOnlyList<string> forms)
    {
        var (text, spans) = NameSentence.Joined(forms);
        return new(text, [.. spans.Select(s => TokenAt(text, s.Start, s.End))]);
    }

    /// <summary>With a space after a word unless its line says <c>SpaceAfter=No</c> or its token goes on.</summary>
    public static GivenText Of(ConlluSentence sentence)
    {
        var text = new StringBuilder();
        var spans = new List<(int Start, int End)>();
        string lastOfToken = "";
        bool isSpacedAfterToken = true;
        foreach (string[] line in sentence.Lines)
        {
            bool isSpaced = !line[Conllu.Misc].Split('|').Contains("SpaceAfter=No");
            if (line[0].Split('-') is [_, var last])
                (lastOfToken, isSpacedAfterToken) = (last, isSpaced);
            else if (!line[0].Contains('.', StringComparison.Ordinal))
            {
                spans.Add((text.Length, text.Length + line[Conllu.Form].Length));
                text.Append(line[Conllu.Form]);
                bool isInToken = lastOfToken.Length > 0;
                bool isLast = line[0] == lastOfToken;
                if (isInToken ? isLast && isSpacedAfterToken : isSpaced)
                    text.Append(' ');
                if (isLast)
                    lastOfToken = "";
            }
        }
        string whole = text.ToString().TrimEnd(' ');
        return new(whole, [.. spans.Select(s => TokenAt(whole, s.Start, s.End))]);
    }

    private static Token TokenAt(string text, int start, int end) => new(new(start, end), Tokenizer.LexemeOf(text[start..end], isClitic: false));
}
