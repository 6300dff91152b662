using Entente.Reading;

namespace Entente.Tests;

/// <summary>Each row: a text, a trigger, a slot, and who fills it.</summary>
public class ArgumentTests
{
    [Theory]
    [InlineData("Japan attacked Britain.", "attack.v", "subject", "JPN")]
    [InlineData("Japan attacked Britain.", "attack.v", "object", "GBR")]
    [InlineData("Japan has repeatedly attacked Britain.", "attack.v", "subject", "JPN")]
    [InlineData("Japan on Tuesday attacked Britain.", "attack.v", "subject", "JPN")]
    [InlineData("Japan and Italy attacked Britain and France.", "attack.v", "subject", "ITA,JPN")]
    [InlineData("Japan and Italy attacked Britain and France.", "attack.v", "object", "FRA,GBR")]
    [InlineData("Fighters of Japan's air force attacked Britain.", "attack.v", "object", "GBR")]
    [InlineData("Officials in Oslo said Japan attacked Britain.", "attack.v", "subject", "JPN")]
    [InlineData("In Moscow, Japan and Britain signed a pact.", "sign.v", "subject", "GBR,JPN")]
    [InlineData("Japan attacked.", "attack.v", "object", "")]
    [InlineData("Rebels attacked Britain.", "attack.v", "subject", "")]
    public void The_subject_stands_before_its_verb_and_the_object_after_it(string text, string trigger, string slot, string actors) =>
        Assert.Equal(actors, Fill(text, trigger, slot));

    [Theory]
    [InlineData("Britain was attacked by Japan.", "subject", "JPN")]
    [InlineData("Britain was attacked by Japan.", "object", "GBR")]
    [InlineData("Britain has been repeatedly attacked by Japan.", "subject", "JPN")]
    [InlineData("Britain has been repeatedly attacked by Japan.", "object", "GBR")]
    [InlineData("Britain and France were attacked by Japan and Italy.", "subject", "ITA,JPN")]
    [InlineData("Britain was attacked.", "subject", "")]
    public void Of_a_passive_the_one_who_does_it_comes_after_by(string text, string slot, string actors) => Assert.Equal(actors, Fill(text, "attack.v", slot));

    [Theory]
    [InlineData("Japan, which attacked Britain, left Italy.", "attack.v", "subject", "JPN")]
    [InlineData("Japan, which attacked Britain, left Italy.", "attack.v", "object", "GBR")]
    [InlineData("France met Japan, which attacked Britain.", "attack.v", "subject", "JPN")]
    [InlineData("After visiting Norway, Britain left.", "visit.v", "subject", "GBR")]
    [InlineData("After visiting Norway, Britain left.", "visit.v", "object", "NOR")]
    public void A_clause_inside_another_finds_its_own_subject(string text, string trigger, string slot, string actors) => Assert.Equal(actors, Fill(text, trigger, slot));

    [Theory]
    [InlineData("Japan signed a pact with Britain.", "sign.v", "with", "GBR")]
    [InlineData("Japan sent troops to Mali.", "send.v", "to", "MLI")]
    [InlineData("Japan sent 500 more troops to northern Mali.", "send.v", "to", "MLI")]
    [InlineData("Japan signed a pact on trade.", "sign.v", "with", "")]
    [InlineData("Japan signed; Italy met with Britain.", "sign.v", "with", "")]
    [InlineData("a pact between Japan and Britain", "pact.n", "between", "GBR,JPN")]
    [InlineData("a pact between Japan", "pact.n", "between", "")]
    [InlineData("an attack on Britain and France", "attack.n", "on", "FRA,GBR")]
    public void A_preposition_leads_to_its_actor_within_the_clause(string text, string trigger, string slot, string actors) => Assert.Equal(actors, Fill(text, trigger, slot));

    [Theory]
    [InlineData("Russia's full-scale invasion of Ukraine goes on.", "invasion.n", "owner", "RUS")]
    [InlineData("Russia's full-scale invasion of Ukraine goes on.", "invasion.n", "of", "UKR")]
    [InlineData("The U.S.-Japan alliance holds.", "alliance.n", "owner", "JPN,USA")]
    [InlineData("Russian and Chinese sanctions bite.", "sanction.n", "owner", "CHN,RUS")]
    [InlineData("Japan attacked the alliance.", "alliance.n", "owner", "")]
    [InlineData("Australia, a US ally, agreed.", "ally.n", "owner", "USA")]
    [InlineData("Australia, a US ally, agreed.", "ally.n", "beside", "AUS")]
    [InlineData("Japan is an ally of Britain.", "ally.n", "beside", "JPN")]
    [InlineData("Washington met its ally Japan.", "ally.n", "beside", "JPN")]
    public void A_noun_has_an_owner_before_it_and_a_namesake_beside_it(string text, string trigger, string slot, string actors) => Assert.Equal(actors, Fill(text, trigger, slot));

    [Fact]
    public void Alternatives_are_tried_in_their_order_and_united_parts_are_all_needed()
    {
        Assert.Equal("GBR", Fill("Japan signed a pact with Britain.", "sign.v", "to|with"));
        Assert.Equal("GBR,JPN", Fill("Japan signed a pact with Britain.", "sign.v", "subject+with"));
        Assert.Null(TryFill("Japan signed a pact.", "sign.v", "subject+with"));
        Assert.Empty(TryFill("Japan signed a pact.", "sign.v", "with?")!);
        Assert.Empty(TryFill("Japan signed a pact.", "sign.v", "-")!);
    }

    private static string Fill(string text, string trigger, string slot) => string.Join(',', TryFill(text, trigger, slot) ?? []);

    private static IReadOnlyList<string>? TryFill(string text, string trigger, string slot)
    {
        var annotated = Kit.Annotate(text, Kit.Day);
        var actors = Assert.Single(Kit.Actors(annotated, Kit.Day));
        var (_, match) = Kit.Match(annotated, trigger);
        return new ArgumentFinder(annotated.Tokens, actors, new(Kit.Morphology.IrregularParticiples), new(new(annotated), Kit.Rules.Classes, actors), _ => null).Fill(Slot.Parse("test", slot), match);
    }
}
