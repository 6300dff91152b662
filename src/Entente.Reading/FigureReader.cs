using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Numbers about an actor's forces, money or promises: the number in the trigger, scaled ("million"), with its subject.</summary>
internal sealed class FigureReader(RuleBook rules)
{
    public IEnumerable<Claim> Read(SentenceContext context)
    {
        int covered = context.Sentence.First;
        for (int i = context.Sentence.First; i < context.Sentence.End; i++)
            foreach (var (rule, match) in rules.Figures.At(context.Tokens, i, context.Sentence.End))
            {
                if (match.First < covered || ValueIn(context.Tokens, match) is not { } value)
                    continue;
                var subject = context.Arguments.Fill(rule.Who, match);
                if (subject is not { Count: > 0 })
                {
                    context.PassOver(match, rule, "no actor found that the number is about");
                    continue;
                }
                yield return new FigureClaim
                {
                    Doc = context.Article.Article.Name,
                    Subject = subject[0],
                    Measure = rule.Measure,
                    Value = value,
                    Unit = rule.Unit,
                    Date = context.DateOf(match),
                    Modality = context.ModalityOf(match) ?? Modality.Planned,
                    Speaker = context.SpeakerOf(match),
                    Evidence = context.EvidenceOf(match, [subject[0]]),
                    Confidence = rule.Confidence,
                    Rule = rule.Id,
                };
                covered = match.End;
                break;
            }
    }

    private static double? ValueIn(IReadOnlyList<Token> tokens, TriggerMatch match)
    {
        for (int i = match.First; i < match.End; i++)
        {
            double? value = Numbers.ValueOf(tokens[i].Norm);
            if (value is null)
                continue;
            return value * (i + 1 < tokens.Count ? Numbers.ScaleOf(tokens[i + 1].Norm) : 1);
        }
        return null;
    }
}
