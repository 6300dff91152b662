namespace Entente.Language;

/// <summary>
/// Whom "he" and "the minister" stand for among the persons named so far. Asked in order of the text. Coreference knows more; where it has
/// run, a speaker's mention may be followed instead.
/// </summary>
internal sealed class SpeakerResolver(QuoteContext text)
{
    /// <summary>The person who was last called by a word of rank or office.</summary>
    private readonly Dictionary<string, int> byRole = new(StringComparer.Ordinal);

    /// <summary>The person who spoke last, or was the subject of a sentence since.</summary>
    private int last = -1;

    private int noticed;

    public QuoteSpeaker Resolve(QuoteSpeaker speaker)
    {
        Notice(speaker.Head);
        if (speaker.Name is { } named)
        {
            Remember(speaker, named);
            return speaker;
        }
        int name = StandsFor(speaker.Head);
        if (name < 0)
            return speaker;
        last = name;
        return speaker with { Name = name, IsResolved = true };
    }

    private void Remember(QuoteSpeaker speaker, int name)
    {
        if (text.Names[name].Kind != NameKind.Person)
            return;
        last = name;
        for (int at = speaker.Head; at < text.Tokens.Count && text.Tokens[at].Span.Start < speaker.Span.End; at++)
            if (text.Words[at].Pos == Upos.Noun)
                byRole[text.Tokens[at].Norm] = name;
    }

    private int StandsFor(int head)
    {
        if (text.Tokens[head].Norm is "he" or "she")
            return last;
        int child = text.Tree.FirstChild(head);
        return child >= 0 && text.Tokens[child].Norm == "the" && byRole.TryGetValue(text.Tokens[head].Norm, out int name) ? name : -1;
    }

    /// <summary>Takes note of the persons named before a token.</summary>
    private void Notice(int before)
    {
        for (; noticed < text.Names.Count && text.Names[noticed].EndToken <= before; noticed++)
            if (text.Names[noticed] is { Kind: NameKind.Person } name && !text.IsQuoted(name.FirstToken))
            {
                if (name is { Title: not null, FirstToken: > 0 })
                    byRole[text.Tokens[name.FirstToken - 1].Norm] = noticed;
                if (IsSubject(name))
                    last = Math.Max(last, noticed);
            }
    }

    private bool IsSubject(Name name)
    {
        for (int at = name.FirstToken; at < name.EndToken; at++)
            if (text.Is(at, "nsubj"))
                return true;
        return false;
    }
}
