namespace Entente.Language;

/// <summary>What a form looks like, for models and rules that look at its kind and not at its letters.</summary>
internal enum WordShape : byte { Lower, Capitalised, Upper, Initial, Mixed, Number, WithDigits, Stop, Stops, Comma, Colon, Opener, Closer, Quote, Dash, Bullet, Address, DottedLower, DottedUpper, Rule, Mark }

internal static class WordShapes
{
    public static WordShape Of(string text)
    {
        if (!char.IsLetterOrDigit(text[0]))
            return OfMark(text);
        bool hasLower = false, hasUpper = false, hasDigit = false, hasOther = false;
        foreach (char c in text)
        {
            hasLower |= char.IsLower(c);
            hasUpper |= char.IsUpper(c);
            hasDigit |= char.IsDigit(c);
            hasOther |= c is '@' or '/' or '_' || (c == '.' && text.Length > 12);
        }
        if (hasOther && (hasLower || hasUpper))
            return WordShape.Address;
        if (text[^1] == '.')
            return text.Length == 2 && hasUpper ? WordShape.Initial : hasUpper ? WordShape.DottedUpper : WordShape.DottedLower;
        if (hasDigit)
            return hasLower || hasUpper ? WordShape.WithDigits : WordShape.Number;
        if (!hasUpper)
            return WordShape.Lower;
        return !hasLower ? text.Length == 1 ? WordShape.Initial : WordShape.Upper : char.IsUpper(text[0]) ? WordShape.Capitalised : WordShape.Mixed;
    }

    private static WordShape OfMark(string text) => text[0] switch
    {
        '.' or '!' or '?' => text.Length == 1 ? WordShape.Stop : char.IsDigit(text[^1]) ? WordShape.Number : WordShape.Stops,
        '…' => WordShape.Stops,
        ',' or ';' => WordShape.Comma,
        ':' => text.Length == 1 ? WordShape.Colon : WordShape.Mark,
        '(' or '[' or '{' or '“' or '«' or '‘' => WordShape.Opener,
        ')' or ']' or '}' or '”' or '»' or '’' => WordShape.Closer,
        '"' or '\'' or '`' => text.Length > 2 ? WordShape.Mark : WordShape.Quote,
        '-' or '–' or '—' or '=' or '_' or '*' or '~' or '+' or '#' when text.Length > 3 => WordShape.Rule,
        '-' or '–' or '—' or '−' => WordShape.Dash,
        '•' or '*' or '·' or '▪' or '◦' or '>' or '|' => WordShape.Bullet,
        _ => WordShape.Mark,
    };
}
