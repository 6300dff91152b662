using System.Globalization;
using System.Text;

namespace Entente.Intake;

/// <summary>What stands in the margin of page after page (the name of a paper, a running title), and page numbers.</summary>
internal static class PageFurniture
{
    public static (string Text, IReadOnlyList<Removed> Removed) Without(IReadOnlyList<IReadOnlyList<PdfBlock>> pages)
    {
        var counts = pages.SelectMany(p => p.Where(b => b.IsInMargin).Select(b => WithoutNumbers(b.Text)).Distinct()).CountBy(t => t).ToDictionary(StringComparer.Ordinal);
        var removed = new List<Removed>();
        var text = new StringBuilder();
        foreach (var block in pages.SelectMany(p => p))
            if (block.IsInMargin && (counts[WithoutNumbers(block.Text)] > 1 || IsNumber(block.Text)))
                removed.Add(new(block.Text, "page furniture"));
            else
                Append(text, block.Text);
        return (text.ToString().Trim(), removed);
    }

    /// <summary>A paragraph that a column or a page breaks goes on with a small letter.</summary>
    private static void Append(StringBuilder text, string block)
    {
        bool goesOn = text.Length > 2 && block.Length > 0 && char.IsLower(block[0]) && (char.IsLower(text[^1]) || text[^1] is ',' or '-');
        if (goesOn && text[^1] == '-')
            text.Length--;
        else
            text.Append(goesOn ? " " : text.Length > 0 ? "\n\n" : "");
        text.Append(block);
    }

    private static string WithoutNumbers(string text) => string.Concat(text.Where(c => !char.IsAsciiDigit(c)));

    private static bool IsNumber(string text) => text.Trim('-', '–', ' ', '|').Replace("Page ", "", StringComparison.OrdinalIgnoreCase) is var rest
        && int.TryParse(rest.Split(" of ")[0], NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
