using System.Buffers;

namespace Entente.Intake;

/// <summary>
/// The text of a page's body as runs: white space collapsed, soft hyphens and what has no width left out, two line breaks in a row are a
/// new paragraph. What is never shown is not gone into.
/// </summary>
internal sealed class PageRuns : IDisposable
{
    /// <summary>Why a run is left out that lies elsewhere on the page than the story.</summary>
    public const string Beside = "beside";

    private static readonly TagSet NeverShown = new(Tag.Script, Tag.Style, Tag.Noscript, Tag.Template, Tag.Iframe, Tag.Svg, Tag.Math, Tag.Select, Tag.Button, Tag.Textarea, Tag.Object,
        Tag.Applet, Tag.Canvas, Tag.Audio, Tag.Video, Tag.Embed, Tag.Noframes, Tag.Noembed, Tag.Head, Tag.Title, Tag.Map, Tag.Input, Tag.Meter, Tag.Progress, Tag.Rp, Tag.Rt);

    private static readonly SearchValues<char> SentenceEnds = SearchValues.Create(".!?”\"’:…)。！？؟।");

    /// <summary>Nodes in one link; what has more is a link that someone forgot to end.</summary>
    private const int LargestLink = 50;

    private readonly MarkupTree tree;

    /// <summary>The nearest block of each node, itself included.</summary>
    private readonly int[] blockOf;

    private readonly bool[] isInLink;
    private readonly List<PageRun> runs = [];
    private char[] letters;
    private int length;
    private bool isBroken = true;
    private bool isSpaceDue;
    private int breaks;

    public PageRuns(MarkupTree tree)
    {
        this.tree = tree;
        blockOf = new int[tree.Count];
        isInLink = new bool[tree.Count];
        letters = ArrayPool<char>.Shared.Rent(16_384);
        Collect(tree.Body);
        foreach (ref var run in All)
            Weigh(ref run);
    }

    public Span<PageRun> All => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(runs);

    public ReadOnlySpan<char> Text(in PageRun run) => letters.AsSpan(run.Start, run.Length);

    /// <summary>Takes back all reasons, to begin anew.</summary>
    public void Forget()
    {
        foreach (ref var run in All)
        {
            (run.Why, run.IsWitnessed) = (null, null);
            Weigh(ref run);
        }
    }

    public void Dispose()
    {
        ArrayPool<char>.Shared.Return(letters);
        letters = [];
    }

    private void Collect(int body)
    {
        blockOf[body] = body;
        isInLink[body] = false;
        for (int i = body + 1; i < tree.End(body); i++)
        {
            ref readonly var node = ref tree[i];
            (blockOf[i], isInLink[i]) = (blockOf[node.Parent], isInLink[node.Parent] || IsLink(i));
            if (node.Tag == Tag.Text)
                Append(i);
            else if (NeverShown.Has(node.Tag))
                i = node.End - 1;
            else if (node.Tag == Tag.Br)
                breaks++;
            else if (TagSets.Block.Has(node.Tag) || TagSets.TablePart.Has(node.Tag))
            {
                blockOf[i] = i;
                isBroken = true;
            }
        }
    }

    private bool IsLink(int node) => tree.TagOf(node) == Tag.A && tree.End(node) - node <= LargestLink && tree.Has(node, "href");

    private void Append(int node)
    {
        var text = tree.Text(node);
        int first = FirstShown(text);
        if (first == text.Length)
        {
            isSpaceDue |= text.Length > 0;
            return;
        }
        if (isBroken || breaks > 1 || runs[^1].Block != blockOf[node])
            Begin(node);
        else if (breaks == 1)
            Put('\n');
        else if (isSpaceDue || first > 0)
            Put(' ');
        breaks = 0;
        int before = length;
        Write(text[first..]);
        ref var run = ref All[^1];
        run.Length = length - run.Start;
        if (isInLink[node])
            run.Linked += length - before;
    }

    private void Begin(int node)
    {
        runs.Add(new(blockOf[node], node, KindOf(blockOf[node]), length));
        isBroken = false;
    }

    private void Write(ReadOnlySpan<char> text)
    {
        if (letters.Length < length + text.Length + 1)
            Grow(text.Length + 1);
        bool isSpace = false;
        foreach (char c in text)
            if (IsSpace(c))
                isSpace = true;
            else if (!IsUnseen(c))
            {
                if (isSpace)
                    letters[length++] = ' ';
                letters[length++] = c;
                isSpace = false;
            }
        isSpaceDue = isSpace;
    }

    private void Put(char c)
    {
        if (letters.Length <= length)
            Grow(1);
        letters[length++] = c;
    }

    private void Grow(int more)
    {
        char[] larger = ArrayPool<char>.Shared.Rent((length + more) * 2);
        letters.AsSpan(0, length).CopyTo(larger);
        ArrayPool<char>.Shared.Return(letters);
        letters = larger;
    }

    private void Weigh(ref PageRun run)
    {
        var text = Text(run);
        bool isSentence = SentenceEnds.Contains(text[^1]);
        // A Chinese character says as much as three letters.
        int plain = (run.Length - run.Linked) * (text[text.Length / 2] >= '\u2E80' ? 3 : 1);
        run.IsProse = run.Kind != RunKind.Heading && (plain >= 80 || (isSentence && plain >= 40)) && (!run.IsLinks || (isSentence && plain >= 80 && run.Kind == RunKind.Paragraph));
        run.Weight = run.IsProse ? Math.Max(run.Length - 2 * run.Linked, 0)
            : run.Kind == RunKind.Heading || (isSentence && !run.IsLinks) ? 0
            : run.IsLinks ? -Math.Min(20 + run.Length / 2, 60)
            : -8;
    }

    private RunKind KindOf(int block)
    {
        for (int i = block; i > 0; i = tree.Parent(i))
            switch (tree.TagOf(i))
            {
                case Tag.H1 or Tag.H2 or Tag.H3 or Tag.H4 or Tag.H5 or Tag.H6:
                    return RunKind.Heading;
                case Tag.Li:
                    return RunKind.Item;
                case Tag.Blockquote:
                    return RunKind.Quote;
                case Tag.P or Tag.Dd or Tag.Dt or Tag.Pre:
                    return tree.TagOf(tree.Parent(i)) switch { Tag.Li => RunKind.Item, Tag.Blockquote => RunKind.Quote, _ => RunKind.Paragraph };
                case Tag.Td or Tag.Th:
                    return RunKind.Cell;
                case Tag.Div or Tag.Section or Tag.Article or Tag.Main or Tag.Ul or Tag.Ol or Tag.Table:
                    return RunKind.Text;
                default:
                    break;
            }
        return RunKind.Text;
    }

    private static int FirstShown(ReadOnlySpan<char> text)
    {
        int first = 0;
        while (first < text.Length && (IsSpace(text[first]) || IsUnseen(text[first])))
            first++;
        return first;
    }

    private static bool IsSpace(char c) => c is ' ' or '\n' or '\t' or '\u00A0' || (c < ' ') || (c > '\u1000' && char.IsWhiteSpace(c));

    /// <summary>Soft hyphens, marks without width, and what is no character.</summary>
    private static bool IsUnseen(char c) => c is '\u00AD' or (>= '\u200B' and <= '\u200F') or (>= '\u202A' and <= '\u202E') or (>= '\u2060' and <= '\u2064')
        or (>= '\u2066' and <= '\u2069') or '\uFEFF' or (>= '\u007F' and <= '\u009F' and not '\u0085');
}
