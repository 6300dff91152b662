namespace Entente.Language;

/// <summary>
/// "LONDON, Oct 8 (Agency) -": where and when a report was written has no part in the grammar of its first sentence, which is parsed without it.
/// Told by form alone: a place in capitals, then nothing but names, dates and brackets, and a dash that stands free, or after a date or an agency
/// a colon.
/// </summary>
internal static class Dateline
{
    /// <summary>Tokens of place, date and agency.</summary>
    private const int Longest = 14;

    /// <summary>A shorter word in capitals is an acronym, unless more of them follow: "ST. JOHN'S".</summary>
    private const int ShortestPlace = 4;

    /// <summary>The sentences, datelines apart from what they stand before.</summary>
    public static IReadOnlyList<Sentence> CutFrom(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        List<Sentence>? cut = null;
        for (int s = 0; s < sentences.Count; s++)
        {
            int end = EndIn(tokens, sentences[s]);
            if (end > sentences[s].First)
            {
                cut ??= [.. sentences.Take(s)];
                cut.Add(sentences[s] with { End = end });
            }
            cut?.Add(end > sentences[s].First ? sentences[s] with { First = end } : sentences[s]);
        }
        return cut ?? sentences;
    }

    /// <summary>Hangs each dateline on its sentence, so that this keeps one root.</summary>
    public static void Tie(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, Word[] words)
    {
        foreach (var sentence in sentences)
        {
            int end = EndIn(tokens, sentence);
            if (end == sentence.First)
                continue;
            int root = Array.FindIndex(words, end, sentence.End - end, w => w.Head < 0);
            for (int i = sentence.First; i < end; i++)
                if (words[i].Head < 0)
                    words[i] = words[i] with { Head = root, Relation = "parataxis" };
        }
    }

    /// <summary>The token after the dateline; the first of the sentence where there is none.</summary>
    private static int EndIn(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        if (!IsPlace(tokens, sentence))
            return sentence.First;
        bool hasDateOrAgency = false;
        for (int i = sentence.First + 1; i < Math.Min(sentence.End - 1, sentence.First + Longest); i++)
        {
            string norm = tokens[i].Norm;
            bool isFree = tokens[i - 1].Span.End < tokens[i].Span.Start || tokens[i].Span.End < tokens[i + 1].Span.Start;
            if (isFree && norm is "-" or "--" or "—" or "–" || (norm == ":" && hasDateOrAgency))
                return tokens[i + 1].IsCapitalised || !tokens[i + 1].IsWord ? i + 1 : sentence.First;
            if (tokens[i].IsWord && !tokens[i].IsCapitalised && !char.IsDigit(norm[0]))
                break;
            hasDateOrAgency |= norm == "(" || char.IsDigit(norm[0]);
        }
        return sentence.First;
    }

    private static bool IsPlace(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        int letters = 0;
        for (int i = sentence.First; i < sentence.End && letters < ShortestPlace && IsShouted(tokens[i].Text); i++)
            letters += tokens[i].IsWord ? tokens[i].Text.Length : 0;
        return letters >= ShortestPlace && tokens[sentence.First].IsWord;
    }

    private static bool IsShouted(string word)
    {
        foreach (char c in word)
            if (!char.IsUpper(c) && c is not ('\'' or '’' or '.'))
                return false;
        return true;
    }
}
