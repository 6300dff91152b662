using System.Globalization;

namespace Entente.Matching;

/// <summary>Makes stories what they are once an article has come, and notes in each what changed and why.</summary>
/// <param name="nearest">The story nearest to the text that came, if any is near.</param>
internal sealed class Regrouping(StoryReasons reasons, StoryText added, StoryGroup? nearest)
{
    private readonly string article = added.Articles[0].Id;

    /// <param name="Before">The stories whose texts these were, by arrival.</param>
    private sealed record Part(List<StoryBlock> Blocks, List<StoryGroup> Before, bool HasAdded)
    {
        public bool IsWhole => Before.Count == 1 && Before[0].Texts.Count == Blocks.Sum(b => b.Texts.Count) - (HasAdded ? 1 : 0);
    }

    public void Apply(IEnumerable<List<StoryBlock>> parts)
    {
        // All are looked at before any is changed.
        foreach (var part in parts.Select(Look).ToList())
            if (part.Before.Count == 0)
                Begin();
            else if (!part.IsWhole)
                Rebuild(part);
            else if (part.HasAdded)
                Grow(part.Before[0]);
    }

    /// <summary>All texts of a block are of one story.</summary>
    private Part Look(List<StoryBlock> blocks)
    {
        var firsts = blocks.Select(b => b.Texts[0]).ToList();
        return new(blocks, [.. firsts.Where(t => t != added).Select(t => t.Group).Distinct().OrderBy(g => g.Texts[0].Number)], firsts.Contains(added));
    }

    private void Begin()
    {
        string reason = nearest is null ? "nothing like it came before" : $"nearest is {nearest.Id}, but {reasons.Apart(added.Vector, nearest.Sum)}";
        _ = new StoryGroup([added], [new(StoryChangeKind.Begun, article, reason)]);
    }

    private void Grow(StoryGroup group)
    {
        group.Changes.Add(Addition(group.Sum));
        group.Add(added);
    }

    private StoryChange Addition(TermVector others) => new(StoryChangeKind.Added, article, reasons.Shared(added.Vector, others));

    private void Rebuild(Part part)
    {
        var texts = part.Blocks.SelectMany(b => b.Texts).OrderBy(t => t.Number).ToList();
        var here = texts.ToHashSet();
        var heirs = part.Before.Where(g => here.Contains(g.Texts[0])).ToList();
        var main = heirs.Count > 0 ? heirs[0] : part.Before[0];
        var stays = SumOf(main.Texts.Where(here.Contains));
        var changes = heirs.SelectMany(h => h.Changes).ToList();
        if (heirs.Count == 0)
            changes.Add(Change(StoryChangeKind.Split, $"out of {main.Id}: {reasons.Apart(stays, SumOf(main.Texts.Where(t => !here.Contains(t))))}"));
        foreach (var heir in heirs)
            if (heir.Texts.Where(t => !here.Contains(t)).ToList() is { Count: > 0 } left)
                changes.Add(Change(StoryChangeKind.Split, $"{Told(left)} left {heir.Id}: {reasons.Apart(SumOf(left), SumOf(heir.Texts.Where(here.Contains)))}"));
        foreach (var other in part.Before.Where(g => g != main))
            changes.Add(Change(StoryChangeKind.Joined, $"with {Told([.. other.Texts.Where(here.Contains)])}: {reasons.Shared(stays, SumOf(other.Texts.Where(here.Contains)))}"));
        if (part.HasAdded)
            changes.Add(Addition(SumOf(texts.Where(t => t != added))));
        _ = new StoryGroup(texts, changes);
    }

    /// <summary>"a17", "a17 and 3 more"</summary>
    private static string Told(List<StoryText> texts) => texts[0].Articles[0].Id + (texts.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {texts.Count - 1} more"));

    private StoryChange Change(StoryChangeKind kind, string reason) => new(kind, article, reason);

    private static TermVector SumOf(IEnumerable<StoryText> texts) => texts.Aggregate(TermVector.Empty, (sum, text) => sum.Plus(text.Vector));
}
