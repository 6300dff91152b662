using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Numbers about an actor's forces, money or promises: the number in the trigger, scaled ("million"), with its subject.</summary>
internal sealed class FigureReader(RuleBook rules)
{
    /// <summary>How much of the confidence is left where the subject is only the one actor of the sentence.</summary>
    private const double OnlyOne = 0.8;

    public IEnumerable<Claim> Read(SentenceContext context)
    {
        int covered = context.Sentence.First;
        for (int i = context.Sentence.First; i < context.Sentence.End; i++)
            foreach (var (rule, match) in rules.Figures.At(context.Words, i))
            {
                if (match.First < covered || ValueIn(context.Tokens, match, rule.Unit == "USD") is not { } value)
                    continue;
                var subject = context.Arguments.Fill(rule.Who, match);
                bool isCertain = subject is { Count: > 0 };
                if (!isCertain)
                    subject = OnlyActor(match, context);
                if (subject is not { Count: > 0 })
                {
                    context.PassOver(match, rule, "no actor found that the number is about");
                    continue;
                }
                var modality = ModalityOf(match, context);
                yield return new FigureClaim
                {
                    Doc = context.Article.Article.Name,
                    Subject = subject[0],
                    Measure = rule.Measure,
                    Value = rule.IsFall ? -value : value,
                    Unit = rule.Unit == "USD" ? CurrencyIn(context.Tokens, match) ?? rule.Unit : rule.Unit,
                    Date = context.DateOf(match, modality),
                    Modality = modality,
                    Speaker = context.SpeakerOf(match),
                    Evidence = context.EvidenceOf(match, [subject[0]]),
                    Confidence = Math.Round(rule.Confidence * (isCertain ? 1 : OnlyOne), 3),
                    Rule = rule.Id,
                };
                covered = match.End;
                break;
            }
    }

    /// <summary>What stands between the head and the number bears on it too: "the budget is expected to reach 4 billion".</summary>
    private static Modality ModalityOf(TriggerMatch match, SentenceContext context) =>
        context.ModalityOf(match with { First = match.Head, End = match.Head + 1 }) ?? Modality.Planned;

    /// <summary>"4,000 Kenyan troops": whose nationality stands by the number, else the only actor of the sentence.</summary>
    private static IReadOnlyList<string>? OnlyActor(TriggerMatch match, SentenceContext context)
    {
        for (int i = match.First; i < match.End; i++)
            if (context.Actors.At(i) is { Actors.Count: 1 } group)
                return group.Actors;
        var groups = context.Actors.Groups.Where(g => g.Actors.Count > 0).ToList();
        return groups.SelectMany(g => g.Actors).Distinct().Take(2).Count() == 1 && groups.Exists(g => IsSubject(g, context)) ? groups[0].Actors : null;
    }

    /// <summary>"Its record", "Kenyan troops": the subject of a clause, or whose that is.</summary>
    private static bool IsSubject(ActorGroup group, SentenceContext context)
    {
        var words = context.Article.Text.Words;
        for (int i = group.First; i < group.End; i++)
        {
            int at = words[i].Relation is "amod" or "compound" or "nmod:poss" && words[i].Head >= 0 ? words[i].Head : i;
            if (words[at].Relation.StartsWith("nsubj", StringComparison.Ordinal))
                return true;
        }
        return false;
    }

    private static string? CurrencyIn(IReadOnlyList<Token> tokens, TriggerMatch match)
    {
        for (int i = match.First; i < match.End; i++)
            if (Numbers.CurrencyOf(tokens[i].Norm) is { } currency)
                return currency;
        return null;
    }

    /// <param name="isMoney">Whether it is the number of an amount: of "two boats for 400 million dollars" the second.</param>
    private static double? ValueIn(IReadOnlyList<Token> tokens, TriggerMatch match, bool isMoney)
    {
        double? found = null;
        for (int i = match.First; i < match.End; i++)
        {
            double? value = Numbers.ValueOf(tokens[i].Norm);
            if (value is null)
                continue;
            // "$500-million"
            int next = i + 2 < tokens.Count && tokens[i + 1].Norm == "-" ? i + 2 : i + 1;
            double scale = next < tokens.Count ? Numbers.ScaleOf(tokens[next].Norm) : 1;
            if (!isMoney || IsAmount(tokens, i, scale == 1 ? next : next + 1))
                return value * scale;
            found ??= value * scale;
        }
        return found;
    }

    /// <summary>The currency stands right before the number, or after it.</summary>
    private static bool IsAmount(IReadOnlyList<Token> tokens, int number, int after) =>
        (number > 0 && Numbers.CurrencyOf(tokens[number - 1].Norm) is not null) || (after < tokens.Count && Numbers.CurrencyOf(tokens[after].Norm) is not null);
}
