namespace Entente.Language;

/// <summary>Words between marks, as tokens: from after the opening mark to before the closing one.</summary>
/// <param name="IsOpenEnded">No mark closes it: its paragraph ends, and the next one opens with a mark again.</param>
/// <param name="Continues">It goes on with the passage before, which was open-ended.</param>
internal readonly record struct Passage(int First, int End, bool IsOpenEnded, bool Continues)
{
    public int Open => First - 1;

    /// <summary>The token after the passage and its mark.</summary>
    public int After => IsOpenEnded ? End : End + 1;
}

/// <summary>
/// Pairs quotation marks within their paragraph. Marks inside a pair belong to the passage. A mark without a partner quotes nothing, unless it
/// opens its paragraph, or the next paragraph opens with a mark again, as is the custom for a long quotation.
/// </summary>
internal static class QuoteMarks
{
    /// <summary>Tokens; a straight mark that was left open must not turn a paragraph inside out.</summary>
    private const int LongestPassage = 400;

    private const int AnotherOpens = -1, ParagraphEnds = -2;

    private enum Family : byte { Double, Angle, Single }

    private readonly record struct Mark(int Token, int Paragraph, int ParagraphEnd, bool IsFirst, Family Family, bool Opens, bool Closes);

    public static List<Passage> Find(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var marks = MarksOf(tokens, sentences);
        int[] partners = Partners(marks);
        var passages = new List<Passage>();
        bool continues = false;
        for (int m = 0; m < marks.Count;)
        {
            int first = marks[m].Token + 1, partner = partners[m];
            if (partner >= 0 && marks[partner].Token - first <= LongestPassage && !CutsAPair(marks, partners, m))
            {
                if (marks[partner].Token > first)
                    passages.Add(new(first, marks[partner].Token, false, continues));
                (m, continues) = (partner + 1, false);
            }
            else if (NextParagraph(marks, partners, m) is > 0 and var reopened)
            {
                if (marks[reopened].Token > first)
                    passages.Add(new(first, marks[reopened].Token, true, continues));
                (m, continues) = (reopened, true);
            }
            else
            {
                if (partner == ParagraphEnds && marks[m] is { IsFirst: true, Opens: true, Family: not Family.Single } mark && mark.ParagraphEnd > first)
                    passages.Add(new(first, mark.ParagraphEnd, true, continues));
                (m, continues) = (m + 1, false);
            }
        }
        return passages;
    }

    private static List<Mark> MarksOf(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var marks = new List<Mark>();
        for (int s = 0; s < sentences.Count;)
        {
            int last = s;
            while (last + 1 < sentences.Count && sentences[last + 1].Paragraph == sentences[s].Paragraph)
                last++;
            for (int i = sentences[s].First; i < sentences[last].End; i++)
                if (!tokens[i].IsWord && FamilyOf(tokens[i]) is { } family && Roles(tokens, i) is var (opens, closes) && (opens || closes))
                    marks.Add(new(i, sentences[s].Paragraph, sentences[last].End, i == sentences[s].First, family, opens, closes));
            s = last + 1;
        }
        return marks;
    }

    private static Family? FamilyOf(Token token) => token.Text switch
    {
        "“" or "”" or "\"" or "„" or "‟" or "''" or "``" or "’’" or "‘‘" => Family.Double,
        "«" or "»" => Family.Angle,
        "‘" or "'" or "’" when !token.IsPossessive => Family.Single,
        _ => null,
    };

    /// <summary>A single mark must stand at the edge of a word, for most of them are apostrophes; a straight double one may do both.</summary>
    private static (bool Opens, bool Closes) Roles(IReadOnlyList<Token> tokens, int i)
    {
        bool touchesBefore = i > 0 && tokens[i - 1].Span.End == tokens[i].Span.Start, touchesNext = i + 1 < tokens.Count && tokens[i + 1].Span.Start == tokens[i].Span.End;
        bool follows = touchesBefore && tokens[i - 1].Text is not ("(" or "[" or "—" or "–" or "-" or "“" or "\"");
        bool precedesWord = touchesNext && tokens[i + 1].IsWord;
        return tokens[i].Text switch
        {
            "“" or "„" or "``" or "‘‘" or "«" => (true, false),
            "”" or "’’" or "»" => (false, true),
            "‘" => (touchesNext && !follows, false),
            "’" => (false, touchesBefore && !precedesWord),
            "'" => (touchesNext && !follows, touchesBefore && !precedesWord),
            _ => (!follows || precedesWord, touchesBefore || !touchesNext),
        };
    }

    /// <summary>For each mark the next one of its family if that may close it.</summary>
    private static int[] Partners(List<Mark> marks)
    {
        int[] partners = new int[marks.Count];
        Span<int> next = [ParagraphEnds, ParagraphEnds, ParagraphEnds];
        for (int m = marks.Count - 1; m >= 0; m--)
        {
            if (m + 1 < marks.Count && marks[m + 1].Paragraph != marks[m].Paragraph)
                next.Fill(ParagraphEnds);
            ref int following = ref next[(int)marks[m].Family];
            partners[m] = !marks[m].Opens || (following >= 0 && !marks[following].Closes) ? AnotherOpens : following;
            following = m;
        }
        return partners;
    }

    /// <summary>A pair of single marks that holds but one of a pair of double ones is an apostrophe and a chance.</summary>
    private static bool CutsAPair(List<Mark> marks, int[] partners, int m)
    {
        if (marks[m].Family != Family.Single)
            return false;
        int doubles = 0;
        for (int inner = m + 1; inner < partners[m]; inner++)
            doubles += marks[inner].Family == Family.Double ? 1 : 0;
        return doubles % 2 != 0;
    }

    /// <summary>The mark with which the next paragraph takes up the passage that is open; 0 if it does not.</summary>
    private static int NextParagraph(List<Mark> marks, int[] partners, int m)
    {
        if (partners[m] != ParagraphEnds || !marks[m].Opens || marks[m].Family == Family.Single)
            return 0;
        int next = m + 1;
        while (next < marks.Count && marks[next].Paragraph == marks[m].Paragraph)
            next++;
        return next < marks.Count && marks[next].Paragraph == marks[m].Paragraph + 1 && marks[next].IsFirst && marks[next].Family == marks[m].Family && marks[next].Opens ? next : 0;
    }
}
