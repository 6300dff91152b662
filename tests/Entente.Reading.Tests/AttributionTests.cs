using Entente.Reading;

namespace Entente.Tests;

/// <summary>Each row: a text, and who says what its last "attack" says, as "name, role, state".</summary>
public class AttributionTests
{
    [Theory]
    [InlineData("Japan attacked Britain.", "-")]
    [InlineData("“Japan attacked Britain,” Graham said.", "Graham")]
    [InlineData("“Japan attacked Britain,” said Euan Graham, an analyst.", "Euan Graham")]
    [InlineData("Peace holds, said Euan Graham, an analyst. “Japan attacked Britain,” Graham said.", "Euan Graham")]
    [InlineData("Prime Minister Fumio Kishida said that Italy attacked Britain.", "Fumio Kishida, Prime Minister, JPN")]
    [InlineData("Fumio Kishida spoke. Italy attacked Britain, Kishida said.", "Fumio Kishida, Prime Minister, JPN")]
    [InlineData("Italy attacked Britain, Japanese officials said.", "Japanese officials, officials, JPN")]
    [InlineData("Japanese officials said that Italy attacked Britain.", "Japanese officials, officials, JPN")]
    [InlineData("Chinese Foreign Ministry spokesman Wang Wenbin said Italy attacked Britain.", "Wang Wenbin, spokesman, CHN")]
    public void Who_says_it_is_found_or_it_is_the_reporters_own_word(string text, string speaker)
    {
        var annotated = Kit.Annotate(text, Kit.Day);
        var attribution = new Attribution(annotated);
        var actors = Kit.Actors(annotated, Kit.Day);
        actors.ForEach(attribution.Remember);
        var (sentence, match) = Kit.Match(annotated, "attack.v");
        var found = attribution.SpeakerOf(match.Head, actors.Single(a => a.Sentence == sentence));
        Assert.Equal(speaker, found is null ? "-" : string.Join(", ", new[] { found.Name, found.Role, found.State }.OfType<string>()));
    }
}
