using System.Text;

namespace Entente.Intake;

internal enum ParcelKind { Text, Lines, Json, Page, Feed, Mail, Mailbox, Pdf, Word, Warc, Gzip, Zip, Tar }

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
        [".warc"] = ParcelKind.Warc,
        [".wet"] = ParcelKind.Warc,
        [".gz"] = ParcelKind.Gzip,
        [".tgz"] = ParcelKind.Gzip,
        [".zip"] = ParcelKind.Zip,
        [".tar"] = ParcelKind.Tar,
        [".html"] = ParcelKind.Page,
        [".htm"] = ParcelKind.Page,
        [".xhtml"] = ParcelKind.Page,
        [".rss"] = ParcelKind.Feed,
        [".atom"] = ParcelKind.Feed,
        [".rdf"] = ParcelKind.Feed,
        [".xml"] = ParcelKind.Feed,
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
        ["text/html"] = ParcelKind.Page,
        ["application/xhtml+xml"] = ParcelKind.Page,
        ["application/rss+xml"] = ParcelKind.Feed,
        ["application/atom+xml"] = ParcelKind.Feed,
        ["application/rdf+xml"] = ParcelKind.Feed,
        ["application/xml"] = ParcelKind.Feed,
        ["text/xml"] = ParcelKind.Feed,
        ["message/rfc822"] = ParcelKind.Mail,
        ["application/mbox"] = ParcelKind.Mailbox,
        ["application/pdf"] = ParcelKind.Pdf,
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = ParcelKind.Word,
        ["application/vnd.oasis.opendocument.text"] = ParcelKind.Word,
    };

    /// <summary>Whether a file so called is taken out of a folder; one named by a person is always looked into.</summary>
    /// <remarks>Most files of XML are something else than feeds: only who names one means it.</remarks>
    public static bool IsArticle(string ending) => ByEnding.ContainsKey(ending) && ending != ".xml";

    public static string AllEndings => string.Join(", ", ByEnding.Keys.Order(StringComparer.Ordinal));

    /// <summary>Null if nothing tells.</summary>
    public static ParcelKind? Of(Parcel parcel, ReadOnlySpan<byte> head)
    {
        if (ByBytes(parcel.Ending, head) is { } certain)
            return certain;
        if (ByEnding.TryGetValue(parcel.Ending, out var kind))
            return kind;
        if (parcel.Ending.Length > 0 && parcel.MediaType is null)
            return null;
        if (parcel.MediaType is { } type)
            return ByMediaType.TryGetValue(type, out kind) ? kind : null;
        return ByLook(head);
    }

    private static ParcelKind? ByBytes(string ending, ReadOnlySpan<byte> head) =>
        DocumentKinds.ByBytes(head) ?? ArchiveKinds.Of(head) ?? (ending is ".jsonl" or ".ndjson" or ".json" ? null : ByFirstTag(StartOf(head)));

    /// <summary>Its first tag is one that only pages, or only feeds, begin with.</summary>
    private static ParcelKind? ByFirstTag(string start)
    {
        if (!start.StartsWith('<'))
            return null;
        using var tokens = new MarkupTokenizer(start);
        while (tokens.Next())
            if (tokens.Kind is TokenKind.StartTag or TokenKind.Doctype)
                return tokens.Content switch { "html" or "head" or "body" => ParcelKind.Page, "rss" or "feed" or "rdf:rdf" => ParcelKind.Feed, _ => null };
            else if (tokens.Kind == TokenKind.Text && !tokens.Content.IsWhiteSpace())
                return null;
        return null;
    }

    private static ParcelKind ByLook(ReadOnlySpan<byte> head) => DocumentKinds.ByLook(head) ?? (StartOf(head).StartsWith('{') ? ParcelKind.Lines : ParcelKind.Text);

    /// <summary>Good for ASCII, in whatever encoding, without marks and white space before.</summary>
    private static string StartOf(ReadOnlySpan<byte> head) =>
        Encoding.Latin1.GetString(head).Replace("\0", "", StringComparison.Ordinal).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\n', '\r', '\t');
}
