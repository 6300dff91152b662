namespace Entente.Tests;

/// <summary>A text of a set, what was done to it, and the number of its origin: copies of one story share it, all else has its own.</summary>
internal readonly record struct SetText(string Text, Edit Edit, int Origin);

/// <summary>A set of stories, copies of some of them, and texts that only look like copies, in an order of chance.</summary>
/// <param name="Reprints">Share of the set, as are the others; what is left are stories.</param>
internal sealed record ReprintSet(int Count, double Reprints, double FollowUps, double Splices, int Seed)
{
    /// <param name="story">The text of a story by its number.</param>
    /// <param name="stories">How many stories there are at most; those left over become reprints.</param>
    public SetText[] Make(Func<int, string> story, int stories = int.MaxValue)
    {
        var random = new Random(Seed);
        var copies = new EditedCopies(random);
        int followUps = Math.Min((int)(Count * FollowUps), stories / 2), splices = (int)(Count * Splices);
        int originals = Math.Min(stories - followUps, Count - followUps - splices - (int)(Count * Reprints));
        string Any() => story(random.Next(originals));
        HashSet<int> Several(int count)
        {
            var several = new HashSet<int>();
            while (several.Count < count)
                several.Add(random.Next(originals));
            return several;
        }
        var texts = new SetText[Count];
        for (int i = 0; i < Count; i++)
            if (i < originals)
                texts[i] = new(story(i), Edit.Original, i);
            else if (i < originals + followUps)
                texts[i] = new(copies.FollowUp(story(i), Any()), Edit.FollowUp, i);
            else if (i < originals + followUps + splices)
                texts[i] = new(copies.Splice([.. Several(2 + random.Next(2)).Select(story)]), Edit.Splice, i);
            else
            {
                int origin = random.Next(originals);
                var edit = (Edit)random.Next((int)Edit.Verbatim, (int)Edit.Mixed + 1);
                texts[i] = new(copies.Copy(story(origin), edit, Any()), edit, origin);
            }
        random.Shuffle(texts);
        return texts;
    }
}

/// <summary>How well groups fit the origins: pairs of texts rightly together, and of each edit the share that is with its story.</summary>
internal sealed class ReprintScore
{
    private readonly SetText[] texts;
    private readonly int[] groupOf;

    public ReprintScore(SetText[] texts, IReadOnlyList<IReadOnlyList<int>> groups)
    {
        this.texts = texts;
        groupOf = new int[texts.Length];
        foreach (var (number, group) in groups.Index())
            foreach (int text in group)
                groupOf[text] = number;
        long both = Pairs(texts.Select((t, i) => (t.Origin, groupOf[i])));
        Precision = (double)both / Math.Max(1, Pairs(groupOf.Select(g => (g, 0))));
        Recall = (double)both / Math.Max(1, Pairs(texts.Select(t => (t.Origin, 0))));
    }

    public double Precision { get; }

    public double Recall { get; }

    /// <summary>Of the texts so edited, those in the group of their story.</summary>
    public double Found(Edit edit)
    {
        var stories = texts.Index().Where(t => t.Item.Edit == Edit.Original).ToDictionary(t => t.Item.Origin, t => groupOf[t.Index]);
        var edited = texts.Index().Where(t => t.Item.Edit == edit).ToList();
        return (double)edited.Count(t => stories[t.Item.Origin] == groupOf[t.Index]) / Math.Max(1, edited.Count);
    }

    /// <summary>Of follow-ups or round-ups, those put together with any other text.</summary>
    public double Merged(Edit edit)
    {
        var sizes = groupOf.GroupBy(g => g).ToDictionary(g => g.Key, g => g.Count());
        var edited = texts.Index().Where(t => t.Item.Edit == edit).ToList();
        return (double)edited.Count(t => sizes[groupOf[t.Index]] > 1) / Math.Max(1, edited.Count);
    }

    private static long Pairs(IEnumerable<(int, int)> keys) => keys.GroupBy(k => k).Sum(g => (long)g.Count() * (g.Count() - 1) / 2);
}
