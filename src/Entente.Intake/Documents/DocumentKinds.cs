namespace Entente.Intake;

/// <summary>Documents and mails by their first bytes.</summary>
internal static class DocumentKinds
{
    private const int HeaderLines = 40;

    public static ParcelKind? ByBytes(ReadOnlySpan<byte> head) => head switch
    {
        [(byte)'%', (byte)'P', (byte)'D', (byte)'F', (byte)'-', ..] => ParcelKind.Pdf,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => ParcelKind.Word,
        [(byte)'P', (byte)'K', 3, 4, ..] when HasEntryIn(head, "word/"u8) || head.IndexOf("mimetypeapplication/vnd.oasis.opendocument.text"u8) >= 0 => ParcelKind.Word,
        _ => null,
    };

    /// <summary>An entry of a zip file so called, among those that begin in its first bytes.</summary>
    private static bool HasEntryIn(ReadOnlySpan<byte> head, ReadOnlySpan<byte> folder)
    {
        const int NameAt = 30;
        for (int at; (at = head.IndexOf("PK\x3\x4"u8)) >= 0; head = head[(at + 4)..])
            if (at + NameAt < head.Length && head[(at + NameAt)..].StartsWith(folder))
                return true;
        return false;
    }

    /// <summary>A mailbox begins with a "From " line; a mail with headers, of which From and Date or Subject are two.</summary>
    public static ParcelKind? ByLook(ReadOnlySpan<byte> head)
    {
        var line = Next(ref head);
        if (MailboxOpener.IsPostmark(line))
            return ParcelKind.Mailbox;
        bool from = false, other = false;
        for (int i = 0; i < HeaderLines && (IsFolded(line) || NameLength(line) > 0); i++, line = Next(ref head))
        {
            from |= line.StartsWith("From:"u8);
            other |= line.StartsWith("Date:"u8) || line.StartsWith("Subject:"u8) || line.StartsWith("MIME-Version:"u8);
        }
        return from && other ? ParcelKind.Mail : null;
    }

    private static bool IsFolded(ReadOnlySpan<byte> line) => line is [(byte)' ' or (byte)'\t', ..];

    private static int NameLength(ReadOnlySpan<byte> line) => line.IndexOf((byte)':') is var colon && colon > 0 && !line[..colon].Contains((byte)' ') ? colon : 0;

    private static ReadOnlySpan<byte> Next(ref ReadOnlySpan<byte> rest)
    {
        int end = rest.IndexOf((byte)'\n');
        var line = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return line;
    }
}
