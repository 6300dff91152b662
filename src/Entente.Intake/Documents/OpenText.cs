using System.Text;
using System.Xml;

namespace Entente.Intake;

/// <summary>The text of an OpenDocument text: a paragraph is a line; notes, comments and deleted text are left out.</summary>
internal static class OpenText
{
    public static string Read(XmlReader xml)
    {
        var all = new StringBuilder();
        int paragraphs = 0;
        bool more = xml.Read();
        while (more && !xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName is "note" or "annotation" or "tracked-changes")
            {
                xml.Skip();
                continue;
            }
            Take(xml, all, ref paragraphs);
            more = xml.Read();
        }
        return all.ToString();
    }

    private static void Take(XmlReader xml, StringBuilder all, ref int paragraphs)
    {
        bool begins = xml.NodeType == XmlNodeType.Element;
        if (begins && xml.LocalName == "list-item")
            all.Append("• ");
        else if (begins && xml.LocalName is "s" or "tab" or "line-break")
            all.Append(' ');
        else if (xml.LocalName is "p" or "h" && begins && !xml.IsEmptyElement)
            paragraphs++;
        else if (xml.LocalName is "p" or "h" && xml.NodeType == XmlNodeType.EndElement)
        {
            paragraphs--;
            all.Append("\n\n");
        }
        else if (paragraphs > 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
            all.Append(xml.Value);
    }
}
