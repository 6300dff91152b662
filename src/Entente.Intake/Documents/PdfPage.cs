using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;

namespace Entente.Intake;

/// <summary>A paragraph of a page, and whether it stands in the margin above or below the rest.</summary>
internal readonly record struct PdfBlock(string Text, bool IsInMargin);

/// <summary>A page's paragraphs, as a person would read them: column by column.</summary>
internal static class PdfPage
{
    /// <summary>Of the page's height, above and below.</summary>
    private const double Margin = 0.1;

    public static IReadOnlyList<PdfBlock> BlocksOf(Page page)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(page.Letters).Where(w => !string.IsNullOrWhiteSpace(w.Text)).ToList();
        if (words.Count == 0)
            return [];
        var blocks = UnsupervisedReadingOrderDetector.Instance.Get(DocstrumBoundingBoxes.Instance.GetBlocks(words));
        return [.. blocks.Select(b => new PdfBlock(Joined(b.TextLines.Select(l => l.Text)), b.BoundingBox.Bottom > page.Height * (1 - Margin) || b.BoundingBox.Top < page.Height * Margin))];
    }

    /// <summary>"treat-" and "y" are one word; "UK-" and "Japan" keep their hyphen, as what follows it is no small letter.</summary>
    private static string Joined(IEnumerable<string> lines)
    {
        var all = new StringBuilder();
        foreach (string line in lines.Select(l => l.Trim()).Where(l => l.Length > 0))
        {
            bool isBroken = all.Length > 1 && all[^1] is '-' or '\u00AD' && char.IsLower(all[^2]) && char.IsLower(line[0]);
            if (isBroken)
                all.Length--;
            else if (all.Length > 0)
                all.Append(' ');
            all.Append(line);
        }
        return WithoutLigatures(all.ToString());
    }

    private static string WithoutLigatures(string text) => text.AsSpan().IndexOfAnyInRange('\uFB00', '\uFB06') < 0 ? text
        : string.Concat(text.Select(c => c is >= '\uFB00' and <= '\uFB06' ? c.ToString().Normalize(NormalizationForm.FormKC) : c.ToString()));
}
