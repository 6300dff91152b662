using System.Buffers;

namespace Entente.Intake;

/// <summary>XML is read leniently: names in lower case, CDATA and processing instructions everywhere, a DOCTYPE is skipped and never expanded.</summary>
internal enum MarkupMode { Html, Xml }

internal enum TokenKind { Text, StartTag, EndTag, Comment, Doctype }

/// <summary>How text goes on, after the start tag of an element that holds no elements.</summary>
internal enum TextContent { Markup, Escapable, Raw, Script, Plain }

internal readonly record struct MarkupAttribute(int NameStart, int NameLength, int ValueStart, int ValueLength);

/// <summary>
/// Cuts markup into tags, text and comments as the HTML Standard does (section 13.2.5), each character looked at a fixed number of times.
/// Names are put in lower case and references decoded in the buffer itself: nothing gets longer by it. Call <see cref="Next"/> until it
/// is false; <see cref="Content"/> is the current token's name or text.
/// </summary>
internal sealed partial class MarkupTokenizer : IDisposable
{
    private char[] buffer;
    private readonly int end;
    private readonly bool isXml;
    private int at;
    private int start, length;
    private MarkupAttribute[] attributes = ArrayPool<MarkupAttribute>.Shared.Rent(1024);

    public MarkupTokenizer(ReadOnlySpan<char> text, MarkupMode mode = MarkupMode.Html)
    {
        isXml = mode == MarkupMode.Xml;
        buffer = ArrayPool<char>.Shared.Rent(text.Length);
        text.CopyTo(buffer);
        end = WithoutReturns(buffer.AsSpan(0, text.Length));
    }

    public TokenKind Kind { get; private set; }

    /// <summary>Text, a comment's text, or a tag's name; it stays where it is until the tokenizer is disposed.</summary>
    public ReadOnlySpan<char> Content => buffer.AsSpan(start, length);

    public int ContentStart => start;

    public int ContentLength => length;

    public bool IsSelfClosing { get; private set; }

    /// <summary>The current start tag's attributes are so many, from <see cref="FirstAttribute"/> on, among those of all tags so far.</summary>
    public int AttributeCount { get; private set; }

    public int FirstAttribute { get; private set; }

    /// <summary>Inside SVG and MathML, CDATA is text. The tree sets it.</summary>
    public bool IsForeign { get; set; }

    public ReadOnlySpan<MarkupAttribute> Attributes => attributes.AsSpan(FirstAttribute, AttributeCount);

    public ReadOnlySpan<char> Slice(int from, int count) => buffer.AsSpan(from, count);

    public ReadOnlySpan<MarkupAttribute> AttributesOf(int first, int count) => attributes.AsSpan(first, count);

    /// <summary>A value of the current start tag; null if it has no such attribute.</summary>
    public string? Attribute(string name)
    {
        foreach (var attribute in Attributes)
            if (Slice(attribute.NameStart, attribute.NameLength).SequenceEqual(name))
                return Slice(attribute.ValueStart, attribute.ValueLength).ToString();
        return null;
    }

    public bool Next()
    {
        while (at < end)
            if (content != TextContent.Markup ? ReadUnmarked() : OpensMarkup(at) ? ReadMarkup() : ReadText())
                return true;
        return false;
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(buffer);
        ArrayPool<MarkupAttribute>.Shared.Return(attributes);
        (buffer, attributes) = ([], []);
    }

    private bool OpensMarkup(int index) =>
        buffer[index] == '<' && (CharAt(index + 1) is '!' or '?' || (CharAt(index + 1) == '/' && index + 2 < end) || IsNameStart(CharAt(index + 1)));

    /// <summary>False if there was nothing in it, or the input ended in it.</summary>
    private bool ReadMarkup()
    {
        switch (At(1))
        {
            case '!':
                return ReadDeclaration();
            case '?':
                return isXml ? Take(TokenKind.Comment, at + 2, IndexFrom(at + 2, "?>"), 2) : Take(TokenKind.Comment, at + 1, IndexFrom(at + 1, ">"), 1);
            case '/' when IsNameStart(At(2)):
                return ReadTag(TokenKind.EndTag, at + 2);
            case '/' when At(2) == '>':
                at += 3;
                return false;
            case '/':
                return Take(TokenKind.Comment, at + 2, IndexFrom(at + 2, ">"), 1);
            default:
                return ReadTag(TokenKind.StartTag, at + 1);
        }
    }

    private bool ReadText()
    {
        int next = at + 1;
        while ((next = IndexFrom(next, "<")) < end && !OpensMarkup(next))
            next++;
        Take(TokenKind.Text, at, next, 0);
        length = CharacterReferences.Decode(buffer.AsSpan(start, length), inAttribute: false);
        return true;
    }

    private bool ReadDeclaration()
    {
        var rest = buffer.AsSpan(at + 2, end - at - 2);
        if (rest.StartsWith("--"))
            return ReadComment();
        if (rest.StartsWith("doctype", StringComparison.OrdinalIgnoreCase))
            return ReadDoctype();
        if ((isXml || IsForeign) && rest.StartsWith("[CDATA["))
            return Take(TokenKind.Text, at + 9, IndexFrom(at + 9, "]]>"), 3) && length > 0;
        return Take(TokenKind.Comment, at + 2, IndexFrom(at + 2, ">"), 1);
    }

    private bool ReadComment()
    {
        int first = at + 4;
        if (At(4) == '>' || (At(4) == '-' && At(5) == '>'))
            return Take(TokenKind.Comment, first, first, At(4) == '>' ? 1 : 2);
        int dashes = first;
        while ((dashes = IndexFrom(dashes, "--")) < end && CharAt(dashes + 2) != '>' && !(CharAt(dashes + 2) == '!' && CharAt(dashes + 3) == '>'))
            dashes++;
        if (dashes < end)
            return Take(TokenKind.Comment, first, dashes, CharAt(dashes + 2) == '>' ? 3 : 4);
        int last = end;
        if (last - first >= 3 && buffer.AsSpan(last - 3, 3).SequenceEqual("--!"))
            last -= 3;
        else
            for (int dash = 0; dash < 2 && last > first && buffer[last - 1] == '-'; dash++)
                last--;
        return Take(TokenKind.Comment, first, last, end - last);
    }

    /// <summary>Only its name is of use. In XML it may hold declarations between brackets, which are skipped.</summary>
    private bool ReadDoctype()
    {
        int name = at + 9;
        while (name < end && IsSpace(buffer[name]))
            name++;
        int close = IndexFrom(name, ">");
        int after = name;
        while (after < close && !IsSpace(buffer[after]))
            after++;
        int bracket = isXml ? IndexFrom(name, "[") : end;
        if (bracket < close && EndOfSubset(bracket) is var subset)
            (close, after) = (subset, Math.Min(after, bracket));
        Take(TokenKind.Doctype, name, after, Math.Min(close + 1, end) - after);
        LowerCase(name, length);
        return true;
    }

    private int EndOfSubset(int bracket)
    {
        int close = IndexFrom(bracket, "]");
        while (close < end)
        {
            int next = close + 1;
            while (next < end && IsSpace(buffer[next]))
                next++;
            if (CharAt(next) == '>')
                return next;
            close = IndexFrom(close + 1, "]");
        }
        return end;
    }

    private bool Take(TokenKind kind, int first, int last, int closing)
    {
        Kind = kind;
        start = Math.Min(first, end);
        length = Math.Max(0, last - start);
        at = Math.Min(last + closing, end);
        if (kind != TokenKind.Text)
            buffer.AsSpan(start, length).Replace('\0', '\uFFFD');
        return true;
    }

    private int IndexFrom(int first, string sought)
    {
        int found = first >= end ? -1 : buffer.AsSpan(first, end - first).IndexOf(sought);
        return found < 0 ? end : first + found;
    }

    private char At(int offset) => CharAt(at + offset);

    private char CharAt(int index) => index < end ? buffer[index] : '\0';

    private bool IsNameStart(char c) => char.IsAsciiLetter(c) || (isXml && (c == '_' || (c > '\x7F' && char.IsLetter(c))));

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\f';

    private void LowerCase(int from, int count)
    {
        var name = buffer.AsSpan(from, count);
        if (!name.ContainsAnyExceptInRange('a', 'z'))
            return;
        for (int i = 0; i < name.Length; i++)
            if (char.IsAsciiLetterUpper(name[i]))
                name[i] |= '\x20';
            else if (name[i] == '\0')
                name[i] = '\uFFFD';
    }

    /// <summary>CR and CRLF are line feeds.</summary>
    private static int WithoutReturns(Span<char> text)
    {
        int at = text.IndexOf('\r');
        if (at < 0)
            return text.Length;
        int to = at;
        while (at < text.Length)
        {
            text[to++] = '\n';
            at += at + 1 < text.Length && text[at + 1] == '\n' ? 2 : 1;
            int next = text[at..].IndexOf('\r');
            int count = next < 0 ? text.Length - at : next;
            text.Slice(at, count).CopyTo(text[to..]);
            at += count;
            to += count;
        }
        return to;
    }
}
