using System.Text;

namespace Entente.Intake;

internal enum ParcelKind { Text, Lines, Json, Page, Feed, Mail, Mailbox, Pdf, Word, Warc, Gzip, Zip }

/// <summary>
/// What a parcel is. Bytes that cannot be anything else come first, then what a person called it, then what its sender declares, then what
/// it looks like: a page saved as .txt is a page, a story that begins with "{" in a .txt is text.
/// </summary>
internal static class ParcelKinds
{
    /// <summary>So many first bytes tell.</summary>
    public const int HeadBytes = 4096;

    private static readonly Dictionary<string, ParcelKind> ByEnding = new(StringComparer.Ordinal)
    {
        [".txt"] = ParcelKind.Text,
        [".text"] = ParcelKind.Text,
        [".jsonl"] = ParcelKind.Lines,
        [".ndjson"] = ParcelKind.Lines,
        [".json"] = ParcelKind.Json,
        [".eml"] = ParcelKind.Mail,
        [".mbox"] = ParcelKind.Mailbox,
        [".pdf"] = ParcelKind.Pdf,
        [".docx"] = ParcelKind.Word,
        [".odt"] = ParcelKind.Word,
    };

    private static readonly Dictionary<string, ParcelKind> ByMediaType = new(StringComparer.Ordinal)
    {
        ["text/plain"] = ParcelKind.Text,
        ["application/json"] = ParcelKind.Json,
        ["message/rfc822"] = ParcelKind.Mail,
        ["application/mbox"] = ParcelKind.Mailbox,
        ["application/pdf"] = ParcelKind.Pdf,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ParcelKind.Word,
        ["application/vnd.oasis.opendocument.text"] = ParcelKind.Word,
    };

    /// <summary>Whether a file so called is taken out of a folder; one named by a person is always looked into.</summary>
    public static bool IsArticle(string ending) => ByEnding.ContainsKey(ending);

    public static string AllEndings => string.Join(", ", ByEnding.Keys.Order(StringComparer.Ordinal));

    /// <summary>Null if nothing tells.</summary>
    public static ParcelKind? Of(Parcel parcel, ReadOnlySpan<byte> head)
    {
        if (ByBytes(head) is { } certain)
            return certain;
        if (ByEnding.TryGetValue(parcel.Ending, out var kind))
            return kind;
        if (parcel.Ending.Length > 0 && parcel.MediaType is null)
            return null;
        if (parcel.MediaType is { } type)
            return ByMediaType.TryGetValue(type, out kind) ? kind : null;
        return ByLook(head);
    }

    private static ParcelKind? ByBytes(ReadOnlySpan<byte> head) => DocumentKinds.ByBytes(head);

    private static ParcelKind ByLook(ReadOnlySpan<byte> head)
    {
        string start = Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\n', '\r', '\t');
        if (DocumentKinds.ByLook(head) is { } mail)
            return mail;
        return start.StartsWith('{') ? ParcelKind.Lines : ParcelKind.Text;
    }
}
