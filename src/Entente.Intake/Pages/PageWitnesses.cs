using System.Text;

namespace Entente.Intake;

/// <summary>All that a page tells of itself, gathered in one walk over its tree; nothing is judged yet.</summary>
internal sealed class PageWitnesses
{
    /// <summary>Of meta elements and of what is shown; a page with more has thousands of comments.</summary>
    private const int MostWitnesses = 1000;

    private const int MostHeadings = 60;

    /// <summary>Nodes whose text is read for one value: a mark on a whole column is no byline.</summary>
    private const int MostNodes = 60;

    /// <summary>The rank of what has no mark but its words.</summary>
    private const int PlainText = 8;

    private readonly MarkupTree tree;
    private readonly JsonLd json = new();

    private PageWitnesses(MarkupTree tree) => this.tree = tree;

    public List<Witness> All { get; } = [];

    public List<Witness> Headings { get; } = [];

    /// <summary>The headline on the page, 0 if none is known.</summary>
    public int Heading { get; private set; }

    public static PageWitnesses Of(MarkupTree tree)
    {
        var page = new PageWitnesses(tree);
        for (int i = 1; i < tree.Count; i++)
            if (tree.TagOf(i) == Tag.Text)
                page.VisitText(i);
            else
                page.Visit(i);
        page.ReadThings();
        return page;
    }

    public IEnumerable<Witness> Of(MetaField field) => All.Where(w => w.Field == field).OrderBy(w => w.Rank);

    /// <summary>Now that the headline is known, what stands beside it is left out.</summary>
    public void LookFrom(int heading)
    {
        Heading = heading;
        All.RemoveAll(w => IsBeside(w.Node));
    }

    /// <summary>
    /// Whether a node stands in a part of the page that is not around its headline, such as a list of other stories. What holds half of
    /// the page is no such part, whatever its name.
    /// </summary>
    public bool IsBeside(int node)
    {
        int half = (tree.End(tree.Body) - tree.Body) / 2;
        for (; node > tree.Body && !Holds(node, Heading) && tree.End(node) - node <= half; node = tree.Parent(node))
            if ((MetaNames.TagsBeside.Find(tree.Name(node), out _) && !IsOfStory(tree.Parent(node)))
                || FindPart(MetaNames.PartsBeside, tree.Value(node, "class"), out _) || FindPart(MetaNames.PartsBeside, tree.Value(node, "id"), out _))
                return true;
        return false;
    }

    /// <summary>The foot of the story's own article is not the foot of the page.</summary>
    private bool IsOfStory(int node) => tree.TagOf(node) == Tag.Article && Holds(node, Heading);

    private bool IsFull => All.Count >= MostWitnesses;

    private bool Holds(int node, int other) => node < other && other < tree.End(node);

    /// <summary>Text within a node on one line.</summary>
    /// <param name="between">What parts two elements that touch: "Jane Roe" and "Reporter" side by side are two things.</param>
    public string TextOf(int node, string between = "")
    {
        var text = new StringBuilder();
        int end = Math.Min(tree.End(node), node + MostNodes);
        for (int i = node; i < end && text.Length < 2 * PlainValue.Longest; i++)
            if (tree.TagOf(i) is Tag.Script or Tag.Style)
                i = tree.End(i) - 1;
            else if (tree.TagOf(i) == Tag.Text)
                text.Append(text.Length > 0 && !char.IsWhiteSpace(text[^1]) && tree.Text(i) is [var first, ..] && !char.IsWhiteSpace(first) ? between : "")
                    .Append(tree.Text(i)[..Math.Min(tree.Text(i).Length, 2 * PlainValue.Longest)]);
            else if (TagSets.Block.Has(tree.TagOf(i)) || tree.TagOf(i) == Tag.Br)
                text.Append(' ');
        return PlainValue.OneLine(text.ToString());
    }

    /// <summary>The first word of a class, an id or an address that means something: "postAuthor-name" has post, author, name.</summary>
    private static bool FindPart(MetaNames parts, ReadOnlySpan<char> names, out MetaNames.Meaning meaning)
    {
        for (int i = 0, end; i < names.Length; i = Math.Max(end, i + 1))
        {
            end = i;
            while (end < names.Length && char.IsAsciiLetter(names[end]) && !(end > i && char.IsAsciiLetterUpper(names[end]) && char.IsAsciiLetterLower(names[end - 1])))
                end++;
            if (end > i && parts.Find(names[i..end], out meaning))
                return true;
        }
        meaning = default;
        return false;
    }

    private void Visit(int node)
    {
        switch (tree.TagOf(node))
        {
            case Tag.Html:
                Add(MetaField.Language, tree.Value(node, "lang"), 1, "html lang");
                Add(MetaField.Language, tree.Value(node, "xml:lang"), 1, "html lang");
                return;
            case Tag.Meta:
                if (!IsFull)
                    VisitMeta(node);
                return;
            case Tag.Link when tree.Value(node, "rel").Equals("canonical", StringComparison.OrdinalIgnoreCase):
                Add(MetaField.Url, tree.Value(node, "href"), 1, "link canonical");
                return;
            case Tag.Title when tree.TagOf(tree.Parent(node)) is Tag.Head or Tag.Html or Tag.Body:
                Add(MetaField.Title, TextOf(node), 4, "title");
                return;
            case Tag.Script:
                if (tree.Value(node, "type").StartsWith("application/ld+json", StringComparison.OrdinalIgnoreCase) && tree.End(node) > node + 1)
                    json.Read(tree.Text(node + 1));
                return;
            case Tag.H1 or Tag.H2 or Tag.H3 when Headings.Count < MostHeadings:
                Headings.Add(new(MetaField.Heading, TextOf(node), tree.TagOf(node) == Tag.H1 ? 1 : 2, "heading", node));
                break;
        }
        if (tree[node].AttributeCount > 0 && !IsFull)
            VisitShown(node);
    }

    /// <summary>"By Jane Roe", wherever it stands.</summary>
    private void VisitText(int node)
    {
        if (!IsFull && PageAuthors.StartsWithBy(tree.Text(node).TrimStart()) && tree.TagOf(tree.Parent(node)) is not (Tag.Script or Tag.Style or Tag.Title))
            Add(MetaField.Author, TextOf(LineOf(node), " | "), PlainText, "text", node);
    }

    private void VisitMeta(int node)
    {
        var content = tree.Value(node, "content");
        foreach (var attribute in tree.Attributes(node))
            if (tree.Slice(attribute.NameStart, attribute.NameLength) is "name" or "property" or "itemprop" or "http-equiv"
                && (MetaNames.Meta.Find(tree.Slice(attribute.ValueStart, attribute.ValueLength).Trim(), out var meaning)
                    || MetaNames.Properties.Find(tree.Slice(attribute.ValueStart, attribute.ValueLength).Trim(), out meaning)))
                Add(meaning.Field, content, meaning.Rank, meaning.From, node);
    }

    private void VisitShown(int node)
    {
        var tag = tree.TagOf(node);
        foreach (var attribute in tree.Attributes(node))
        {
            var names = tree.Slice(attribute.ValueStart, Math.Min(attribute.ValueLength, PlainValue.Longest));
            var meaning = default(MetaNames.Meaning);
            bool isFound = tree.Slice(attribute.NameStart, attribute.NameLength) switch
            {
                "itemprop" or "property" => MetaNames.Properties.FindAmong(names, out meaning),
                "class" => MetaNames.Classes.FindAmong(names, out meaning) || (names.ContainsAny(MetaNames.AnyClassPart) && FindPart(MetaNames.ClassParts, names, out meaning)),
                "rel" => MetaNames.Relations.FindAmong(names, out meaning),
                "pubdate" when tag == Tag.Time => Assign(out meaning, new(MetaField.Published, "time pubdate", 3)),
                "datetime" when tag == Tag.Time => Assign(out meaning, new(MetaField.Published, "time datetime", 6)),
                _ => false,
            };
            if (isFound)
                AddShown(node, meaning);
        }
    }

    private static bool Assign(out MetaNames.Meaning to, MetaNames.Meaning meaning)
    {
        to = meaning;
        return true;
    }

    private void AddShown(int node, MetaNames.Meaning meaning)
    {
        if (meaning.Field == MetaField.Heading)
        {
            if (Headings.Count < MostHeadings)
                Headings.Add(new(MetaField.Heading, TextOf(node), meaning.Rank, meaning.From, node));
            return;
        }
        bool isDate = meaning.Field is MetaField.Published or MetaField.Modified;
        if (isDate)
            foreach (string attribute in (ReadOnlySpan<string>)["datetime", "content", "title"])
                if (tree.Value(node, attribute) is { Length: > 5 } stated)
                {
                    Add(meaning.Field, stated, meaning.Rank, meaning.From, node);
                    return;
                }
        Add(meaning.Field, meaning.Field == MetaField.Author ? TextOf(NameIn(node), " | ") : TextOf(node), meaning.Rank, meaning.From, node);
    }

    /// <summary>The element around a text that is one line, or the text alone.</summary>
    private int LineOf(int text)
    {
        int node = tree.Parent(text);
        while (node > tree.Body && !TagSets.Block.Has(tree.TagOf(node)) && !TagSets.TablePart.Has(tree.TagOf(node)))
            node = tree.Parent(node);
        return tree.End(node) - node > MostNodes ? text : node;
    }

    /// <summary>The element within an author's that is only his name, or his own.</summary>
    private int NameIn(int node)
    {
        int end = Math.Min(tree.End(node), node + MostNodes);
        for (int i = node + 1; i < end; i++)
            if (tree.TagOf(i) != Tag.Text && tree.Value(i, "itemprop") is "name")
                return i;
        return node;
    }

    private void ReadThings()
    {
        var things = json.Things;
        var main = things.Where(t => t.Rank == 1).OrderByDescending(IsOfThisPage).FirstOrDefault();
        foreach (var thing in things.Where(t => t == main || t.Rank > 1))
        {
            Add(MetaField.Type, thing.Types[0], thing.Rank, "json @type");
            foreach (var (property, value) in thing.Said)
                if (MetaNames.Json.Find(property, out var meaning) && json.Resolve(value) is { } resolved)
                    Add(meaning.Field, resolved, meaning.Rank + thing.Rank - 1, meaning.From);
        }
    }

    /// <summary>Lists of other stories are described in the same way: the page's own has its headline.</summary>
    private bool IsOfThisPage(JsonThing thing) => thing.First("headline") is { } headline && PlainValue.Letters(PlainValue.Of(headline)) is { Length: > 0 } letters
        && All.Exists(w => w.Field == MetaField.Title && PlainValue.Letters(w.Value).Contains(letters, StringComparison.Ordinal));

    private void Add(MetaField field, ReadOnlySpan<char> raw, int rank, string from, int node = 0)
    {
        if (PlainValue.Of(raw) is { Length: > 0 } value)
            All.Add(new(field, value, rank, from, node));
    }
}
