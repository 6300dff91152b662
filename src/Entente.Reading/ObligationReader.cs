using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Obligations and their absences: who must, need not, or is not expected to do what for whom.</summary>
internal sealed class ObligationReader(RuleBook rules, Gazetteer gazetteer)
{
    public IEnumerable<Claim> Read(SentenceContext context)
    {
        int covered = context.Sentence.First;
        for (int i = context.Sentence.First; i < context.Sentence.End; i++)
            foreach (var (rule, match) in rules.Obligations.At(context.Words, i))
            {
                if (match.Head < covered || Make(rule, match, context) is not { } claim)
                    continue;
                foreach (var each in Each(claim, context))
                    yield return each;
                // "must consult" is no meeting.
                context.Duties.Add((match.First, match.End));
                covered = match.End;
                break;
            }
    }

    /// <summary>"Nobody expects Peru or Chile to come" is said of each.</summary>
    private static IEnumerable<ObligationClaim> Each(ObligationClaim claim, SentenceContext context)
    {
        bool isEither = claim is { Level: ObligationLevel.ExpectedNone, From.Count: > 1 }
            && context.Actors.Groups.Any(g => g.Actors.Count == claim.From.Count && g.Actors.All(claim.From.Contains) && context.Tokens.Skip(g.First).Take(g.End - g.First).Any(t => t.Norm == "or"));
        return isEither ? claim.From.Select(one => claim with { From = [one] }) : [claim];
    }

    /// <summary>How much of the confidence is left where one side is only the other actor of the sentence.</summary>
    private const double OnlyOther = 0.85;

    private ObligationClaim? Make(ObligationRule rule, TriggerMatch match, SentenceContext context)
    {
        if (match.HeadIsVerb && IsFailure(match, context))
        {
            context.PassOver(match, rule, "a failure is no absence of duty");
            return null;
        }
        if (match.HeadIsVerb && context.Article.Text.Words[match.Head] is { Tag: "VBD", Lemma: "come" or "go" or "rush" })
        {
            context.PassOver(match, rule, "it was done, whatever was owed");
            return null;
        }
        if (Sides(rule, match, context) is not var (who, whom, isCertain))
            return null;
        // "any attack" supposes only the attack.
        var modality = context.ModalityOf(match, isDuty: true) ?? (match.First > context.Sentence.First && context.Tokens[match.First - 1].Norm == "to" ? Modality.Planned : Modality.Fact);
        if (modality == Modality.Planned && IsUndertaken(match, context))
            modality = Modality.Fact;
        var speaker = context.SpeakerOf(match);
        // A duty that is denied is an absence: the claim is that there is none.
        var level = (modality == Modality.Denied || IsGivenUp(match, context)) && rule.Level is not (ObligationLevel.None or ObligationLevel.ExpectedNone or ObligationLevel.Doubted) ? ObligationLevel.None : rule.Level;
        bool isAbsence = level is ObligationLevel.None or ObligationLevel.ExpectedNone or ObligationLevel.Doubted;
        if (isAbsence)
            modality = Modality.Fact;
        if (rule.Modality is { } fixedModality)
            modality = fixedModality;
        else if (isAbsence && speaker is { State: null } && speaker.Role != speaker.Name)
            modality = Modality.Opinion;
        return new ObligationClaim
        {
            Doc = context.Article.Article.Name,
            From = who,
            To = whom,
            Level = level,
            Contingency = rule.Contingency,
            Modality = modality,
            Speaker = speaker,
            Evidence = context.EvidenceOf(match, who.Concat(whom)),
            Confidence = Math.Round(rule.Confidence * (isCertain ? 1 : OnlyOther), 3),
            Rule = rule.Id,
        };
    }

    /// <summary>
    /// Who owes whom. "It binds each to help the other" means the parties of the agreement just told; in an article about two, the one who
    /// is not named is the other. Null, and passed over, where somebody is still missing.
    /// </summary>
    private (IReadOnlyList<string> Who, IReadOnlyList<string> Whom, bool IsCertain)? Sides(ObligationRule rule, TriggerMatch match, SentenceContext context)
    {
        var who = context.Arguments.Fill(rule.Who, match) ?? [];
        var whom = context.Arguments.Fill(rule.Whom, match) ?? [];
        if (rule.IsMutual)
        {
            var all = Claim.Sorted(who.Concat(whom));
            if (all.Count < 2 && context.Article.LastParties is { } parties && all.All(parties.Contains))
                all = parties;
            if (all.Count < 2 && all.All(a => gazetteer.FormOf(a) is null) && BodyOf(context) is { } body)
                all = [body];
            return all.Count >= 2 || (all.Count == 1 && gazetteer.FormOf(all[0]) is not null) ? (all, all, true) : PassOver("only one side found", rule, match, context);
        }
        whom = Claim.Sorted(whom.Except(who));
        bool isCertain = who.Count > 0 && whom.Count > 0;
        if (who.Count == 0 && whom.Count > 0)
            who = Unnamed(whom, rule.Who, match, context);
        else if (whom.Count == 0 && who.Count > 0)
            whom = Unnamed(who, rule.Whom, match, context);
        return who.Count == 0 ? PassOver("nobody found who is bound", rule, match, context)
            : whom.Count == 0 ? PassOver("nobody found to whom", rule, match, context)
            : (Claim.Sorted(who), whom, isCertain);
    }

    /// <summary>The other side, where only one is told: the other of two, whose "its" it is, or the other parties of the treaty just told.</summary>
    private static IReadOnlyList<string> Unnamed(IReadOnlyList<string> known, Slot slot, TriggerMatch match, SentenceContext context)
    {
        if (known.Count == 1 && slot.IsOptional && (OtherInSentence(known[0], context) ?? WhoseItIs(known[0], match, context)) is { } other)
            return [other];
        if (known.Count == 1 && context.Counterpart(known[0]) is { } counterpart)
            return [counterpart];
        return slot.IsOptional && context.AgreementNouns.Count > 0 && context.Article.LastParties is { } parties && known.All(parties.Contains) ? [.. parties.Except(known)] : [];
    }

    /// <summary>"Peru hopes that Chile would come to its aid": nobody comes to his own, so it is the aid of who was named before.</summary>
    private static string? WhoseItIs(string comes, TriggerMatch match, SentenceContext context)
    {
        bool isOwned = Enumerable.Range(match.First, match.End - match.First).Any(i => context.Tokens[i].Norm is "its" or "his" or "her" or "their");
        var before = context.Actors.Groups.LastOrDefault(g => g.End <= match.First && g.Actors.Count > 0 && !g.Actors.Contains(comes));
        return isOwned && before is { Actors: [var owner] } ? owner : null;
    }

    /// <summary>The one body of the sentence: its members owe it to each other.</summary>
    private string? BodyOf(SentenceContext context)
    {
        var bodies = context.Actors.Groups.SelectMany(g => g.Actors).Where(a => gazetteer.FormOf(a) is not null).Distinct().Take(2).ToList();
        return bodies.Count == 1 ? bodies[0] : null;
    }

    /// <summary>Where a sentence speaks of two actors, the one found and this; asked only for a slot that may be missing.</summary>
    private static string? OtherInSentence(string actor, SentenceContext context)
    {
        var others = context.Actors.Groups.SelectMany(g => g.Actors).Distinct().Where(a => a != actor).Take(2).ToList();
        return others.Count == 1 ? others[0] : null;
    }

    /// <summary>"suspended its security obligations to Peru".</summary>
    private static bool IsGivenUp(TriggerMatch match, SentenceContext context)
    {
        var grammar = context.Article.Grammar;
        int top = grammar.TopOf(match);
        return !match.HeadIsVerb && grammar.RelationOf(top) == "obj" && grammar.Words[grammar.Words[top].Head].Lemma is "suspend" or "end" or "renounce" or "withdraw" or "terminate" or "abandon" or "drop";
    }

    /// <summary>Words that make a duty of what follows them, now and not only when it falls due.</summary>
    private static readonly HashSet<string> Undertakings = new(StringComparer.Ordinal)
    {
        "oblige", "commit", "bind", "require", "obligate", "pledge", "promise", "undertake", "vow", "agree", "swear", "obligation", "commitment", "duty", "guarantee", "provide", "stipulate", "envisage",
    };

    /// <summary>"obliges Peru to consult Chile", "an attack shall be met".</summary>
    private static bool IsUndertaken(TriggerMatch match, SentenceContext context)
    {
        var grammar = context.Article.Grammar;
        for (int at = match.Head, climbed = 0; at >= 0 && climbed < 5; at = grammar.Words[at].Head, climbed++)
        {
            if ((at != match.Head && Undertakings.Contains(grammar.Words[at].Lemma)) || grammar.ChildOf(at, "aux") is >= 0 and var aux && context.Tokens[aux].Norm == "shall")
                return true;
            if (grammar.RelationOf(at) is not ("xcomp" or "ccomp" or "conj" or "acl" or "obj" or "obl" or "nmod"))
                return false;
        }
        return false;
    }

    /// <summary>"failed to come to its aid": there was a duty, or none; it was not done.</summary>
    private static bool IsFailure(TriggerMatch match, SentenceContext context) => match.First - 2 >= context.Sentence.First && context.Tokens[match.First - 1].Norm == "to"
        && context.Tokens[match.First - 2].Norm is "failed" or "fails" or "fail" or "failing" or "refused" or "refuses" or "refuse" or "declined";

    private static (IReadOnlyList<string>, IReadOnlyList<string>, bool)? PassOver(string reason, ObligationRule rule, TriggerMatch match, SentenceContext context)
    {
        context.PassOver(match, rule, reason);
        return null;
    }
}
