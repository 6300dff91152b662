using System.Text;
using Entente.Vocabulary;
using UtfUnknown;

namespace Entente.Intake;

/// <summary>Bytes to text: byte order mark, strict UTF-8, then a guess at a legacy encoding; binary data is refused.</summary>
internal static class Decoding
{
    private const float LeastConfidence = 0.35f;

    static Decoding() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>A parcel's whole text.</summary>
    public static (string? Text, Fault? Fault) Whole(Parcel parcel) => Decode(parcel.Place, new LineReader(parcel.Content, Limits.LongestText).ReadAll());

    public static (string? Text, Fault? Fault) Decode(string place, Line line) =>
        line.IsTooLong ? (null, Faults.TooLong(place, line.Length, Limits.LongestText)) : Decode(place, line.Bytes);

    private static (string? Text, Fault? Fault) Decode(string place, ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyExcept(" \n\r\t"u8) < 0)
            return (null, Faults.EmptyInput(place));
        if (WithMark(bytes) is { } marked)
            return string.IsNullOrWhiteSpace(marked) ? (null, Faults.EmptyInput(place)) : (marked, null);
        if (IsBinary(bytes))
            return (null, Faults.BinaryInput(place, Describe(bytes)));
        if (System.Text.Unicode.Utf8.IsValid(bytes))
            return (Encoding.UTF8.GetString(bytes), null);
        var detected = CharsetDetector.DetectFromBytes(bytes.ToArray()).Detected;
        if (detected?.Encoding is not { } encoding || detected.Confidence < LeastConfidence)
            return (null, Faults.BadEncoding(place, "bytes that are no UTF-8 and fit no encoding well"));
        string text = encoding.GetString(bytes);
        return text.Contains('\uFFFD') ? (null, Faults.BadEncoding(place, $"bytes that look like {encoding.WebName} but do not decode")) : (text, null);
    }

    /// <summary>Lines in UTF-16 (as some shells write them) cannot be told apart by bytes: a stream that begins with its mark is turned into UTF-8.</summary>
    public static Stream AsUtf8(Stream stream)
    {
        byte[] mark = new byte[2];
        int length = stream.ReadAtLeast(mark, mark.Length, throwOnEndOfStream: false);
        var whole = new PrependedStream(mark.AsMemory(0, length), stream);
        return mark switch
        {
            [0xFF, 0xFE] => Encoding.CreateTranscodingStream(whole, Encoding.Unicode, Encoding.UTF8),
            [0xFE, 0xFF] => Encoding.CreateTranscodingStream(whole, Encoding.BigEndianUnicode, Encoding.UTF8),
            _ => whole,
        };
    }

    private static string? WithMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
        [0xFF, 0xFE, 0, 0, .. var rest] => Encoding.UTF32.GetString(rest),
        [0, 0, 0xFE, 0xFF, .. var rest] => new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetString(rest),
        [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
        [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
        _ => null,
    };

    /// <summary>A NUL, or more than one control character in fifty, is no text in any encoding that news comes in without a mark.</summary>
    private static bool IsBinary(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, 65_536)];
        int controls = 0;
        foreach (byte b in sample)
        {
            if (b == 0)
                return true;
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r' or 0x0C or 0x1B))
                controls++;
        }
        return controls * 50 > sample.Length;
    }

    private static string Describe(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', ..] => "a PDF",
        [(byte)'P', (byte)'K', 3, 4, ..] => "a ZIP archive (or an office document)",
        [0x1F, 0x8B, ..] => "gzip data",
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "a PNG picture",
        [0xFF, 0xD8, 0xFF, ..] => "a JPEG picture",
        _ => "binary data",
    };
}
