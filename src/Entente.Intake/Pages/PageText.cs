using System.Buffers;
using System.Collections.Frozen;
using System.Text;
using UtfUnknown;

namespace Entente.Intake;

/// <summary>
/// A page's bytes to text. A page is never refused for its encoding: a byte that is nothing in it becomes U+FFFD, for one bad byte in a
/// picture's name must not cost the story. To be disposed when read: its memory is used again.
/// </summary>
internal sealed class PageText : IDisposable
{
    /// <summary>So far a page's own word on its encoding is looked for; browsers stop at 1,024.</summary>
    private const int DeclaredWithin = 4096;

    /// <summary>What pages call so is something else: the Encoding Standard tells, after what browsers do.</summary>
    private static readonly FrozenDictionary<string, string> MeantBy = new Dictionary<string, string>
    {
        ["iso-8859-1"] = "windows-1252",
        ["iso8859-1"] = "windows-1252",
        ["iso_8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["latin-1"] = "windows-1252",
        ["l1"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["cp1252"] = "windows-1252",
        ["iso-8859-9"] = "windows-1254",
        ["latin5"] = "windows-1254",
        ["iso-8859-11"] = "windows-874",
        ["tis-620"] = "windows-874",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["x-sjis"] = "shift_jis",
        ["utf8"] = "utf-8",
        // Whoever can read this word in the page does not read UTF-16.
        ["utf-16"] = "utf-8",
        ["utf-16le"] = "utf-8",
        ["utf-16be"] = "utf-8",
        ["unicode"] = "utf-8",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>A guess from more bytes is slower and no better.</summary>
    private const int GuessedFrom = 256 * 1024;

    private static readonly SearchValues<char> AfterLabel = SearchValues.Create("\"'; ?>");

    private char[] letters;

    static PageText() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private PageText(Encoding encoding, ReadOnlySpan<byte> bytes)
    {
        letters = ArrayPool<char>.Shared.Rent(encoding.GetMaxCharCount(bytes.Length));
        Length = encoding.GetChars(bytes, letters);
    }

    public int Length { get; }

    public ReadOnlySpan<char> Letters => letters.AsSpan(0, Length);

    /// <param name="declared">By its sender, if at all.</param>
    public static PageText Decode(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (Marked(bytes, out int mark) is { } marked)
            return new(marked, bytes[mark..]);
        var stated = Named(declared) ?? Named(Declared(bytes[..Math.Min(bytes.Length, DeclaredWithin)]));
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            // Bytes that are right UTF-8 by chance are hardly ever met; a wrong word on the encoding is.
            return new(stated is { IsSingleByte: false } ? stated : Encoding.UTF8, bytes);
        return new(stated is not (null or UTF8Encoding) ? stated : IsMostlyUtf8(bytes) ? Encoding.UTF8 : Guessed(bytes), bytes);
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(letters);
        letters = [];
    }

    private static Encoding? Marked(ReadOnlySpan<byte> bytes, out int mark)
    {
        mark = 0;
        switch (bytes)
        {
            case [0xEF, 0xBB, 0xBF, ..]:
                mark = 3;
                return Encoding.UTF8;
            case [0xFF, 0xFE, ..]:
                mark = 2;
                return Encoding.Unicode;
            case [0xFE, 0xFF, ..]:
                mark = 2;
                return Encoding.BigEndianUnicode;
            case [(byte)'<', 0, ..]:
                return Encoding.Unicode;
            case [0, (byte)'<', ..]:
                return Encoding.BigEndianUnicode;
            default:
                return null;
        }
    }

    /// <summary>The first <c>charset=…</c> in a meta element, or the encoding of an XML declaration.</summary>
    private static string? Declared(ReadOnlySpan<byte> head)
    {
        using var tokens = new MarkupTokenizer(Encoding.Latin1.GetString(head));
        while (tokens.Next())
        {
            if (tokens.Kind == TokenKind.Comment && tokens.Content.StartsWith("?xml ") && After(tokens.Content, "encoding=") is { } xml)
                return xml;
            if (tokens.Kind != TokenKind.StartTag || !tokens.Content.SequenceEqual("meta"))
                continue;
            if ((tokens.Attribute("charset") ?? After(tokens.Attribute("content"), "charset=")) is { } stated)
                return stated;
        }
        return null;
    }

    private static string? After(ReadOnlySpan<char> text, string mark)
    {
        int found = text.IndexOf(mark, StringComparison.OrdinalIgnoreCase);
        if (found < 0)
            return null;
        var rest = text[(found + mark.Length)..].TrimStart(" \"'");
        int end = rest.IndexOfAny(AfterLabel);
        return (end < 0 ? rest : rest[..end]).ToString();
    }

    private static Encoding? Named(string? label)
    {
        string name = label?.Trim() ?? "";
        try
        {
            return name.Length == 0 ? null : Encoding.GetEncoding(MeantBy.GetValueOrDefault(name, name));
        }
        // UTF-7 is known and refused.
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static bool IsMostlyUtf8(ReadOnlySpan<byte> bytes)
    {
        int right = 0, wrong = 0;
        while (bytes.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) is var at and >= 0)
        {
            bytes = bytes[at..];
            bool isRight = Rune.DecodeFromUtf8(bytes, out _, out int length) == OperationStatus.Done;
            (right, wrong) = isRight ? (right + 1, wrong) : (right, wrong + 1);
            bytes = bytes[length..];
        }
        return right >= wrong;
    }

    private static Encoding Guessed(ReadOnlySpan<byte> bytes) =>
        CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, GuessedFrom)].ToArray()).Detected?.Encoding ?? Encoding.GetEncoding(1252);
}
