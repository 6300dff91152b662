using Entente.Reading;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>Each row: how a sentence puts its signing.</summary>
public class ModalityTests
{
    [Theory]
    [InlineData("Japan signed a pact.", "fact")]
    [InlineData("Japan has signed a pact.", "fact")]
    [InlineData("In May Japan signed a pact.", "fact")]
    [InlineData("Japan, which did not join, signed a pact.", "fact")]
    [InlineData("Although it may leave, Japan signed a pact.", "fact")]
    [InlineData("Japan will sign a pact.", "planned")]
    [InlineData("Japan plans to sign a pact.", "planned")]
    [InlineData("Japan is set to sign a pact.", "planned")]
    [InlineData("Japan agreed with Britain to sign a pact.", "planned")]
    [InlineData("Japan moved closer in a bid to sign a pact.", "planned")]
    [InlineData("Japan has a wish to sign a pact.", "none")]
    [InlineData("Any pact that Japan signed fell.", "fact")]
    [InlineData("Japan may sign a pact.", "possible")]
    [InlineData("Japan could sign a pact.", "possible")]
    [InlineData("Japan is likely to sign a pact.", "possible")]
    [InlineData("Japan is considering signing a pact.", "possible")]
    [InlineData("If Japan signed a pact, Britain left.", "possible")]
    [InlineData("Japan did not sign a pact.", "denied")]
    [InlineData("Japan didn’t sign a pact.", "denied")]
    [InlineData("Japan never signed a pact.", "denied")]
    [InlineData("Japan will not sign a pact.", "denied")]
    [InlineData("Japan may not sign a pact.", "denied")]
    [InlineData("Japan has no plan to sign a pact.", "denied")]
    [InlineData("Japan refused to sign a pact.", "denied")]
    [InlineData("Japan failed to sign a pact.", "denied")]
    [InlineData("Japan stopped short of signing a pact.", "denied")]
    [InlineData("Japan ruled out signing a pact.", "denied")]
    [InlineData("Japan has not replied, but signed a pact.", "fact")]
    [InlineData("Britain denied the report and Japan signed a pact.", "fact")]
    [InlineData("Japan will not comment or sign a pact.", "denied")]
    [InlineData("Japan will probably sign a pact.", "possible")]
    [InlineData("Britain left before Japan signs a pact.", "planned")]
    public void The_words_before_the_verb_tell_a_deed_from_a_plan_a_chance_and_a_denial(string text, string modality)
    {
        var annotated = Kit.Annotate(text, Kit.Day);
        var (sentence, match) = Kit.Match(annotated, "sign.v");
        Assert.Equal(modality, new ModalityFinder(annotated, new(annotated), Kit.Rules.Modalities, Kit.Rules.Classes).Find(Kit.Words(annotated, sentence), match)?.Code() ?? "none");
    }

    [Fact]
    public void A_denial_inside_the_trigger_is_what_the_rule_is_about_and_denies_nothing()
    {
        var annotated = Kit.Annotate("Japan has no obligation to defend Britain.", Kit.Day);
        var (sentence, match) = Kit.Match(annotated, "no obligation.n to defend.v");
        Assert.Equal(Modality.Fact, new ModalityFinder(annotated, new(annotated), Kit.Rules.Modalities, Kit.Rules.Classes).Find(Kit.Words(annotated, sentence), match));
    }
}
