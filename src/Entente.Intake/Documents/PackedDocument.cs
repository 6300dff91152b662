using System.IO.Compression;
using System.Xml;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>The XML parts of a document that is a ZIP archive, each refused if it unpacks to more than any document holds.</summary>
internal sealed class PackedDocument(ZipArchive archive)
{
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = Limits.LargestItem,
    };

    public string? NameOf(Func<string, bool> isSought) => archive.Entries.FirstOrDefault(e => isSought(e.FullName))?.FullName;

    /// <exception cref="EntenteException">ENT0118: a bomb.</exception>
    public XmlReader? Part(string place, string name) => archive.GetEntry(name) is { } entry ? XmlReader.Create(Unpacked(place, entry), Settings) : null;

    private static MemoryStream Unpacked(string place, ZipArchiveEntry entry)
    {
        using var packed = entry.Open();
        var all = new MemoryStream();
        byte[] buffer = new byte[65_536];
        for (int read; (read = packed.Read(buffer)) > 0;)
        {
            all.Write(buffer, 0, read);
            if (all.Length > Limits.LargestItem || (all.Length > Limits.RatioFrom && all.Length > entry.CompressedLength * Limits.Ratio))
                throw new EntenteException(Faults.Bomb(place, entry.CompressedLength, all.Length));
        }
        all.Position = 0;
        return all;
    }
}
