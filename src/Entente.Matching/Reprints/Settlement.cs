namespace Entente.Matching;

/// <summary>
/// Makes groups of links. Texts that are the same are joined. A text that is only part of another, or has other things beside it, is joined
/// to one source, the best: joined to all that contain it, it would chain a story to each round-up that used the same lines.
/// </summary>
internal sealed class Settlement
{
    private readonly IReadOnlyList<Fingerprint> texts;
    private readonly Cohesion cohesion;
    private readonly ILookup<int, Link> links;
    private readonly Aligner aligner = new();
    private readonly Alignment first = new(), next = new();
    private readonly Joined twins;
    private readonly Dictionary<int, double> holding = [];

    public Settlement(IReadOnlyList<Fingerprint> texts, IReadOnlyList<Link> links, Cohesion cohesion)
    {
        (this.texts, this.cohesion) = (texts, cohesion);
        this.links = links.Concat(links.Select(l => l.Turned)).ToLookup(l => l.Text);
        twins = new(texts.Count);
        foreach (var link in links)
            if (KinshipOf(link) == Kinship.Same)
                twins.Join(link.Text, link.Other);
    }

    public IReadOnlyList<int[]> Groups()
    {
        var groups = new Joined(twins);
        foreach (var own in links)
            if (SourceOf([.. own]) is { } source)
                groups.Join(source.Text, source.Other);
        return groups.Groups();
    }

    private Kinship KinshipOf(Link link) => ReprintRule.Of(link, texts[link.Text].WordCount, texts[link.Other].WordCount);

    private double ShareOf(Link link) => (double)link.Covered / texts[link.Text].WordCount;

    /// <summary>The link to the text from which most of this one comes.</summary>
    private Link? SourceOf(List<Link> own)
    {
        Link? best = null;
        double most = 0;
        foreach (var link in own.Where(l => KinshipOf(l) is Kinship.FromOther or Kinship.Mutual))
            if (ScoreOf(link) is var score && score > 0 && (score > most || (score == most && IsLonger(link.Other, best!.Value.Other))))
                (best, most) = (link, score);
        return best is { } source && !IsRoundUp(source, own) ? source : null;
    }

    private bool IsLonger(int a, int b) => texts[a].WordCount > texts[b].WordCount;

    /// <summary>How much of the text comes from the source, less the more the source looks like a round-up; 0 if it is not to be its source.</summary>
    private double ScoreOf(Link link)
    {
        double share = ShareOf(link);
        bool isPart = share < ReprintRule.Overwhelming;
        if (isPart && twins.HasOthers(link.Text))
            return 0;
        if (1 - ShareOf(link.Turned) < ReprintRule.Rest || !links[link.Other].Any(l => l.Other != link.Text && IsPiece(l)))
            return share;
        double holds = HoldsTogether(link.Other), trust = twins.HasOthers(link.Other) ? 1 : ReprintRule.Alone;
        if (holds < (isPart ? Math.Max(ReprintRule.Loose, HoldsTogether(link.Text) * ReprintRule.AsWell) : ReprintRule.Apart))
            return 0;
        return share * trust * (1 + Math.Min(1, holds / ReprintRule.Cohesive)) / 2;
    }

    /// <summary>A good piece of the text stands in another that lacks much of it: one of the two may be a round-up.</summary>
    private bool IsPiece(Link link) => ShareOf(link) >= ReprintRule.SecondSource && ShareOf(link.Turned) < ReprintRule.Overwhelming;

    private double HoldsTogether(int text)
    {
        if (!holding.TryGetValue(text, out double holds))
            holding[text] = holds = cohesion.Of(texts[text].Words);
        return holds;
    }

    /// <summary>A text of which a stranger to its source explains a long piece that the source does not.</summary>
    private bool IsRoundUp(Link source, List<Link> own)
    {
        if (ShareOf(source) >= ReprintRule.Overwhelming)
            return false;
        Compare(source, first);
        double enough = ReprintRule.SecondSource * texts[source.Text].WordCount;
        foreach (var link in own)
        {
            if (link.Covered < enough || twins.AreTogether(link.Other, source.Other))
                continue;
            Compare(link, next);
            if (next.Blocks.Exists(b => first.WordsBeyond(b.First, b.End) >= enough))
                return true;
        }
        return false;
    }

    private void Compare(Link link, Alignment found) => aligner.Compare(texts[link.Text].Words, texts[link.Other].Words, found);
}
