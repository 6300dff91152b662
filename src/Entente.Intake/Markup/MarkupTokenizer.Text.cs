namespace Entente.Intake;

/// <summary>Text that holds no elements: of titles, styles, scripts. It ends at its own end tag.</summary>
internal sealed partial class MarkupTokenizer
{
    private TextContent content;
    private string closingName = "";
    private int closing;

    /// <summary>To be called after the start tag of an element that holds only text. False if its end tag is missing.</summary>
    /// <param name="name">In lower case.</param>
    public bool Expect(TextContent kind, string name)
    {
        (content, closingName) = (kind, name);
        closing = kind switch
        {
            TextContent.Markup => at,
            TextContent.Plain => end,
            TextContent.Script => EndOfScript(),
            _ => ClosingTag(at),
        };
        return closing < end;
    }

    private bool ReadUnmarked()
    {
        bool isEscapable = content == TextContent.Escapable;
        content = TextContent.Markup;
        if (closing == at)
            return false;
        Take(TokenKind.Text, at, closing, 0);
        var text = buffer.AsSpan(start, length);
        text.Replace('\0', '\uFFFD');
        if (isEscapable)
            length = CharacterReferences.Decode(text, inAttribute: false);
        return true;
    }

    private int ClosingTag(int from)
    {
        while ((from = IndexFrom(from, "</")) < end && !IsNamed(from + 2, closingName))
            from += 2;
        return from;
    }

    private bool IsNamed(int from, string name)
    {
        int after = from + name.Length;
        return after < end && buffer.AsSpan(from, name.Length).Equals(name, StringComparison.OrdinalIgnoreCase) && (IsSpace(buffer[after]) || buffer[after] is '/' or '>');
    }

    /// <summary>
    /// A script may stand in a comment, and in that comment write a script of its own: <c>&lt;!-- &lt;script>…&lt;/script> --></c>. The end tag
    /// of that one does not end the outer.
    /// </summary>
    private int EndOfScript()
    {
        bool isCommented = false, isNested = false;
        for (int from = at; from < end;)
        {
            int found = buffer.AsSpan(from, end - from).IndexOfAny('<', '-');
            if (found < 0)
                return end;
            from += found;
            if (buffer[from] == '-')
            {
                int first = from;
                while (CharAt(from) == '-')
                    from++;
                if (from - first >= 2 && CharAt(from) == '>')
                    isCommented = isNested = false;
            }
            else if (!isCommented && CharAt(from + 1) == '!' && CharAt(from + 2) == '-' && CharAt(from + 3) == '-')
                (isCommented, from) = (true, from + 2);
            else if (CharAt(from + 1) == '/' && IsNamed(from + 2, closingName))
            {
                if (!isNested)
                    return from;
                (isNested, from) = (false, from + 2);
            }
            else
            {
                isNested |= isCommented && IsNamed(from + 1, closingName);
                from++;
            }
        }
        return end;
    }
}
