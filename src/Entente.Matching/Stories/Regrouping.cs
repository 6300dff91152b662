namespace Entente.Matching;

/// <summary>Makes stories what they are once an article has come, and notes in each what changed and why.</summary>
/// <param name="nearest">The story nearest to the text that came, if any is near.</param>
internal sealed class Regrouping(StoryReasons reasons, StoryText added, StoryGroup? nearest)
{
    private readonly string article = added.Articles[0].Id;

    private sealed record Part(List<StoryText> Texts, HashSet<StoryText> Set, List<StoryGroup> Before);

    public void Apply(IEnumerable<IEnumerable<StoryText>> parts)
    {
        // All are looked at before any is changed.
        foreach (var part in parts.Select(Look).ToList())
            if (part.Before.Count == 0)
                Begin();
            else if (part.Before.Count > 1 || part.Before[0].Texts.Count != part.Set.Count - (part.Set.Contains(added) ? 1 : 0))
                Rebuild(part);
            else if (part.Set.Contains(added))
                Grow(part.Before[0]);
    }

    private Part Look(IEnumerable<StoryText> texts)
    {
        var ordered = texts.OrderBy(t => t.Number).ToList();
        return new(ordered, [.. ordered], [.. ordered.Where(t => t != added).Select(t => t.Group).Distinct()]);
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
        var heirs = part.Before.Where(g => part.Set.Contains(g.Texts[0])).ToList();
        var main = heirs.Count > 0 ? heirs[0] : part.Before[0];
        var stays = SumOf(main.Texts.Where(part.Set.Contains));
        var changes = heirs.SelectMany(h => h.Changes).ToList();
        if (heirs.Count == 0)
            changes.Add(Change(StoryChangeKind.Split, $"out of {main.Id}: {reasons.Apart(stays, SumOf(main.Texts.Where(t => !part.Set.Contains(t))))}"));
        foreach (var heir in heirs)
            if (heir.Texts.Where(t => !part.Set.Contains(t)).ToList() is { Count: > 0 } left)
                changes.Add(Change(StoryChangeKind.Split, $"{left[0].Articles[0].Id} and what is like it left {heir.Id}: {reasons.Apart(SumOf(left), SumOf(heir.Texts.Where(part.Set.Contains)))}"));
        foreach (var other in part.Before.Where(g => g != main))
            changes.Add(Change(StoryChangeKind.Joined, $"with {other.Id}: {reasons.Shared(stays, SumOf(other.Texts.Where(part.Set.Contains)))}"));
        if (part.Set.Contains(added))
            changes.Add(Addition(SumOf(part.Texts.Where(t => t != added))));
        _ = new StoryGroup(part.Texts, changes);
    }

    private StoryChange Change(StoryChangeKind kind, string reason) => new(kind, article, reason);

    private static TermVector SumOf(IEnumerable<StoryText> texts) => texts.Aggregate(TermVector.Empty, (sum, text) => sum.Plus(text.Vector));
}
