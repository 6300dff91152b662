namespace Entente.Language;

/// <summary>Words and numbers, and what joins or parts them.</summary>
internal ref partial struct Scanner
{
    private void Word()
    {
        int start = at, end = EndOfRun(start);
        // Nine words of ten end at a space, and nothing that follows concerns them.
        if ((end < text.Length && text[end] != ' ') || char.IsAsciiDigit(text[start]))
        {
            if (LinkEnd(start, end) is > 0 and var link)
            {
                Add(link);
                return;
            }
            end = Joined(start, end);
        }
        if (end < text.Length && IsNegation(start, end))
        {
            Add(end - 1);
            Add(at + 3, FormRole.Clitic);
            return;
        }
        var lexeme = lexicon.Get(text.AsSpan(start, end - start));
        if (lexeme.Rules.Split > 0)
        {
            Add(start + lexeme.Rules.Split);
            Add(end, FormRole.Clitic);
        }
        else if (Holds(end, '.') && KeepsDot(start, end, lexeme))
            Add(end + 1);
        else if (end - start == 1 && text[start] == 's' && IsLostPossessive(start))
            Add(end, FormRole.Parted);
        else
            Add(end, lexeme);
    }

    /// <summary>Letters and digits, and underscores between them.</summary>
    private readonly int EndOfRun(int start)
    {
        int end = start, limit = Limit(start);
        while (end < limit)
        {
            if (char.IsAsciiLetterOrDigit(text[end]))
                end++;
            else if (Chars.WordLength(text, end) is > 0 and var length)
                end += length;
            else if (text[end] != '_' || end == start || !Chars.IsWord(text, end + 1))
                break;
            else
                end++;
        }
        return end;
    }

    /// <summary>The word's end when the marks that stand inside words are followed.</summary>
    private readonly int Joined(int start, int end)
    {
        if (EndOfInitials(start) is > 0 and var initials)
            return initials;
        if (EndOfDotted(start, end) is > 0 and var dotted)
            return dotted;
        int limit = Limit(start);
        if (char.IsDigit(text[start]))
        {
            end = EndOfNumber(start);
            if (EndOfUnit(end) > 0)
                return end;
        }
        while (end < limit)
        {
            int run = end < text.Length && Chars.WordLength(text, end) > 0 ? end : Chars.IsWord(text, end + 1) && Joins(start, end) ? end + 1 : -1;
            if (run < 0)
                break;
            end = Math.Min(EndOfRun(run), start + Tokenizer.LongestToken + 1);
        }
        return Holds(end, '$') && end - start <= 3 && IsUpper(start, end) ? end + 1 : end;
    }

    /// <summary>Whether the mark at <paramref name="mark"/>, which has a word character on both sides, stays inside the word.</summary>
    private readonly bool Joins(int start, int mark) => text[mark] switch
    {
        var c when Chars.IsApostrophe(c) => !IsClitic(mark) && !IsNegation(start, mark) || (Chars.IsDigit(text, mark - 1) && text[mark - 1] == '0' && text[mark + 1] == 's'),
        var c when Chars.IsHyphen(c) => HyphenJoins(start, mark),
        '&' => mark - start <= 3,
        _ => false,
    };

    private readonly bool HyphenJoins(int start, int hyphen)
    {
        if (!char.IsLetter(text[hyphen + 1]) && !char.IsSurrogate(text[hyphen + 1]))
            return false;
        if (lexicon.Get(text.AsSpan(start, hyphen - start)).Rules.IsPrefix)
            return true;
        int end = EndOfRun(hyphen + 1);
        return end - hyphen <= 6 && lexicon.Get(text.AsSpan(hyphen + 1, end - hyphen - 1)).Rules.IsSuffix;
    }

    /// <summary>"U.S.", "p.m.", "e.g.", "U.S" with its last stop lost: single letters, each with its stop; 0 if there are no such here.</summary>
    private readonly int EndOfInitials(int start)
    {
        int end = start, limit = Math.Min(text.Length, start + 12);
        while (end + 1 < limit && char.IsAsciiLetter(text[end]) && text[end + 1] == '.')
            end += 2;
        if (end == start)
            return 0;
        bool endsInLetter = end < text.Length && char.IsAsciiLetter(text[end]);
        if (endsInLetter && !Chars.IsWord(text, end + 1))
            return end + 1;
        return !endsInLetter && end - start >= 4 ? end : 0;
    }

    /// <summary>"Ph.D", "M.Sc": an abbreviation of the table with a stop within; 0 if there is none.</summary>
    private readonly int EndOfDotted(int start, int stop)
    {
        if (!Holds(stop, '.') || stop + 1 >= text.Length || !char.IsAsciiLetter(text[stop + 1]))
            return 0;
        int end = EndOfRun(stop + 1);
        return end - start <= 6 && lexicon.Get(text.AsSpan(start, end - start)).Rules.Dot != DotRule.Never ? end : 0;
    }

    /// <summary>Digits with the marks that stand inside numbers, dates and times; telephone numbers with their hyphens.</summary>
    private readonly int EndOfNumber(int start)
    {
        int end = start, limit = Limit(start);
        while (end < limit && (char.IsAsciiDigit(text[end]) || (text[end] is '.' or ',' or ':' or '/' && Chars.IsDigit(text, end - 1) && Chars.IsDigit(text, end + 1))))
            end++;
        return end < text.Length && Chars.IsHyphen(text[end]) && Chars.IsDigit(text, end + 1) && EndOfGroups(start) is > 0 and var groups ? groups : end;
    }

    /// <summary>"800-555-0199", "555-0199", "2023-01-17": three groups of digits and more, or the last two of a telephone number; 0 for anything else.</summary>
    private readonly int EndOfGroups(int start)
    {
        int end = start, groups = 0, length = 0, before = 0, limit = Limit(start);
        while (end < limit && Chars.IsDigit(text, end))
        {
            before = length;
            int group = end;
            while (end < limit && Chars.IsDigit(text, end))
                end++;
            length = end - group;
            groups++;
            if (end + 1 >= limit || !Chars.IsDigit(text, end + 1) || !(Chars.IsHyphen(text[end]) || text[end] == '/'))
                break;
            end++;
        }
        return !Chars.IsWord(text, end) && (groups >= 3 || (groups == 2 && before is 3 or 5 && length == 4)) ? end : 0;
    }

    /// <summary>"5pm", "$3bn", "120km": the end of a unit written against its number; 0 if what follows is none.</summary>
    private readonly int EndOfUnit(int start)
    {
        if (start >= text.Length || !char.IsAsciiLetter(text[start]))
            return 0;
        if (EndOfInitials(start) is > 0 and var initials)
            return initials;
        int end = EndOfRun(start);
        return end - start <= 8 && lexicon.Get(text.AsSpan(start, end - start)).Rules.IsUnit ? end : 0;
    }

    private readonly bool IsUpper(int start, int end)
    {
        foreach (char c in text.AsSpan(start, end - start))
            if (!char.IsAsciiLetterUpper(c))
                return false;
        return true;
    }

    private readonly bool KeepsDot(int start, int end, Lexeme lexeme)
    {
        if (end - start == 1 && char.IsUpper(text[start]))
            return text[start] != 'I' && char.IsUpper(NextVisible(end + 1));
        if (lexeme.Rules.Dot <= DotRule.Title)
            return lexeme.Rules.Dot != DotRule.Never;
        char next = NextVisible(end + 1);
        return lexeme.Rules.Dot switch
        {
            DotRule.BeforeNumber => char.IsDigit(next),
            DotRule.BeforeName => char.IsDigit(next) || (lexeme.IsCapitalised && char.IsUpper(next)),
            _ => next != '\0' && !char.IsUpper(next) && next is not ('"' or '”'),
        };
    }

    /// <summary>"Moscow s attack", "the other s": a possessive whose apostrophe got lost on the way.</summary>
    private readonly bool IsLostPossessive(int start) =>
        tokens.Count > 0 && start > 0 && text[start - 1] == ' ' && tokens[^1] is { IsWord: true } before && before.Span.End == start - 1 && (before.IsCapitalised || before.Lexeme.Rules.IsOwner);
}
