using System.Globalization;
using Entente.Language;
using Entente.Reading;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Every reading rule carries a sentence that shows it at work and, often, one that looks alike and must yield nothing.</summary>
public class RuleExampleTests
{
    private static readonly Morphology Morphology = Morphology.Load(Repository.ReadData);
    private static readonly RuleBook Rules = RuleBook.Load(Repository.ReadData, Morphology);
    private static readonly ArticleReader Reader = new(Kit.Language, Gazetteer.Load(Repository.ReadData), Rules, Morphology);

    public static TheoryData<string> Ids() => [.. Rules.All.Select(r => r.Id)];

    public static TheoryData<string> IdsWithCounterexample() => [.. Rules.All.Where(r => r.Example.Counterexample is not null).Select(r => r.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_example_yields_what_the_rule_says(string id)
    {
        var rule = RuleNamed(id);
        var found = Read(rule.Example.Text).Select(Line).ToList();
        Assert.True(found.Contains(rule.Example.Expect), $"{rule.Place}\n  {rule.Example.Text}\n  expected {rule.Example.Expect}\n  found    {string.Join("\n           ", found)}");
    }

    [Theory]
    [MemberData(nameof(IdsWithCounterexample))]
    public void The_counterexample_yields_nothing_by_this_rule(string id)
    {
        var rule = RuleNamed(id);
        var wrong = Read(rule.Example.Counterexample!).Where(c => c.Rule!.Split('+').Contains(id)).Select(Line).ToList();
        Assert.True(wrong.Count == 0, $"{rule.Place}\n  {rule.Example.Counterexample}\n  must yield nothing but yields {string.Join("; ", wrong)}");
    }

    private static ReadingRule RuleNamed(string id) => Rules.All.First(r => r.Id == id);

    private static IReadOnlyList<Claim> Read(string text) => Reader.Read(new Article { Name = "example", Text = text }).Claims;

    private static string Line(Claim claim) => claim switch
    {
        AgreementClaim a => $"AGREEMENT {a.Form} {a.Status.Code()} {string.Join(',', a.Parties)} {a.Modality.Code()}",
        EventClaim e => $"{e.Type.Code()} {string.Join(',', e.Actors)}>{string.Join(',', e.Recipients)} {e.Modality.Code()}",
        ObligationClaim o => $"OBLIGATION {o.Level.Code()} {string.Join(',', o.From)}>{string.Join(',', o.To)} {o.Modality.Code()}",
        FigureClaim f => string.Create(CultureInfo.InvariantCulture, $"FIGURE {f.Measure} {f.Subject} {f.Value}"),
        _ => claim.ToString(),
    };
}
