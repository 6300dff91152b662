using System.IO.Compression;
using System.Xml;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>Word (.docx) and OpenDocument (.odt): one article each. The old binary .doc is refused by name.</summary>
internal sealed class WordOpener : IOpener
{
    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var whole = new LineReader(parcel.Content, Limits.LargestItem).ReadAll();
        return [whole.IsTooLong ? Taken.Aside(Faults.TooLong(parcel.Place, whole.Length, Limits.LargestItem)) : Open(parcel, whole.Bytes)];
    }

    private static Taken Open(Parcel parcel, byte[] bytes)
    {
        // An encrypted .docx is an old binary container too, with this entry in UTF-16.
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
            return Taken.Aside(bytes.AsSpan().IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? Faults.Encrypted(parcel.Place)
                : Faults.UnknownFileKind(parcel.Place, "Word 97-2003 (.doc)", ParcelKinds.AllEndings));
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return archive.Entries.Count > Limits.Entries
                ? Taken.Aside(Faults.TooMany(parcel.Place, "more parts", Limits.Entries))
                : Read(parcel, new(archive));
        }
        catch (EntenteException e)
        {
            return Taken.Aside(e.Fault);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or XmlException or NotSupportedException or ArgumentException or FormatException or OverflowException)
        {
            return Taken.Aside(Faults.BrokenDocument(parcel.Place, "document", e is XmlException ? "broken XML" : "a damaged archive"));
        }
    }

    private static Taken Read(Parcel parcel, PackedDocument document)
    {
        string? main = document.NameOf(n => n.StartsWith("word/document", StringComparison.Ordinal) && n.EndsWith(".xml", StringComparison.Ordinal));
        string? open = main is null ? document.NameOf(n => n == "content.xml") : null;
        if ((main ?? open) is not { } part)
            return Taken.Aside(Faults.BrokenDocument(parcel.Place, "Word document", "an archive without one"));
        using var xml = document.Part(parcel.Place, part)!;
        var word = main is null ? null : WordText.Read(xml);
        string text = word?.ToString() ?? OpenText.Read(xml);
        if (string.IsNullOrWhiteSpace(text))
            return Taken.Aside(Faults.EmptyInput(parcel.Place));
        using var about = document.Part(parcel.Place, main is null ? "meta.xml" : "docProps/core.xml");
        var properties = about is null ? [] : Properties(about);
        return Taken.From(parcel.Place, new Article
        {
            Name = parcel.Name,
            Text = text.TrimEnd('\n'),
            Title = properties.GetValueOrDefault("title") ?? word?.Title,
            Authors = properties.GetValueOrDefault("creator") is { } author ? [author] : [],
            Modified = DocumentDate.DayOf(properties.GetValueOrDefault(main is null ? "date" : "modified")),
            Url = parcel.Url,
        });
    }

    private static Dictionary<string, string> Properties(XmlReader xml)
    {
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        string name = "";
        while (xml.Read())
            if (xml.NodeType == XmlNodeType.Element)
                name = xml.LocalName;
            else if (xml.NodeType == XmlNodeType.Text && xml.Value.Trim() is { Length: > 0 } value)
                all.TryAdd(name, value);
        return all;
    }
}
