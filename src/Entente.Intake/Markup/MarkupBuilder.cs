namespace Entente.Intake;

/// <summary>
/// Tokens to a tree. Missing tags are put in where text depends on it: html, head, body, the ends of paragraphs, items and cells. A phrase
/// (bold, a link) that overlaps a block is left as it stands, for text does not depend on that.
/// </summary>
internal sealed class MarkupBuilder(MarkupTokenizer tokenizer, MarkupTree tree, MarkupMode mode)
{
    private readonly bool isXml = mode == MarkupMode.Xml;
    private readonly int[] open = new int[MarkupTree.DeepestLevel];
    private readonly int[] openOf = new int[Tags.Count];
    private readonly TagSet neverEnded = new([]);
    private bool isTextUnended;
    private int depth;

    private Tag Top => tree.TagOf(open[depth - 1]);

    /// <summary>In an element of the head that may hold what else would begin the body.</summary>
    private bool IsWithinHead => openOf[(int)Tag.Noscript] + openOf[(int)Tag.Template] > 0 || TagSets.ContentOf(Top) != TextContent.Markup;

    private bool IsForeign => openOf[(int)Tag.Svg] + openOf[(int)Tag.Math] > 0;

    public void Build()
    {
        Push(tree.Add(new(Tag.Document, -1, 0, 0, 0, 0)));
        while (!tree.IsFull && tokenizer.Next())
            switch (tokenizer.Kind)
            {
                case TokenKind.Text:
                    AddText();
                    break;
                case TokenKind.StartTag:
                    Start(Tags.Named(tokenizer.Content));
                    break;
                case TokenKind.EndTag:
                    End(Tags.Named(tokenizer.Content));
                    break;
                default:
                    break;
            }
        CloseTo(0);
    }

    private void AddText()
    {
        if (tokenizer.ContentLength == 0)
            return;
        if (!isXml && tree.Body == 0 && !IsWithinHead)
        {
            if (tokenizer.Content.IsWhiteSpace())
                return;
            BeginBody();
        }
        tree.Add(new(Tag.Text, open[depth - 1], tokenizer.ContentStart, tokenizer.ContentLength, 0, 0));
    }

    private void Start(Tag tag)
    {
        if (isXml || (IsForeign && !IsHtmlAgain(tag)))
            Append(tag, isOpen: !tokenizer.IsSelfClosing);
        else if (tag is Tag.Html or Tag.Head or Tag.Body)
            StartFrame(tag);
        else
            StartHtml(tag);
    }

    private void StartHtml(Tag tag)
    {
        if (tree.Body == 0)
            StartBeforeBody(tag);
        CloseImplied(tag);
        Append(tag, isOpen: !TagSets.Void.Has(tag) && !(tag is Tag.Svg or Tag.Math && tokenizer.IsSelfClosing));
        tokenizer.IsForeign = IsForeign;
        ExpectText(tag);
    }

    /// <summary>Whether a tag within SVG or MathML is of the page: it stands in a part made for it, or the end was forgotten.</summary>
    private bool IsHtmlAgain(Tag tag)
    {
        for (int i = depth - 1; i > 0 && tree.TagOf(open[i]) is not (Tag.Svg or Tag.Math); i--)
            if (tree.Name(open[i]) is "foreignobject" or "desc" or "annotation-xml")
                return true;
        if (!TagSets.EndsForeign.Has(tag))
            return false;
        int first = 1;
        while (tree.TagOf(open[first]) is not (Tag.Svg or Tag.Math))
            first++;
        CloseTo(first);
        tokenizer.IsForeign = false;
        return true;
    }

    private void StartFrame(Tag tag)
    {
        if (tag == Tag.Body && tree.Body == 0)
            BeginBody();
        else if (tag == Tag.Head && tree.Body == 0 && tree.Head == 0)
            BeginHead();
        else if (tag == Tag.Html && depth == 1)
            Append(Tag.Html, isOpen: true);
    }

    private void StartBeforeBody(Tag tag)
    {
        if (IsWithinHead)
            return;
        if (!TagSets.OfHead.Has(tag))
            BeginBody();
        else if (tree.Head == 0)
            BeginHead();
    }

    private void BeginHead()
    {
        BeginPage();
        tree.Head = AppendImplied(Tag.Head);
    }

    private void BeginBody()
    {
        BeginPage();
        CloseTo(2);
        tree.Body = AppendImplied(Tag.Body);
    }

    private void BeginPage()
    {
        if (depth == 1)
            AppendImplied(Tag.Html);
    }

    /// <summary>With the attributes of the current tag, if it is the tag of that name.</summary>
    private int AppendImplied(Tag tag)
    {
        bool isStated = tokenizer.Kind == TokenKind.StartTag && Tags.Named(tokenizer.Content) == tag;
        int node = tree.Add(isStated ? NodeOf(tag) : new(tag, open[depth - 1], 0, 0, 0, 0));
        Push(node);
        return node;
    }

    private void CloseImplied(Tag tag)
    {
        // Browsers lose a text in a list of options; its end was forgotten.
        if (openOf[(int)Tag.Select] > 0 && tag != Tag.Hr && (tag == Tag.Select || TagSets.Block.Has(tag) || TagSets.TablePart.Has(tag)))
            CloseNearest(Tag.Select);
        if (TagSets.Block.Has(tag))
        {
            if (isTextUnended)
                CloseUnendedText();
            if (openOf[(int)Tag.P] > 0)
                CloseNearest(Tag.P);
        }
        if (TagSets.Heading.Has(tag) && TagSets.Heading.Has(Top))
            CloseTo(depth - 1);
        else if (tag == Tag.A && openOf[(int)Tag.A] > 0)
            CloseLink();
        else if (TagSets.EndedBy(tag) is var (ended, limits))
            CloseAll(ended, limits);
    }

    private void CloseUnendedText()
    {
        for (int i = 1; i < depth; i++)
            if (TagSets.ContentOf(tree.TagOf(open[i])) is not (TextContent.Markup or TextContent.Plain))
                CloseTo(i);
        isTextUnended = false;
    }

    private void CloseNearest(Tag sought)
    {
        for (int i = depth - 1; i > 0 && tree.TagOf(open[i]) is var tag && !TagSets.Scope.Has(tag) && (tag != Tag.Button || sought != Tag.P); i--)
            if (tag == sought)
            {
                CloseTo(i);
                return;
            }
    }

    /// <summary>A link within a link ends it, if only phrases lie between.</summary>
    private void CloseLink()
    {
        for (int i = depth - 1; i > 0 && TagSets.Phrase.Has(tree.TagOf(open[i])); i--)
            if (tree.TagOf(open[i]) == Tag.A)
            {
                CloseTo(i);
                return;
            }
    }

    private void CloseAll(TagSet ended, TagSet limits)
    {
        int last = depth;
        for (int i = depth - 1; i > 0 && !limits.Has(tree.TagOf(open[i])); i--)
            if (ended.Has(tree.TagOf(open[i])))
                last = i;
        CloseTo(last);
    }

    /// <summary>Where an element of mere text is never ended, browsers lose all that follows; here it is read as markup.</summary>
    private void ExpectText(Tag tag)
    {
        var content = TagSets.ContentOf(tag);
        if (content == TextContent.Markup)
            return;
        if (neverEnded.Has(tag) || !tokenizer.Expect(content, tag.ToString().ToLowerInvariant()))
        {
            neverEnded.Add(tag);
            isTextUnended = true;
            tokenizer.Expect(TextContent.Markup, "");
        }
    }

    private void End(Tag tag)
    {
        if (!isXml && tag is Tag.Html or Tag.Head or Tag.Body)
            return;
        if (!isXml && tag == Tag.Br)
            Append(Tag.Br, isOpen: false);
        else if (openOf[(int)tag] > 0)
            EndOpen(tag);
        else if (!isXml && tag == Tag.P && tree.Body > 0)
            Append(Tag.P, isOpen: false);
    }

    private void EndOpen(Tag tag)
    {
        for (int i = depth - 1; i > 0; i--)
        {
            var other = tree.TagOf(open[i]);
            if (other == tag && (tag != Tag.Unknown || tree.Name(open[i]).SequenceEqual(tokenizer.Content)))
            {
                CloseTo(i);
                return;
            }
            if (!isXml && Protects(other, tag))
                return;
        }
    }

    /// <summary>Whether an end tag does nothing to what is open beyond this element.</summary>
    private static bool Protects(Tag open, Tag ending)
    {
        if (TagSets.Phrase.Has(ending))
            return !TagSets.Phrase.Has(open);
        return TagSets.TablePart.Has(ending) || ending == Tag.Table ? open is Tag.Table or Tag.Template : TagSets.Scope.Has(open);
    }

    private void Append(Tag tag, bool isOpen)
    {
        int node = tree.Add(NodeOf(tag));
        if (isOpen)
            Push(node);
    }

    private MarkupNode NodeOf(Tag tag) => new(tag, open[depth - 1], tokenizer.ContentStart, tokenizer.ContentLength, tokenizer.FirstAttribute, tokenizer.AttributeCount);

    private void Push(int node)
    {
        if (depth == open.Length)
            return;
        open[depth++] = node;
        openOf[(int)tree.TagOf(node)]++;
    }

    private void CloseTo(int level)
    {
        while (depth > level)
        {
            int node = open[--depth];
            openOf[(int)tree.TagOf(node)]--;
            tree[node].End = tree.Count;
        }
    }
}
