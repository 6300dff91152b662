using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Who says what a token says: the speaker of the quote, direct or indirect, that it stands in. Null in the reporter's own voice.</summary>
public sealed class Attribution
{
    private readonly AnnotatedText text;
    private readonly NamedPersons persons;
    private readonly Dictionary<string, Speaker> knownBySurname = new(StringComparer.Ordinal);

    public Attribution(AnnotatedText text)
    {
        this.text = text;
        Transcript = new(text);
        persons = new(text);
        foreach (var quote in text.Quotes)
            if (quote.Speaker is { IsResolved: false, Name: { } name } && text.Names[name].Kind == Language.NameKind.Person)
                knownBySurname.TryAdd(Surname(NameOf(name)), new(NameOf(name)));
    }

    public Transcript Transcript { get; }

    /// <summary>Called for each sentence in order, so that "Graham" is known as "Euan Graham" from then on.</summary>
    public void Remember(SentenceActors actors)
    {
        foreach (var mention in actors.Groups.SelectMany(g => g.Mentions))
            if (mention.Person is { } name)
                knownBySurname[Surname(name)] = new(name, mention.Role, null, mention.Actors.Count == 1 ? mention.Actors[0] : null);
    }

    public Speaker? SpeakerOf(int head, SentenceActors actors)
    {
        if (text.QuoteAt(head)?.Speaker is not { } speaker)
            return Transcript.IsSpoken(head, out string? spoken) && spoken is not null ? Known(spoken) : null;
        var group = actors.At(speaker.Head);
        return group?.Mentions[^1].Person is { } person ? Known(person) : speaker.Name is { } name && (group is null || text.Names[name].Kind == Language.NameKind.Person) ? Known(NameOf(name)) : group is null ? null : Impersonal(group);
    }

    /// <summary>Who accuses, warns or praises says so himself: the person or the office that the verb has as its subject; null where only a state is named.</summary>
    public Speaker? DoerOf(int verb, ArticleGrammar grammar, SentenceActors actors)
    {
        for (int at = verb; at >= 0; at = grammar.Words[at].Head)
        {
            if (grammar.ChildOf(at, "nsubj") is >= 0 and var subject)
                return grammar.Words[subject].Relation == "nsubj" && actors.At(subject) is { } group ? Of(group, subject, grammar) : null;
            if (grammar.Words[at].Relation is not ("conj" or "xcomp"))
                return null;
        }
        return null;
    }

    private Speaker? Of(ActorGroup group, int subject, ArticleGrammar grammar)
    {
        var mention = group.Mentions[^1];
        return mention.Person is { } person ? Known(person)
            : mention.Kind != MentionKind.Pronoun && mention.Role is null ? null
            : persons.Of(subject, grammar) is { } name ? Known(NameOf(name))
            : mention.Role is null ? null : Impersonal(group);
    }

    private Speaker? Impersonal(ActorGroup group) => group.CanAct && group.Mentions[^1].Kind == MentionKind.Agent
        ? new(text.SpanOf(group.First, group.End).In(text.Text), group.Mentions[^1].Role, null, group.Actors.Count == 1 ? group.Actors[0] : null)
        : null;

    private Speaker Known(string name) => knownBySurname.GetValueOrDefault(Surname(name), new(name));

    private string NameOf(int name) => text.Names[name].Span.In(text.Text);

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
