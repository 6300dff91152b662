using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Who says what a token says: the speaker of the quote, direct or indirect, that it stands in. Null in the reporter's own voice.</summary>
public sealed class Attribution
{
    private readonly AnnotatedText text;
    private readonly ArticleGrammar grammar;
    private readonly WordClasses? classes;
    private readonly NamedPersons persons;
    private readonly Dictionary<string, Speaker> knownBySurname = new(StringComparer.Ordinal);

    /// <summary>Persons whom the article names with their office, by the state and the office's last word.</summary>
    private readonly Dictionary<(string State, string Office), List<Speaker>> bearers = [];

    /// <param name="classes">With them also who has no name is a speaker.</param>
    public Attribution(AnnotatedText text, ArticleGrammar? grammar = null, WordClasses? classes = null)
    {
        (this.text, this.classes) = (text, classes);
        this.grammar = grammar ?? new(text);
        Transcript = new(text);
        persons = new(text, this.grammar);
        foreach (var quote in text.Quotes)
            if (quote.Speaker is { IsResolved: false, Name: { } name } && IsPerson(name))
                knownBySurname.TryAdd(Surname(NameOf(name)), new(NameOf(name)));
    }

    public Transcript Transcript { get; }

    /// <summary>Called for each sentence in order, so that "Graham" is known as "Euan Graham" from then on.</summary>
    public void Remember(SentenceActors actors)
    {
        foreach (var mention in actors.Groups.SelectMany(g => g.Mentions))
            if (mention.Person is { } name)
                Remember(knownBySurname[Surname(Joined(name))] = new(Joined(name), mention.Role, null, mention.Actors.Count == 1 ? mention.Actors[0] : null));
    }

    private void Remember(Speaker speaker)
    {
        if (speaker is not { State: { } state, Role: { } role })
            return;
        var key = (state, OfficeOf(role));
        if (!bearers.TryGetValue(key, out var list))
            bearers[key] = list = [];
        if (!list.Exists(s => s.Name == speaker.Name))
            list.Add(speaker);
    }

    public Speaker? SpeakerOf(int head, SentenceActors actors)
    {
        if (text.QuoteAt(head) is not { Speaker: { } speaker } quote)
            return Transcript.IsSpoken(head, out string? spoken) && spoken is not null ? Known(spoken) : null;
        var group = actors.At(speaker.Head);
        return text.IsOfTime(speaker.Head) ? null : Named(speaker, group) is { } person ? Known(person)
            : (group is null ? null : Apposed(speaker.Head, group, actors) ?? BearerOf(group) ?? Impersonal(group)) ?? (quote.CueToken is { } cue ? Described(speaker, cue) : null);
    }

    private string? Named(QuoteSpeaker speaker, ActorGroup? group) => group?.Mentions[^1].Person is { } person ? person
        : speaker.Name is { } name && (group is null || IsPerson(name)) ? NameOf(name)
        : (persons.Of(speaker.Head) ?? persons.Meant(speaker.Head)) is { } other ? NameOf(other) : null;

    /// <summary>Who accuses, warns or praises says so himself: the person or the office that the verb has as its subject; null where only a state is named.</summary>
    public Speaker? DoerOf(int verb, SentenceActors actors)
    {
        for (int at = verb; at >= 0; at = grammar.Words[at].Head)
        {
            if (grammar.ChildOf(at, "nsubj") is >= 0 and var subject)
                return grammar.Words[subject].Relation != "nsubj" ? null : actors.At(subject) is { } group ? Of(group, subject, actors) : (persons.Of(subject) ?? persons.Meant(subject)) is { } name ? Known(NameOf(name)) : null;
            if (!SharesDoer(at))
                return null;
        }
        return null;
    }

    /// <summary>"condemned and <b>urged</b>", "refused to <b>accept</b>", "issued a statement, <b>blaming</b>", "voiced <b>concern</b>".</summary>
    private bool SharesDoer(int at) => grammar.RelationOf(at) is "conj" or "xcomp" || (grammar.RelationOf(at) == "obj" && grammar.Words[at].Pos == Upos.Noun)
        || (grammar.RelationOf(at) == "advcl" && grammar.Words[at].Tag == "VBG" && grammar.MarkOf(at).Length == 0);

    private Speaker? Of(ActorGroup group, int subject, SentenceActors actors)
    {
        var mention = group.Mentions[^1];
        return mention.Person is { } person ? Known(person)
            : mention.Kind != MentionKind.Pronoun && mention.Role is null ? null
            : (persons.Of(subject) ?? persons.Meant(subject)) is { } name ? Known(NameOf(name))
            : Apposed(subject, group, actors) ?? BearerOf(group) ?? (mention.Role is null ? null : Impersonal(group));
    }

    /// <summary>"Lesotho's envoy, Thabo Mokoena": the name beside an office is a person's, whatever it looks like.</summary>
    private Speaker? Apposed(int office, ActorGroup group, SentenceActors actors)
    {
        if (group.Mentions[^1].Role is null || grammar.ChildOf(office, "appos") is not (>= 0 and var beside) || actors.At(beside) is not null || grammar.Words[beside].Pos != Upos.Propn)
            return null;
        return persons.NameAt(beside) is { } name && text.Names[name] is { Kind: not Language.NameKind.Date } found && found.EndToken - found.FirstToken > 1 ? Known(NameOf(name)) : null;
    }

    /// <summary>"The Omani minister", "the minister", where the article names one Omani minister and no other.</summary>
    private Speaker? BearerOf(ActorGroup group)
    {
        if (group.Mentions[^1] is not { Actors: [var state] } mention || (mention.Role ?? BareOffice(mention)) is not { } role)
            return null;
        return bearers.GetValueOrDefault((state, OfficeOf(role)))?.FindAll(s => IsSameOffice(s.Role!, role)) is [var only] ? only : null;
    }

    private string? BareOffice(ActorMention mention) =>
        mention.Kind == MentionKind.Pronoun && mention.End - mention.First > 1 && text.Tokens[mention.First].Norm == "the" ? text.SpanOf(mention.First + 1, mention.End).In(text.Text) : null;

    private static bool IsSameOffice(string one, string other) => one.EndsWith(other, StringComparison.OrdinalIgnoreCase) || other.EndsWith(one, StringComparison.OrdinalIgnoreCase);

    private static string OfficeOf(string role) => Surname(role).ToLowerInvariant();

    private Speaker? Impersonal(ActorGroup group) => group.CanAct && group.Mentions[^1].Kind == MentionKind.Agent
        ? new(text.SpanOf(group.First, group.End).In(text.Text), group.Mentions[^1].Role, null, group.Actors.Count == 1 ? group.Actors[0] : null)
        : null;

    /// <summary>As the text calls who has no name: "diplomatic source", "many farmers". No survey: what shows or suggests something says nothing.</summary>
    private Speaker? Described(QuoteSpeaker speaker, int cue)
    {
        int first = speaker.Head;
        if (text.Words[cue].Lemma is "show" or "suggest" or "indicate" or "imply" or "find" || !(text.Words[first].Pos == Upos.Propn || classes?.HasWord("sayer", text.Tokens[first].Norm) == true))
            return null;
        while (first > 0 && text.Tokens[first - 1].Span.Start >= speaker.Span.Start && grammar.IsUnder(first - 1, speaker.Head) && text.Words[first - 1].Relation != "cc")
            first--;
        while (first < speaker.Head && text.Words[first].Pos == Upos.Det)
            first++;
        string called = text.SpanOf(first, speaker.Head + 1).In(text.Text);
        return new(called, called);
    }

    private bool IsPerson(int name) => text.Names[name].Kind == Language.NameKind.Person;

    private Speaker Known(string name) => knownBySurname.GetValueOrDefault(Surname(Joined(name)), new(Joined(name)));

    /// <summary>Without the day that the reporter put behind it: "Ana Reis <b>Monday</b> called on".</summary>
    private string NameOf(int name)
    {
        var (first, end) = (text.Names[name].FirstToken, text.Names[name].EndToken);
        while (end > first + 1 && text.IsOfTime(end - 1))
            end--;
        return Joined(text.SpanOf(first, end).In(text.Text));
    }

    /// <summary>"Al - Janabi" of a text whose marks stand apart.</summary>
    private static string Joined(string name) => name.Replace(" - ", "-", StringComparison.Ordinal);

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
