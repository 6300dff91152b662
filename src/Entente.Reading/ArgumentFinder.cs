using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// Finds the actors that fill a rule's slots around the head of its trigger: from the tree, and where that is silent (one arc in seven is wrong)
/// from word order: subjects to the left, objects and prepositional phrases to the right, owners before a noun.
/// </summary>
public sealed class ArgumentFinder(IReadOnlyList<Token> tokens, SentenceActors actors, VerbLexicon verbs, ClauseArguments clause, Func<TriggerMatch, string?> stateOfSpeaker)
{
    private const int LongestPrepositionalGap = 5;

    private readonly Sentence sentence = actors.Sentence;

    /// <summary>Null if a required slot stays empty. Where only <paramref name="others"/> stand ("withdrew its troops from"), the next alternative is tried.</summary>
    /// <param name="ofState">Whether only those count who act for their state: an attack "by Afghan rebels" is none of Afghanistan's.</param>
    public IReadOnlyList<string>? Fill(Slot slot, TriggerMatch match, IReadOnlyList<string>? others = null, bool ofState = false)
    {
        IReadOnlyList<string>? themselves = null;
        bool passive = match.HeadIsVerb && IsPassive(match.Head);
        foreach (string[] parts in slot.Alternatives)
        {
            if (Together(parts, match, passive, ofState) is not { } found)
                continue;
            if (others is null || found.Except(others).Any())
                return found;
            themselves ??= parts.Length == 1 && Find(parts[0], match, passive) is { } group && group.Kind() == MentionKind.Pronoun && (!group.IsPossessive || clause.IsOfState(group.End)) ? Another(group, others) ?? found : found;
            if (themselves.Except(others).Any())
                return themselves;
        }
        return themselves ?? (slot.IsOptional ? [] : null);
    }

    /// <summary>"Ethiopia said Eritrea had attacked its troops": what a pronoun means where it cannot be who does it.</summary>
    private IReadOnlyList<string>? Another(ActorGroup pronoun, IReadOnlyList<string> others) =>
        actors.Groups.LastOrDefault(g => g.End <= pronoun.First && g.CanAct && g.Kind() != MentionKind.Pronoun && !g.Actors.Intersect(others).Any())?.Actors;

    /// <summary>All that fill the parts; null if one stays empty.</summary>
    private IReadOnlyList<string>? Together(string[] parts, TriggerMatch match, bool passive, bool ofState)
    {
        var group = Find(parts[0], match, passive);
        var first = ofState && parts[0] != "people" ? group?.OfState : group?.Actors;
        // What lies "between" has two sides.
        if (first is not { Count: > 0 } || (parts is ["between"] && first.Count < 2))
            return null;
        if (parts.Length == 1)
            return first;
        var all = new List<string>(first);
        foreach (string part in parts.AsSpan(1))
            if (Find(part, match, passive) is { Actors.Count: > 0 } other)
                all.AddRange(other.Actors);
            else
                return null;
        return Claim.Sorted(all);
    }

    /// <summary>The group itself, for evidence: its tokens belong to what says the claim.</summary>
    public ActorGroup? Find(string role, TriggerMatch match) => Find(role, match, match.HeadIsVerb && IsPassive(match.Head));

    private ActorGroup? Find(string role, TriggerMatch match, bool passive) =>
        role == "speaker" ? Speaker(match) : actors.Groups.Count == 0 ? null
        : clause.Find(role, match) ?? (clause.IsSureOfNone(role, match) ? null : InWordOrder(role, match, passive));

    /// <summary>Whoever says what the trigger says, perhaps in another sentence.</summary>
    private ActorGroup? Speaker(TriggerMatch match) =>
        stateOfSpeaker(match) is { } state ? new(match.First, match.First, [new(match.First, match.First, [state], MentionKind.Agent)]) : null;

    private ActorGroup? InWordOrder(string role, TriggerMatch match, bool passive) => role switch
    {
        "subject" => passive ? Preposition("by", match) : Subject(match) is { } group && !group.Mentions[^1].IsCivil ? group : null,
        "people" => Subject(match),
        "object" => passive ? Subject(match) : Object(match),
        "by" when passive => Preposition("by", match),
        "owner" => Owner(match),
        "beside" => Beside(match),
        _ => Preposition(role, match),
    };

    private string Norm(int i) => i >= sentence.First && i < sentence.End ? tokens[i].Norm : "";

    /// <summary>"was invaded", "has been agreed", and the bare participle with "by": "an attack launched by".</summary>
    private bool IsPassive(int head)
    {
        if (!verbs.IsParticiple(Norm(head)))
            return false;
        for (int i = head - 1; i >= sentence.First && head - i <= 3; i--)
        {
            if (VerbLexicon.IsBe(Norm(i)))
                return true;
            if (!VerbLexicon.IsAuxiliary(Norm(i)) && !VerbLexicon.IsAdverb(Norm(i)))
                break;
        }
        return Norm(head + 1) == "by" && Norm(head - 1) is not "have" and not "has" and not "had";
    }

    private ActorGroup? Subject(TriggerMatch match)
    {
        int i = match.Head - 1;
        while (i >= sentence.First && (VerbLexicon.IsAuxiliary(Norm(i)) || VerbLexicon.IsAdverb(Norm(i)) || Norm(i) == "to" || actors.At(i) is null && IsInterjected(i)))
            i--;
        ActorGroup? fallback = null;
        while (i >= sentence.First)
        {
            string norm = Norm(i);
            if (norm is ";" or ":" || (norm is "”" or "“" or "\"" && fallback is not null))
                break;
            if (actors.At(i) is { } group)
            {
                int before = group.First - 1;
                if (Norm(before) is "the" or "both")
                    before--;
                bool isInPhrase = VerbLexicon.IsPreposition(Norm(before)) || IsAdjectiveChainAfterPreposition(before);
                // Citizens and firms act, but for nobody: whoever stands further left did not do it.
                if ((group.CanAct || group.Mentions[^1].IsCivil) && !isInPhrase)
                    return group;
                if (group.Kind() != MentionKind.Pronoun)
                    fallback ??= IsRelative(group.End) && group.Actors.Count > 0 ? group : fallback;
                if (!isInPhrase && !group.CanAct && group.Actors.Count > 0 && IsNounSubject(group, match.Head))
                    return group;
                i = group.First - 1;
                continue;
            }
            if (norm is "which" or "who" && i > sentence.First && actors.At(Norm(i - 1) == "," ? i - 2 : i - 1) is { Actors.Count: > 0 } antecedent)
                return antecedent;
            i--;
        }
        return fallback ?? SubjectOfMainClause(match);
    }

    /// <summary>"Chinese activity has intensified": what qualifies the subject noun stands for its owner when the noun is followed closely by the verb.</summary>
    private static bool IsNounSubject(ActorGroup group, int head) => head - group.End <= 4 && (group.IsPossessive || group.Mentions[^1].Kind == MentionKind.Qualifier) && group.Mentions[^1].Kind != MentionKind.Pronoun;

    private bool IsAdjectiveChainAfterPreposition(int before)
    {
        for (int i = before, steps = 0; i >= sentence.First && steps < 3; i--, steps++)
        {
            string norm = Norm(i);
            if (VerbLexicon.IsPreposition(norm))
                return true;
            if (tokens[i].IsCapitalised || char.IsDigit(norm[0]) || Trigger.IsMark(norm) || VerbLexicon.IsAuxiliary(norm) || norm is "and" or "that" or "," or "which" or "who" || norm.EndsWith("ed", StringComparison.Ordinal) || norm.EndsWith('s'))
                return false;
        }
        return false;
    }

    /// <summary>"Speaking in Oslo, he..." and ", however," between subject and verb.</summary>
    private bool IsInterjected(int i) => Norm(i) is "on" or "," && (CalendarWord(i + 1) || CalendarWord(i - 1)) || CalendarWord(i);

    private bool CalendarWord(int i) => VerbLexicon.IsDayWord(Norm(i));

    private bool IsRelative(int i) => Norm(i) is "which" or "who" or "that" || (Norm(i) == "," && Norm(i + 1) is "which" or "who");

    /// <summary>"After visiting Oslo, Britain said", "After talks with Oslo, Britain said": a phrase before the main clause has the main clause's subject.</summary>
    private ActorGroup? SubjectOfMainClause(TriggerMatch match)
    {
        if (!Norm(match.Head).EndsWith("ing", StringComparison.Ordinal) && !OpensSentence(match))
            return null;
        int comma = match.End;
        while (comma < sentence.End && Norm(comma) != ",")
            comma++;
        for (int i = comma + 1; i < Math.Min(sentence.End, comma + 5); i++)
            if (actors.At(i) is { CanAct: true } group)
                return group;
        return null;
    }

    /// <summary>"After talks with", "Speaking during a visit to": the trigger begins with the preposition, and nobody stands before it.</summary>
    private bool OpensSentence(TriggerMatch match)
    {
        const int LongestOpening = 4;
        if (!VerbLexicon.IsPreposition(Norm(match.First)) || match.First - sentence.First > LongestOpening)
            return false;
        for (int i = sentence.First; i < match.First; i++)
            if (Trigger.IsMark(Norm(i)) || actors.At(i) is not null)
                return false;
        return true;
    }

    private ActorGroup? Object(TriggerMatch match)
    {
        int from = match.HeadIsVerb ? match.Head + 1 : match.End;
        for (int i = from; i < sentence.End && i - match.End <= 8; i++)
        {
            string norm = Norm(i);
            if (actors.At(i) is { } group)
            {
                if (group.First < from || group.Actors.Count == 0)
                    return null;
                return group;
            }
            if (i >= match.End && (IsClauseEnd(i) || (VerbLexicon.IsPreposition(norm) && norm != "of") || norm is "to"))
                return null;
        }
        return null;
    }

    private ActorGroup? Preposition(string preposition, TriggerMatch match)
    {
        for (int i = match.Head; i < sentence.End; i++)
        {
            string norm = Norm(i);
            if (norm == ";" && i >= match.End)
                return null;
            if (i > match.End && (IsClauseEnd(i) || (norm == "to" && preposition is "by" or "from" or "with" && IsInfinitive(i))))
                return null;
            if (norm != preposition && norm != PhraseActors.Variant(preposition))
                continue;
            for (int at = i + 1; at < sentence.End && at - i <= LongestPrepositionalGap; at++)
            {
                if (actors.At(at) is { } group)
                    return group.First > i && group.Actors.Count > 0 ? group : null;
                if (Trigger.IsMark(Norm(at)) || VerbLexicon.IsPreposition(Norm(at)))
                    break;
            }
        }
        return null;
    }

    /// <summary>"its ally Japan", "ally, Australia" after the noun; "Australia, a US ally", "Japan is an ally" before it.</summary>
    private ActorGroup? Beside(TriggerMatch match)
    {
        int after = Norm(match.End) is "," or "like" or "such" ? match.End + 1 : match.End;
        if (Norm(after) is "as" or "the")
            after++;
        if (actors.At(after) is { Actors.Count: > 0 } next)
            return next;
        for (int i = match.First - 1, steps = 0; i >= sentence.First && steps < 9; i--, steps++)
        {
            bool links = Norm(i) == "," || VerbLexicon.IsBe(Norm(i)) || Norm(i) is "as" or "remains" or "became" or "become";
            if (links && actors.At(i - 1) is { Actors.Count: > 0 } before)
                return before;
            // In "used Peru as a threat to members" it is no member.
            if (Norm(i) is ";" or "and" || (VerbLexicon.IsPreposition(Norm(i)) && Norm(i) is not ("as" or "of" or "among")))
                break;
        }
        return null;
    }

    /// <summary>"to discuss", not "to Washington" or "to the minister".</summary>
    private bool IsInfinitive(int to) => to + 1 < sentence.End && !tokens[to + 1].IsCapitalised && Norm(to + 1) is not ("the" or "a" or "an" or "its" or "his" or "their" or "her");

    /// <summary>A clause goes on over commas; it ends at a semicolon, a relative, a conjunction that opens another clause, or a quotation.</summary>
    private bool IsClauseEnd(int i)
    {
        string norm = Norm(i);
        return norm is ";" or ":" or "that" or "which" or "who" or "while" or "although" or "though" or "because" or "but" or "when" or "as" or "if" or "unless" or "whereas" or "“" or "\"" or "”" or "said" or "says"
            || (norm is "and" && actors.At(Norm(i + 1) == "the" ? i + 2 : i + 1) is { CanAct: true } next && (VerbLexicon.IsAuxiliary(Norm(next.End)) || (Norm(i - 1) == "," && verbs.IsParticiple(Norm(next.End)))));
    }

    /// <summary>
    /// "Russia's full-scale invasion", "U.S.-Japan security alliance", "its promise": who stands before the noun with nothing but adjectives
    /// and nouns between. Nearest first; mentions joined by a hyphen are one group already.
    /// </summary>
    private ActorGroup? Owner(TriggerMatch match)
    {
        // Of "condemned Russia's attack" the noun at the end is owned; of "Russia's planned attack" the head.
        int start = match.HeadIsVerb ? match.End - 2 : match.First - 1, stop = match.HeadIsVerb ? match.Head : sentence.First - 1;
        for (int i = start, steps = 0; i > stop && steps < 6; i--, steps++)
        {
            if (actors.At(i) is { } group)
            {
                bool owns = group.IsPossessive || group.Mentions[^1].Kind == MentionKind.Qualifier || group.End == start + 1 || Norm(group.End) == "-"
                    || (group.Mentions[^1].Kind == MentionKind.Agent && group.Mentions[^1].Role is null && start + 1 - group.End <= 2);
                return owns && group.Actors.Count > 0 ? group : null;
            }
            string norm = Norm(i);
            if (clause.IsStance(i) || Trigger.IsMark(norm) && norm != "," || VerbLexicon.IsPreposition(norm) || VerbLexicon.IsAuxiliary(norm) || norm is "the" or "a" or "an" or "and" && steps == 0)
                return null;
        }
        return null;
    }
}

internal static class ActorGroupKind
{
    internal static MentionKind Kind(this ActorGroup group) => group.Mentions[^1].Kind;
}
