using System.Text;
using System.Xml;

namespace Entente.Intake;

/// <summary>
/// The text of a Word document as its last reader would see it: insertions kept; deletions, hidden text, notes and field codes left out;
/// a text box once; a table's row as a line. A paragraph is a line.
/// </summary>
internal sealed class WordText
{
    private readonly Stack<StringBuilder> open = new();
    private readonly StringBuilder all = new();
    private readonly StringBuilder row = new();
    private int tables;
    private bool inRun, isHidden, isTitle;

    /// <summary>What its author set as the title.</summary>
    public string? Title { get; private set; }

    public static WordText Read(XmlReader xml)
    {
        var text = new WordText();
        bool more = xml.Read();
        while (more && !xml.EOF)
            if (xml.NodeType == XmlNodeType.Element && IsLeftOut(xml.LocalName))
                xml.Skip();
            else
            {
                text.Take(xml);
                more = xml.Read();
            }
        return text;
    }

    public override string ToString() => all.ToString();

    private static bool IsLeftOut(string name) => name is "del" or "moveFrom" or "Fallback" or "instrText" or "rPrChange" or "pPrChange" or "sectPr";

    private void Take(XmlReader xml)
    {
        if (xml.NodeType == XmlNodeType.Element)
        {
            Begin(xml);
            if (xml.IsEmptyElement)
                End(xml.LocalName);
        }
        else if (xml.NodeType == XmlNodeType.EndElement)
            End(xml.LocalName);
        else if (xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA && inRun && !isHidden && open.TryPeek(out var paragraph))
            paragraph.Append(xml.Value);
    }

    private void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "p": open.Push(new()); break;
            case "r": isHidden = false; break;
            case "t": inRun = true; break;
            case "tbl": tables++; break;
            case "vanish": isHidden = ValueOf(xml) is not ("0" or "false" or "off"); break;
            case "pStyle": isTitle = ValueOf(xml) is "Title" or "Titel" or "Titre"; break;
            case "numPr" when open.TryPeek(out var paragraph): paragraph.Insert(0, "• "); break;
            case "tab" or "br" or "cr" when open.TryPeek(out var paragraph): paragraph.Append(' '); break;
            case "noBreakHyphen" when open.TryPeek(out var paragraph): paragraph.Append('-'); break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t": inRun = false; break;
            case "pPr": isHidden = false; break;
            case "p" when open.TryPop(out var paragraph): EndParagraph(paragraph.ToString().Trim()); break;
            case "tr": EndRow(); break;
            case "tbl": tables--; break;
        }
    }

    private void EndParagraph(string line)
    {
        if (isTitle && line.Length > 0)
            Title ??= line;
        isTitle = false;
        if (line.Length == 0)
            return;
        if (tables > 0)
            row.Append(row.Length > 0 ? " | " : "").Append(line);
        else
            all.Append(line).Append("\n\n");
    }

    private void EndRow()
    {
        if (row.Length > 0)
            all.Append(row).Append('\n');
        row.Clear();
    }

    private static string? ValueOf(XmlReader xml) => xml.GetAttribute("val", xml.NamespaceURI);
}
