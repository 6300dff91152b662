namespace Entente.Intake;

/// <summary>Archives by their first bytes.</summary>
internal static class ArchiveKinds
{
    private const int TarMagic = 257;
    private const int ZipName = 30;

    public static ParcelKind? Of(ReadOnlySpan<byte> head) =>
        head.StartsWith(GzipHeader.Magic) ? ParcelKind.Gzip
        : head.StartsWith("WARC/"u8) ? ParcelKind.Warc
        : head.StartsWith("PK\x3\x4"u8) || head.StartsWith("PK\x5\x6"u8) ? IsDocument(head) ? null : ParcelKind.Zip
        : head.Length > TarMagic && head[TarMagic..].StartsWith("ustar"u8) ? ParcelKind.Tar
        : null;

    /// <summary>Office documents and electronic books are zip files too; they are known by what comes first in them.</summary>
    private static bool IsDocument(ReadOnlySpan<byte> head) => head.Length > ZipName && head[ZipName..] is var name
        && (name.StartsWith("[Content_Types].xml"u8) || name.StartsWith("_rels/"u8) || name.StartsWith("docProps/"u8) || name.StartsWith("mimetype"u8));
}
