using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// Who says what a token says: the speaker of the quote around it, or the nearest one with a verb of saying in the sentence. Null in the
/// reporter's own voice.
/// </summary>
public sealed class Attribution(AnnotatedText text)
{
    private readonly Dictionary<string, Speaker> knownBySurname = new(StringComparer.Ordinal);

    /// <summary>Called for each sentence in order, so that "Graham" is known as "Euan Graham" from then on.</summary>
    public void Remember(SentenceActors actors)
    {
        foreach (var mention in actors.Groups.SelectMany(g => g.Mentions))
            if (mention.Person is { } name)
                knownBySurname[Surname(name)] = new(name, mention.Role, null, mention.Actors.Count == 1 ? mention.Actors[0] : null);
        for (int i = actors.Sentence.First; i < actors.Sentence.End; i++)
            if (QuoteFinder.IsCue(text.Tokens[i].Norm) && UnknownNameAfter(i, actors.Sentence) is { } speaker)
                knownBySurname.TryAdd(Surname(speaker.Name), speaker);
    }

    public Speaker? SpeakerOf(int head, SentenceActors actors)
    {
        return text.QuoteAt(head)?.Speaker is { } span ? Known(span.In(text.Text)) : Indirect(head, actors);
    }

    /// <summary>"Officials said that X", "X, the minister said", "according to Y".</summary>
    private Speaker? Indirect(int head, SentenceActors actors)
    {
        var sentence = actors.Sentence;
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (i == head || !QuoteFinder.IsCue(text.Tokens[i].Norm))
                continue;
            var group = actors.At(i - 1) ?? actors.At(i + 1) ?? (text.Tokens[i].Norm == "according" ? actors.At(i + 2) : null) ?? NearBefore(i, actors);
            if (group is not null && !(group.First <= head && head < group.End))
                return group.Mentions[^1] is { Person: { } person } ? knownBySurname.GetValueOrDefault(Surname(person)) : Impersonal(group, i);
            if (UnknownNameAfter(i, sentence) is { } speaker)
                return knownBySurname.GetValueOrDefault(Surname(speaker.Name), speaker);
        }
        return null;
    }

    private static ActorGroup? NearBefore(int cue, SentenceActors actors) => actors.Groups.LastOrDefault(g => g.End <= cue && cue - g.End <= 3 && g.CanAct);

    private Speaker? Impersonal(ActorGroup group, int cue) =>
        group.CanAct && group.Mentions[^1].Kind == MentionKind.Agent && cue >= group.End
            ? new(text.SpanOf(group.First, group.End).In(text.Text), group.Mentions[^1].Role, null, group.Actors.Count == 1 ? group.Actors[0] : null)
            : null;

    /// <summary>"said Euan Graham, a ...": a capitalised name right after the verb.</summary>
    private Speaker? UnknownNameAfter(int cue, Sentence sentence)
    {
        int first = cue + 1;
        int end = first;
        while (end < sentence.End && text.Tokens[end].IsCapitalised && text.Tokens[end].IsWord && end - first < 4)
            end++;
        return end - first >= 2 ? new(text.SpanOf(first, end).In(text.Text)) : null;
    }

    private Speaker Known(string name) => knownBySurname.GetValueOrDefault(Surname(name), new(name));

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
