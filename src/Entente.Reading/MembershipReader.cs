using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Who belongs to which body: one claim a member and body, in the form that the body's membership is coded as.</summary>
internal sealed class MembershipReader(RuleBook rules, Gazetteer gazetteer)
{
    public IEnumerable<Claim> Read(SentenceContext context)
    {
        foreach (var (rule, match) in rules.Memberships.In(context.Tokens, context.Sentence.First, context.Sentence.End))
        {
            var members = context.Arguments.Fill(rule.Who, match)?.Where(a => gazetteer.FormOf(a) is null).ToList() ?? [];
            var bodies = context.Arguments.Fill(rule.Whom, match)?.Where(a => gazetteer.FormOf(a) is not null).ToList() ?? [];
            if (members.Count == 0 || bodies.Count == 0)
            {
                context.PassOver(match, rule, members.Count == 0 ? "no member found" : "no body found");
                continue;
            }
            if (ModalityOf(rule, match, context) is not { } modality)
            {
                context.PassOver(match, rule, "only a possibility");
                continue;
            }
            foreach (string body in bodies)
                foreach (string member in members)
                    yield return new AgreementClaim
                    {
                        Doc = context.Article.Article.Name,
                        Name = gazetteer.Actors[body],
                        Form = gazetteer.FormOf(body)!,
                        Parties = Claim.Sorted([member, body]),
                        Status = rule.Status,
                        Date = context.DateOf(match),
                        Modality = modality,
                        Speaker = context.SpeakerOf(match),
                        Evidence = context.EvidenceOf(match, [member, body]),
                        Confidence = rule.Confidence,
                        Rule = rule.Id,
                    };
        }
    }

    /// <summary>Null where a membership is only imagined ("if Prague joined NATO") and the rule is not about wishes.</summary>
    private static Modality? ModalityOf(MembershipRule rule, TriggerMatch match, SentenceContext context)
    {
        var read = context.ModalityOf(match);
        if (rule.Modality is { } fixedModality && read is null or Modality.Fact)
            return rule.Modality ?? read;
        return read == Modality.Possible && rule.Modality is null ? null : read;
    }
}
