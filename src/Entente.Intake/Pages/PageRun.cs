namespace Entente.Intake;

internal enum RunKind : byte { Text, Paragraph, Heading, Item, Quote, Cell }

/// <summary>A stretch of a page's text without a break: a paragraph, a heading, a cell, or text that stands loose in a block.</summary>
/// <param name="Block">The node that it stands in, its nearest block.</param>
/// <param name="Start">Where its clean text lies among all of the page.</param>
internal record struct PageRun(int Block, int FirstText, RunKind Kind, int Start)
{
    public int Length { get; set; }

    /// <summary>How many of its characters are links.</summary>
    public int Linked { get; set; }

    /// <summary>Positive for prose, negative for what stands around it.</summary>
    public int Weight { get; set; }

    public bool IsProse { get; set; }

    /// <summary>Whether the page's own witness has it; null if there is none, or it is too short to tell.</summary>
    public bool? IsWitnessed { get; set; }

    public string? Why { get; set; }

    public readonly bool IsLinks => Linked * 2 > Length;
}
