namespace Entente.Language.Coreference;

/// <summary>Which referent is foremost in mind, each by its best phrase.</summary>
internal sealed class Ranking
{
    /// <summary>What a sentence between takes off.</summary>
    public const int Distance = 18;

    /// <summary>By how much the foremost must lead.</summary>
    private const int Lead = 6;

    private readonly List<(Phrase Phrase, int Score)> best = [];

    /// <summary>Null where there is none, and where another comes close.</summary>
    public Phrase? Foremost
    {
        get
        {
            (Phrase? first, int top, int next) = (null, int.MinValue, int.MinValue);
            foreach (var (phrase, score) in best)
                if (score > top)
                    (first, top, next) = (phrase, score, top);
                else
                    next = Math.Max(next, score);
            return next == int.MinValue || top - next >= Lead ? first : null;
        }
    }

    public void Clear() => best.Clear();

    public void Add(Phrase phrase, int score)
    {
        int at = best.FindIndex(b => b.Phrase.Referent == phrase.Referent);
        if (at < 0)
            best.Add((phrase, score));
        else if (score > best[at].Score)
            best[at] = (best[at].Phrase, score);
    }
}
