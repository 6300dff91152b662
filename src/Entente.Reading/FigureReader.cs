using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>Numbers about an actor's forces, money or promises: the number in the trigger, scaled ("million"), with its subject.</summary>
internal sealed class FigureReader(RuleBook rules)
{
    /// <summary>How much of the confidence is left where the subject is only the one actor of the sentence.</summary>
    private const double OnlyOne = 0.8;

    /// <summary>What states give, owe or spend is more than that; smaller sums are those of persons.</summary>
    private const double LeastSum = 1e5;

    public IEnumerable<Claim> Read(SentenceContext context)
    {
        var told = new HashSet<int>();
        for (int i = context.Sentence.First; i < context.Sentence.End; i++)
            // Of the rules that match from here, each number is told by the first that finds its subject.
            foreach (var (rule, match) in rules.Figures.At(context.Words, i))
                if (Numbers.In(context.Tokens, match, rule.Unit) is { } number && !told.Contains(number.At) && !(rule.Unit == "USD" && number.Value < LeastSum) && Make(rule, match, number.Value, context) is { } claim)
                {
                    yield return claim;
                    told.Add(number.At);
                }
    }

    private static FigureClaim? Make(FigureRule rule, TriggerMatch match, double value, SentenceContext context)
    {
        var subject = context.Arguments.Fill(rule.Who, match, ofState: true);
        bool isCertain = subject is { Count: > 0 };
        if (!isCertain)
            subject = OnlyActor(match, context);
        if (subject is not { Count: > 0 })
        {
            context.PassOver(match, rule, "no actor found that the number is about");
            return null;
        }
        var modality = ModalityOf(match, context);
        return new FigureClaim
        {
            Doc = context.Article.Article.Name,
            Subject = subject[0],
            Measure = rule.Measure,
            Value = rule.IsFall ? -value : value,
            Unit = rule.Unit == "USD" ? Numbers.CurrencyIn(context.Tokens, match) ?? rule.Unit : rule.Unit,
            Date = context.DateOf(match, modality),
            Modality = modality,
            Speaker = context.SpeakerOf(match),
            Evidence = context.EvidenceOf(match, [subject[0]]),
            Confidence = Math.Round(rule.Confidence * (isCertain ? 1 : OnlyOne), 3),
            Rule = rule.Id,
        };
    }

    /// <summary>What stands between the head and the number bears on it too: "the budget is expected to reach 4 billion".</summary>
    private static Modality ModalityOf(TriggerMatch match, SentenceContext context) =>
        context.ModalityOf(match with { First = match.Head, End = match.Head + 1 }) ?? Modality.Planned;

    /// <summary>"4,000 Kenyan troops": whose nationality stands by the number, else the only actor of the sentence.</summary>
    private static IReadOnlyList<string>? OnlyActor(TriggerMatch match, SentenceContext context)
    {
        for (int i = match.First; i < match.End; i++)
            if (context.Actors.At(i) is { Actors.Count: > 0 } group)
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
            // "The Danish zoo" is not Denmark.
            bool isBareNationality = at != i && at >= group.End && group.Mentions[^1].Kind == MentionKind.Qualifier && !group.IsPossessive && !context.Article.Classes.HasWord("means", words[at].Lemma);
            if (!isBareNationality && words[at].Relation.StartsWith("nsubj", StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
