using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// Agreements: a phrase that names one, its parties, and what is done to it ("signed", "is negotiating", "expired"). One that is merely
/// mentioned counts where such a thing exists only by being in force, as an alliance does.
/// </summary>
internal sealed class AgreementReader(RuleBook rules)
{
    private const int LongestReach = 14;

    /// <summary>How much of the confidence is left where only "agreement" is said, and where one party is only implied.</summary>
    private const double UnknownForm = 0.7, ImpliedParty = 0.85;

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
            context.AgreementNouns.Add(noun);
            foreach (var claim in Make(rule, noun, statuses, context))
                yield return claim;
            i = noun.End;
        }
    }

    private IEnumerable<AgreementClaim> Make(AgreementNounRule rule, TriggerMatch noun, List<(StatusRule, TriggerMatch)> statuses, SentenceContext context)
    {
        var (status, act) = IsParty(noun, context) ? default : Governing(noun, statuses, context);
        var earlier = Earlier(rule, noun, context);
        var (one, other) = Parties(rule, noun, status, act, context);
        if (one.Count + other.Count < 2 && earlier is not null)
            one = [.. earlier.Parties];
        bool isImplied = one.Count + other.Count == 1 && !IsPlural(noun, context) && context.Article.Counterpart(one.Concat(other).First()) is { } counterpart && other.Add(counterpart);
        var trigger = status is null ? noun : act;
        var modality = ModalityOf(status, trigger, context);
        string? whyNot = status is not null && IsApposition(noun, act, context) ? "another name of the agreement before it"
            : status is null && rule.Standing is null ? "nothing is done to it"
            : one.Union(other).Count() < 2 ? "parties not resolved"
            : modality is null ? "only a purpose"
            : null;
        if (whyNot is not null)
        {
            context.PassOver(noun, rule, whyNot);
            yield break;
        }
        string form = rule.Form ?? TopicOf(noun, context) ?? earlier?.Form ?? "other";
        double confidence = Math.Round(rule.Confidence * (status?.Confidence ?? 1) * (rule.Form is null && form == "other" ? UnknownForm : 1) * (isImplied ? ImpliedParty : 1), 3);
        if (status is not null)
            context.AgreementsClaimed.Add((Math.Min(act.First, noun.First), Math.Max(act.End, noun.End)));
        foreach (var parties in Arrangements(one, other, noun, context))
        {
            var claim = new AgreementClaim
            {
                Doc = context.Article.Article.Name,
                Name = rule.Name,
                Form = form,
                Parties = parties,
                Status = status?.Status ?? rule.Standing!.Value,
                Date = status is null ? null : context.DateOf(act, isStep: status.Status != Status.InForce),
                Modality = modality!.Value,
                Speaker = context.SpeakerOf(noun),
                Evidence = Evidence(context, noun, trigger, parties),
                Confidence = confidence,
                Rule = status is null ? rule.Id : $"{rule.Id}+{status.Id}",
            };
            // One of unknown form tells nothing about "the pact" after it.
            if (status is not null && form != "other")
                context.Article.LastAgreement = claim;
            yield return claim;
        }
    }

    /// <summary>"its allies", "a strategic partner": said of those who are bound, not of the bond; what they sign is something else.</summary>
    private static bool IsParty(TriggerMatch noun, SentenceContext context) => context.Tokens[noun.End - 1].Norm is "ally" or "allies" or "partner" or "partners";

    /// <summary>"signed an access agreement, the most significant defence pact since 1902": one agreement, named twice.</summary>
    private static bool IsApposition(TriggerMatch noun, TriggerMatch act, SentenceContext context)
    {
        foreach (var earlier in context.AgreementNouns)
        {
            if (earlier.First < act.End || earlier.End >= noun.First || context.Tokens[earlier.End].Norm != ",")
                continue;
            for (int i = earlier.End; i < noun.First; i++)
                if (context.Tokens[i].Norm is "and" or "as")
                    return false;
            return true;
        }
        return false;
    }

    /// <summary>"the pact", "a similar deal", "such agreements": without a topic of its own it takes the form, and "the pact" the parties too, of the one before.</summary>
    private static AgreementClaim? Earlier(AgreementNounRule rule, TriggerMatch noun, SentenceContext context)
    {
        string before = noun.First > context.Sentence.First ? context.Tokens[noun.First - 1].Norm : "";
        return rule.Form is null && before is "the" or "this" or "that" or "similar" or "such" ? context.Article.LastAgreement : null;
    }

    /// <summary>
    /// "Japan has similar deals with Britain and Australia" are two arrangements; "a pact between Japan, Britain and Italy" is one. Several
    /// are meant where the noun is plural, or "similar", and one side is a single actor.
    /// </summary>
    private static IEnumerable<IReadOnlyList<string>> Arrangements(HashSet<string> one, HashSet<string> other, TriggerMatch noun, SentenceContext context)
    {
        string before = noun.First > context.Sentence.First ? context.Tokens[noun.First - 1].Norm : "";
        bool isSeveral = before is "similar" or "such" || IsPlural(noun, context);
        if (isSeveral && HyphenatedPairs(noun, context) is { Count: > 1 } pairs)
            return pairs;
        var (single, many) = one.Count == 1 ? (one, other) : (other, one);
        if (isSeveral && single.Count == 1 && many.Count > 1)
            return many.Except(single).Order(StringComparer.Ordinal).Select(m => Claim.Sorted([.. single, m]));
        return [Claim.Sorted(one.Concat(other))];
    }

    private static bool IsPlural(TriggerMatch noun, SentenceContext context) =>
        context.Tokens[noun.End - 1].Norm is var head && head.EndsWith('s') && head is not ("ties" or "relations" or "links");

    /// <summary>"the U.S.-Japan and U.S.-ROK alliances".</summary>
    private static List<IReadOnlyList<string>> HyphenatedPairs(TriggerMatch noun, SentenceContext context)
    {
        var pairs = new List<IReadOnlyList<string>>();
        if (context.Arguments.Find("owner", noun) is { } owner)
            for (int i = 1; i < owner.Mentions.Count; i++)
                if (context.Tokens[owner.Mentions[i].First - 1].Norm is "-" or "–")
                    pairs.Add(Claim.Sorted(owner.Mentions[i - 1].Actors.Concat(owner.Mentions[i].Actors)));
        return pairs;
    }

    /// <summary>
    /// "The pact between A and B" and "the A-B pact" name all parties, whoever signs or approves it; "a pact with B" wants the one who does.
    /// </summary>
    private static (HashSet<string> One, HashSet<string> Other) Parties(AgreementNounRule rule, TriggerMatch noun, StatusRule? status, TriggerMatch act, SentenceContext context)
    {
        HashSet<string> one = [.. context.Arguments.Fill(rule.Who, noun) ?? []], other = [.. context.Arguments.Fill(rule.Whom, noun) ?? []];
        if (status is not null && one.Count < 2)
        {
            one.UnionWith(context.Arguments.Fill(status.Who, act) ?? []);
            other.UnionWith(context.Arguments.Fill(status.Whom, act) ?? []);
        }
        other.ExceptWith(one);
        return (one, other);
    }

    /// <summary>The reached status is a fact even where more is planned of it; a rule may say that its words always mean a plan.</summary>
    private static Modality? ModalityOf(StatusRule? status, TriggerMatch trigger, SentenceContext context)
    {
        var read = context.ModalityOf(trigger);
        return status?.Modality is { } fixedModality && read == Modality.Fact ? fixedModality : read;
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
            if (context.Tokens[i].Norm is ";" or ":" or "but" or "while" or "although" or "because" or "said" or "when" or "after" or "before")
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
