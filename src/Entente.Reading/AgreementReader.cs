using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// Agreements: a phrase that names one, its parties, and what is done to it ("signed", "is negotiating", "expired"). One that is merely
/// mentioned counts where such a thing exists only by being in force, as an alliance does.
/// </summary>
internal sealed class AgreementReader(RuleBook rules)
{
    private const int LongestReach = 14;

    public IEnumerable<Claim> Read(SentenceContext context)
    {
        var all = rules.Statuses.In(context.Tokens, context.Sentence.First, context.Sentence.End).ToList();
        // "agreed to set up" says more than the "set up" inside it.
        var statuses = all.Where(s => !all.Exists(o => o.Match.First < s.Match.First && s.Match.End <= o.Match.End)).ToList();
        for (int i = context.Sentence.First; i < context.Sentence.End;)
        {
            var (rule, noun) = rules.AgreementNouns.At(context.Tokens, i, context.Sentence.End).FirstOrDefault();
            if (rule is null)
            {
                i++;
                continue;
            }
            if (Make(rule, noun, statuses, context) is { } claim)
                yield return claim;
            i = noun.End;
        }
    }

    private AgreementClaim? Make(AgreementNounRule rule, TriggerMatch noun, List<(StatusRule, TriggerMatch)> statuses, SentenceContext context)
    {
        var (status, act) = Governing(noun, statuses, context);
        var parties = Parties(rule, noun, status, act, context);
        if (status is null && rule.Standing is null)
            return PassOver("nothing is done to it", context, noun, rule);
        if (parties.Count < 2)
            return PassOver("parties not resolved", context, noun, rule);
        var trigger = status is null ? noun : act;
        string form = rule.Form ?? TopicOf(noun, context) ?? "other";
        return new AgreementClaim
        {
            Doc = context.Article.Article.Name,
            Name = rule.Name,
            Form = form,
            Parties = Claim.Sorted(parties),
            Status = status?.Status ?? rule.Standing!.Value,
            Date = status is null ? null : context.DateOf(act),
            Modality = Modality(status, trigger, context),
            Speaker = context.SpeakerOf(noun),
            Evidence = Evidence(context, noun, trigger, parties),
            Confidence = Math.Round(rule.Confidence * (status?.Confidence ?? 1) * (rule.Form is null && form == "other" ? 0.7 : 1), 3),
            Rule = status is null ? rule.Id : $"{rule.Id}+{status.Id}",
        };
    }

    /// <summary>
    /// "The pact between A and B" and "the A-B pact" name all parties, whoever signs or approves it; "a pact with B" wants the one who does.
    /// </summary>
    private static HashSet<string> Parties(AgreementNounRule rule, TriggerMatch noun, StatusRule? status, TriggerMatch act, SentenceContext context)
    {
        var parties = new HashSet<string>(context.Arguments.Fill(rule.Who, noun) ?? []);
        bool isComplete = parties.Count > 1;
        parties.UnionWith(context.Arguments.Fill(rule.Whom, noun) ?? []);
        if (status is not null && !isComplete)
        {
            parties.UnionWith(context.Arguments.Fill(status.Who, act) ?? []);
            parties.UnionWith(context.Arguments.Fill(status.Whom, act) ?? []);
        }
        return parties;
    }

    private static AgreementClaim? PassOver(string reason, SentenceContext context, TriggerMatch noun, AgreementNounRule rule)
    {
        context.PassOver(noun, rule, reason);
        return null;
    }

    /// <summary>The reached status is a fact even where more is planned of it; a rule may say that its words always mean a plan.</summary>
    private static Modality Modality(StatusRule? status, TriggerMatch trigger, SentenceContext context)
    {
        var read = context.ModalityOf(trigger);
        return status?.Modality is { } fixedModality && read == Vocabulary.Modality.Fact ? fixedModality : read;
    }

    private static Evidence Evidence(SentenceContext context, TriggerMatch noun, TriggerMatch trigger, IEnumerable<string> parties)
    {
        var whole = new TriggerMatch(Math.Min(noun.First, trigger.First), Math.Max(noun.End, trigger.End), trigger.Head, trigger.HeadIsVerb);
        return context.EvidenceOf(whole, parties);
    }

    /// <summary>The status rule nearest to the noun that has it as its object ("signed a pact", "a pact was signed") or subject ("the pact expired").</summary>
    private static (StatusRule? Rule, TriggerMatch Match) Governing(TriggerMatch noun, List<(StatusRule Rule, TriggerMatch Match)> statuses, SentenceContext context)
    {
        (StatusRule? Rule, TriggerMatch Match) best = default;
        int nearest = LongestReach + 1;
        foreach (var (rule, match) in statuses)
        {
            bool before = match.Head < noun.First;
            int distance = before ? noun.First - match.End : match.First - noun.End;
            if (distance < 0)
                distance = 0;
            bool fits = rule.Role == AgreementRole.Object
                ? (before && !IsSeparated(match.End, noun.First, context)) || (!before && IsPassiveOf(noun, match, context))
                : !before && !IsSeparated(noun.End, match.First, context);
            if (fits && distance < nearest)
                (best, nearest) = ((rule, match), distance);
        }
        return best;
    }

    private static bool IsSeparated(int from, int to, SentenceContext context)
    {
        for (int i = from; i < to; i++)
            if (context.Tokens[i].Norm is ";" or ":" or "but" or "while" or "although" or "because" or "“" or "”" or "when" or "after" or "before")
                return true;
        return false;
    }

    /// <summary>"The pact was signed", "a pact signed in May", "the pact, which both sides ratified".</summary>
    private static bool IsPassiveOf(TriggerMatch noun, TriggerMatch match, SentenceContext context)
    {
        if (IsSeparated(noun.End, match.First, context) || !context.Article.Verbs.IsParticiple(context.Tokens[match.Head].Norm))
            return false;
        for (int i = match.Head - 1; i >= noun.End; i--)
        {
            string norm = context.Tokens[i].Norm;
            if (VerbLexicon.IsBe(norm))
                return true;
            if (!VerbLexicon.IsAuxiliary(norm) && !VerbLexicon.IsAdverb(norm))
                return norm is "which" or "that" || context.Actors.At(i) is { CanAct: true } && i >= noun.End && context.Tokens[noun.End].Norm is "," or "which" or "that";
        }
        return match.Head - noun.End <= 3;
    }

    /// <summary>The form that the words around a bare "deal" tell: the nearest topic in its phrase or right after it.</summary>
    private string? TopicOf(TriggerMatch noun, SentenceContext context)
    {
        int from = Math.Max(context.Sentence.First, noun.First - 5), to = Math.Min(context.Sentence.End, noun.End + 12);
        string? best = null;
        int nearest = int.MaxValue;
        for (int i = from; i < to; i++)
        {
            if (context.Tokens[i].Norm is ";" or "." || (i >= noun.End && context.Tokens[i].Norm is "," or "which"))
            {
                if (i < noun.First)
                    continue;
                break;
            }
            foreach (var (topic, match) in rules.Topics.At(context.Tokens, i, to))
            {
                int distance = match.First < noun.First ? noun.First - match.End : match.First - noun.End;
                if (distance < nearest)
                    (best, nearest) = (topic.Form, distance);
                break;
            }
        }
        return best;
    }
}
