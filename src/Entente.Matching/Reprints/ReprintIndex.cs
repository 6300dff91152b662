namespace Entente.Matching;

/// <summary>
/// Finds the texts that are one underlying copy: reprinted, cut, edited, with a new head or another agency's lines put in. Each text is
/// asked and added; what comes later may still part or join what came before, so the groups are asked for in the end.
/// </summary>
public sealed class ReprintIndex
{
    private readonly List<Fingerprint> texts = [];
    private readonly SampleTable table = new();
    private readonly CandidateFinder finder;
    private readonly Aligner aligner = new();
    private readonly Cohesion cohesion = new();
    private readonly List<Link> links = [];
    private readonly Joined twins = new();
    private readonly List<uint> samples = [];
    private readonly Alignment found = new();

    public ReprintIndex() => finder = new(table);

    public int Count => texts.Count;

    /// <summary>Adds a text; the one among those before it with which it shares most, if most of either stands in the other.</summary>
    public ReprintMatch? Add(Fingerprint text)
    {
        int number = texts.Count;
        texts.Add(text);
        twins.Add();
        Samples.Of(text.Words, samples);
        var closest = Compare(number);
        Post(number);
        if (!twins.HasOthers(number))
            cohesion.Add(text.Words);
        return closest is { } link ? new(link, text, texts[link.Other]) : null;
    }

    /// <summary>The groups of texts that are one copy, in the order of their first texts; a text without copies is a group of its own.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups() => new Settlement(texts, links, cohesion).Groups();

    /// <summary>Links the text to those with which it shares a good piece; the link to the closest of its kin.</summary>
    private Link? Compare(int number)
    {
        Link? closest = null;
        aligner.Prepare(texts[number].Words);
        foreach (int candidate in finder.Find(samples, texts))
        {
            if (LinkOf(number, candidate) is not { } link)
                continue;
            links.Add(link);
            int words = texts[number].WordCount, others = texts[candidate].WordCount;
            var kinship = ReprintRule.Of(link, words, others);
            if (kinship == Kinship.Same)
                twins.Join(number, candidate);
            if (kinship != Kinship.None && (closest is null || link.Covered > closest.Value.Covered))
                closest = link;
            if (link.Covered > ReprintRule.Whole * words && link.OtherCovered > ReprintRule.Whole * others)
                break;
        }
        return closest;
    }

    private Link? LinkOf(int number, int candidate)
    {
        aligner.Align(texts[candidate].Words, found);
        return ReprintRule.IsLink(found, texts[number].WordCount, texts[candidate].WordCount) ? new(number, candidate, found.Covered, found.OtherCovered) : null;
    }

    /// <summary>What a twin of the text has posted is not posted again: a thousand copies of one text cost the table no more than one.</summary>
    private void Post(int number)
    {
        Span<int> holders = stackalloc int[SampleTable.Most];
        foreach (uint sample in samples)
        {
            int count = table.Find(sample, holders);
            bool isPosted = count == SampleTable.Most;
            for (int i = 0; i < count && !isPosted; i++)
                isPosted = twins.AreTogether(number, holders[i]);
            if (!isPosted)
                table.Add(sample, number);
        }
    }
}
