namespace Entente.Reading;

/// <summary>
/// Whose office is meant where neither a name nor a state stands beside it: "the foreign secretary" is that of the foreign secretary named before, "the
/// minister" that of the last minister; else the one at home.
/// </summary>
internal sealed class OfficeBearers(ArticleWords words, string? home)
{
    /// <summary>Tokens over which a bearer of an office is remembered, and within which two bearers of one office make it unclear who is meant.</summary>
    private const int Farthest = 400, Close = 60;

    /// <summary>By the office's last word ("minister"), in the order of mention.</summary>
    private readonly Dictionary<string, List<Bearer>> bearers = new(StringComparer.Ordinal);

    /// <summary>Who acted so far.</summary>
    private readonly HashSet<string> doers = new(StringComparer.Ordinal);

    public void Remember(ActorMention mention)
    {
        if (mention is { Kind: not MentionKind.Qualifier, Actors: [var doer] })
            doers.Add(doer);
        if (mention is not { Role: { } role, Actors.Count: 1 } || mention.Kind == MentionKind.Pronoun)
            return;
        string[] parts = [.. role.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(w => w == "the").TakeWhile(w => w != "extraordinary")];
        if (parts.Length == 0)
            return;
        if (!bearers.TryGetValue(parts[^1], out var list))
            bearers[parts[^1]] = list = [];
        list.Add(new(string.Join(' ', parts), mention.Actors, mention.First));
    }

    /// <summary>The office told by "the" at a token, its end and for whom it acts; null where no office stands there or nobody is known.</summary>
    public (int End, IReadOnlyList<string> Actors)? At(int the, int end)
    {
        int length = words.Norm(the) == "the" ? words.OfficeLength(the + 1, end) : 0;
        int after = the + 1 + length;
        if (length == 0 || (after < end && (words.Norm(after) is "of" or "for" or "-" || words.IsName(after) || words.IsOffice(after))))
            return null;
        string role = words.Join(the + 1, after).ToLowerInvariant();
        var actors = Named(role, the) ?? (home is not null && words.Gazetteer.HasOffice(home, role) ? [home] : OnlyOne(role));
        return actors is null ? null : (after, actors);
    }

    private IReadOnlyList<string>? Named(string role, int at)
    {
        if (!bearers.TryGetValue(role[(role.LastIndexOf(' ') + 1)..], out var list))
            return null;
        Bearer? last = null;
        for (int i = list.Count - 1; i >= 0 && at - list[i].At <= Farthest; i--)
        {
            if (list[i].At >= at || !(list[i].Role == role || list[i].Role.EndsWith(" " + role, StringComparison.Ordinal)))
                continue;
            last ??= list[i];
            if (last.At - list[i].At > Close)
                break;
            if (list[i].Actors[0] != last.Actors[0])
                return null;
        }
        return last?.Actors;
    }

    /// <summary>The one of those who act in this article that has an office of this title: few have a foreign secretary.</summary>
    private List<string>? OnlyOne(string role)
    {
        var having = doers.Where(d => words.Gazetteer.HasTitle(d, role)).Take(2).ToList();
        return having.Count == 1 ? having : null;
    }

    private sealed record Bearer(string Role, IReadOnlyList<string> Actors, int At);
}
