using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Who belongs to which body: one claim a member and body, in the form that the body's membership is coded as.</summary>
internal sealed class MembershipReader(RuleBook rules, Gazetteer gazetteer)
{
    /// <summary>Verbs whose subject it is that becomes a member.</summary>
    private static readonly HashSet<string> Begins = new(StringComparer.Ordinal)
    {
        "begin", "start", "open", "receive", "gain", "seek", "want", "win", "get", "obtain", "hold", "take", "assume", "pursue", "launch", "have", "resume", "continue", "complete", "conclude", "submit", "file", "secure", "lose",
        "abandon", "withdraw", "chair",
    };

    public IEnumerable<Claim> Read(SentenceContext context)
    {
        int covered = context.Sentence.First;
        foreach (var (rule, match) in rules.Memberships.In(context.Words))
        {
            // "hopes to join" is no joining.
            if (match.First < covered)
                continue;
            // Of "Serbia's EU membership" both stand before the noun.
            var found = (context.Arguments.Fill(rule.Who, match) ?? []).Concat(context.Arguments.Fill(rule.Whom, match) ?? []).Distinct().ToList();
            if (!found.Exists(a => gazetteer.FormOf(a) is null))
                found.AddRange(Candidates(match, context));
            if (!found.Exists(a => gazetteer.FormOf(a) is not null))
                found.AddRange(Joined(match, context));
            var members = found.Where(a => gazetteer.FormOf(a) is null).ToList();
            var bodies = found.Where(a => gazetteer.FormOf(a) is not null).ToList();
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
            covered = match.End;
            foreach (string body in bodies)
                foreach (string member in members)
                    yield return new AgreementClaim
                    {
                        Doc = context.Article.Article.Name,
                        Name = gazetteer.Actors[body],
                        Form = gazetteer.FormOf(body)!,
                        Parties = Claim.Sorted([member, body]),
                        Status = rule.Status,
                        Date = context.DateOf(match, modality),
                        Modality = modality,
                        Speaker = context.SpeakerOf(match),
                        Evidence = context.EvidenceOf(match, [member, body]),
                        Confidence = rule.Confidence,
                        Rule = rule.Id,
                    };
        }
    }

    /// <summary>"Serbia's EU membership bid", "Serbia began EU membership talks": who stands further left in the phrase, or does it.</summary>
    private static IEnumerable<string> Candidates(TriggerMatch match, SentenceContext context)
    {
        int start = match.HeadIsVerb ? match.End - 2 : match.First - 1, stop = match.HeadIsVerb ? match.Head : context.Sentence.First - 1;
        for (int i = start; i > stop && start - i < 6; i--)
        {
            string norm = context.Tokens[i].Norm;
            if (context.Actors.At(i) is { IsPossessive: true } owner && owner.Actors.Count > 0)
                return owner.Actors;
            if (i < match.First && (Trigger.IsMark(norm) || VerbLexicon.IsPreposition(norm) || VerbLexicon.IsAuxiliary(norm) || context.Article.Text.Words[i].Pos == Upos.Verb))
                break;
        }
        if (match.HeadIsVerb)
            return [];
        int verb = context.Article.Grammar.VerbOf(context.Article.Grammar.TopOf(match), asObject: true);
        return verb >= 0 && Begins.Contains(context.Article.Text.Words[verb].Lemma) ? context.Arguments.Find("subject", new(verb, verb + 1, verb, HeadIsVerb: true))?.Actors ?? [] : [];
    }

    /// <summary>"withdrew its application to join the WTO": of the last verb of the trigger.</summary>
    private static IReadOnlyList<string> Joined(TriggerMatch match, SentenceContext context)
    {
        int last = match.End - 1;
        bool isVerb = last > match.Head && context.Article.Text.Words[last].Pos == Upos.Verb;
        return isVerb ? context.Arguments.Find("object", new(last, last + 1, last, HeadIsVerb: true))?.Actors ?? [] : [];
    }

    /// <summary>Null where a membership is only imagined ("if Prague joined NATO") and the rule is not about wishes.</summary>
    private static Modality? ModalityOf(MembershipRule rule, TriggerMatch match, SentenceContext context)
    {
        var read = context.ModalityOf(match);
        if (rule.Modality is { } fixedModality && read is null or Modality.Fact)
            return rule.Modality ?? read;
        return read == Modality.Possible && rule.Modality is null && rule.Status is not (Status.Ended or Status.Suspended or Status.Rejected) ? null : read;
    }
}
