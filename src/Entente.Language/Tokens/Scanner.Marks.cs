namespace Entente.Language;

/// <summary>Marks: apostrophes and what they begin, runs of stops and rules, emoticons, pictures.</summary>
internal ref partial struct Scanner
{
    private void Mark(char c)
    {
        if (c == '`' ? IsClitic(at) : Chars.IsApostrophe(c))
            Apostrophe();
        else if (Chars.IsStop(c))
            Add(Chars.IsDigit(text, at + 1) && Chars.IsGapOrEdge(text, at - 1) && c == '.' ? EndOfNumber(at + 1) : EndOfStops());
        else if (Emoticon() is > 0 and var emoticon)
            Add(emoticon);
        else if (c is '-' or '=' or '*' or '_' or '~' or '#' or '+' or '<' or '>' or '$' or '`')
            Add(EndOfRule(c));
        else if (c == '@' && Chars.IsWord(text, at + 1) && Chars.IsGapOrEdge(text, at - 1))
            Add(EndOfRun(at + 1));
        else
            Add(c < 128 ? at + 1 : Chars.EndOfPicture(text, at));
    }

    /// <summary>"...", "?!", "!!!": stops in a row are one mark.</summary>
    private readonly int EndOfStops()
    {
        int end = at + 1, limit = Limit(at);
        while (end < limit && Chars.IsStop(text[end]))
            end++;
        return end;
    }

    /// <summary>A rule of hyphens or stars is one mark; so are an arrow, a hashtag and a signed number that stands free.</summary>
    private readonly int EndOfRule(char c)
    {
        int end = at + 1, limit = Limit(at);
        bool standsFree = Chars.IsGapOrEdge(text, at - 1);
        if (c == '+' && standsFree && Chars.IsDigit(text, end))
            return EndOfNumber(end);
        if (c == '#' && standsFree && end < text.Length && char.IsLetter(text[end]))
            return EndOfRun(end);
        while (end < limit && text[end] == c)
            end++;
        return c == '-' && Holds(end, '>') ? end + 1 : end;
    }

    /// <summary>The end of an emoticon with a gap before it; 0 if there is none.</summary>
    private readonly int Emoticon()
    {
        if (text[at] is not (':' or ';' or '=' or '(' or '<' or '>' or '^') || !Chars.IsGapOrEdge(text, at - 1))
            return 0;
        for (int length = Math.Min(4, text.Length - at); length >= 2; length--)
            if (WrittenForms.Shared.IsEmoticon(text.AsSpan(at, length)) && !Chars.IsWord(text, at + length))
                return at + length;
        return 0;
    }

    private void Apostrophe()
    {
        int start = at;
        bool touches = tokens.Count > 0 && tokens[^1].Span.End == start && Chars.IsWord(text, start - 1);
        if (touches && IsClitic(start))
            Add(EndOfRun(start + 1), FormRole.Clitic);
        else if (EndOfYear(start) is > 0 and var year)
            Add(year);
        else if (start + 1 < text.Length && Chars.IsApostrophe(text[start + 1]))
            Add(start + 2);
        else
            SingleQuote(touches);
    }

    /// <summary>"’72", "'90s": two digits of a year.</summary>
    private readonly int EndOfYear(int start)
    {
        if (!Chars.IsGapOrEdge(text, start - 1) || !Chars.IsDigit(text, start + 1) || !Chars.IsDigit(text, start + 2))
            return 0;
        int end = Holds(start + 3, 's') ? start + 4 : start + 3;
        return Chars.IsWord(text, end) ? 0 : end;
    }

    /// <summary>"allies'" is a possessive unless a quotation of single marks is open.</summary>
    private void SingleQuote(bool touches)
    {
        char before = at > 0 ? text[at - 1] : ' ';
        bool isPossessive = touches && before is 's' or 'S' or 'z' or 'x' && !isInSingleQuote && text[at] != '‘' && !Chars.IsWord(text, at + 1);
        if (!isPossessive)
            isInSingleQuote = !touches && !Chars.IsStop(before) && before != ',' && !Chars.IsGapOrEdge(text, at + 1);
        Add(at + 1, isPossessive ? FormRole.Clitic : FormRole.Word);
    }

    /// <summary>"don't" is "do" and "n't": the word so far ends in n, and 't follows.</summary>
    private readonly bool IsNegation(int start, int end) =>
        end - start >= 2 && text[end - 1] is 'n' or 'N' && Chars.IsApostrophe(text[end]) && end + 1 < text.Length && text[end + 1] is 't' or 'T' && !Chars.IsWord(text, end + 2);

    private readonly bool IsClitic(int apostrophe)
    {
        int end = apostrophe + 1;
        while (end < text.Length && char.IsAsciiLetter(text[end]) && end - apostrophe <= 3)
            end++;
        if (Chars.IsWord(text, end))
            return false;
        var word = text.AsSpan(apostrophe + 1, end - apostrophe - 1);
        return word is "s" or "S" or "t" or "T" or "re" or "ve" or "ll" or "d" or "m" or "RE" or "VE" or "LL" or "D" or "M";
    }
}
