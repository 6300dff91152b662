using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Obligations and their absences: who must, need not, or is not expected to do what for whom.</summary>
internal sealed class ObligationReader(RuleBook rules)
{
    public IEnumerable<Claim> Read(SentenceContext context)
    {
        int covered = context.Sentence.First;
        for (int i = context.Sentence.First; i < context.Sentence.End; i++)
            foreach (var (rule, match) in rules.Obligations.At(context.Tokens, i, context.Sentence.End))
            {
                if (match.Head < covered || Make(rule, match, context) is not { } claim)
                    continue;
                yield return claim;
                covered = match.End;
                break;
            }
    }

    private static ObligationClaim? Make(ObligationRule rule, TriggerMatch match, SentenceContext context)
    {
        var who = context.Arguments.Fill(rule.Who, match);
        var whom = context.Arguments.Fill(rule.Whom, match);
        if (who is null or { Count: 0 } || whom is null || (!rule.IsMutual && !whom.Except(who).Any()))
        {
            context.PassOver(match, rule, who is null or { Count: 0 } ? "nobody found who is bound" : "nobody found to whom");
            return null;
        }
        var all = Claim.Sorted(who.Concat(whom));
        if (rule.IsMutual && all.Count < 2)
        {
            context.PassOver(match, rule, "only one side found");
            return null;
        }
        var modality = context.ModalityOf(match) ?? Modality.Planned;
        var speaker = context.SpeakerOf(match);
        // A duty that is denied is an absence: the claim is that there is none.
        var level = modality == Modality.Denied && rule.Level is not (ObligationLevel.None or ObligationLevel.ExpectedNone or ObligationLevel.Doubted) ? ObligationLevel.None : rule.Level;
        bool isAbsence = level is ObligationLevel.None or ObligationLevel.ExpectedNone or ObligationLevel.Doubted;
        if (isAbsence)
            modality = Modality.Fact;
        if (rule.Modality is { } fixedModality)
            modality = fixedModality;
        else if (isAbsence && speaker is { State: null })
            modality = Modality.Opinion;
        return new ObligationClaim
        {
            Doc = context.Article.Article.Name,
            From = rule.IsMutual ? all : Claim.Sorted(who),
            To = rule.IsMutual ? all : Claim.Sorted(whom.Except(who)),
            Level = level,
            Contingency = rule.Contingency,
            Modality = modality,
            Speaker = speaker,
            Evidence = context.EvidenceOf(match, all),
            Confidence = rule.Confidence,
            Rule = rule.Id,
        };
    }
}
