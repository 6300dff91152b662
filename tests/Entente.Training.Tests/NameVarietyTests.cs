using Entente.Language;
using Entente.Training;

namespace Entente.Tests;

/// <summary>A sentence with other names in it is the same sentence around them.</summary>
public class NameVarietyTests
{
    private static readonly NameSentence Sentence = new("test", ["Otieno", "left", "the", "port", "of", "Lima", "on", "Friday", "."],
        [new(0, 1, NameKind.Person), new(5, 6, NameKind.Place), new(7, 8, NameKind.Date)], [true, true, true, true, true, true, false, true, true]);

    private readonly NameVariety variety = NameVariety.Load(Repository.ReadData);

    [Fact]
    public void Names_change_and_what_stands_around_them_stays()
    {
        var varied = Many(Sentence);
        Assert.NotEmpty(varied);
        foreach (var sentence in varied)
        {
            Assert.Equal(Sentence.Names.Select(n => n.Kind), sentence.Names.Select(n => n.Kind));
            Assert.Equal(sentence.Forms.Count, sentence.Counts.Count);
            var outside = sentence.Forms.Index().Where(f => !sentence.Names.Any(n => f.Index >= n.First && f.Index < n.End)).ToList();
            Assert.Equal(["left", "the", "port", "of", "on", "."], outside.Select(f => f.Item));
            Assert.False(sentence.Counts[outside[4].Index]);
            Assert.Equal("Friday", sentence.Forms[sentence.Names[2].First]);
        }
        Assert.True(varied.Select(s => s.Forms[0]).Distinct().Count() > 10);
    }

    [Fact]
    public void Bodies_of_trusted_sets_are_among_the_other_names()
    {
        variety.Learn([new("test", ["Kivu", "Research", "Council"], [new(0, 3, NameKind.Organisation)], [true, true, true])]);
        var body = new NameSentence("test", ["NATO", "met"], [new(0, 1, NameKind.Organisation)], [true, true]);
        Assert.Contains(Many(body), s => s.Forms is ["Kivu", "Research", "Council", "met"]);
    }

    [Fact]
    public void A_sentence_without_such_names_stays_one_of_a_kind() =>
        Assert.Empty(Many(Sentence with { Names = [new(7, 8, NameKind.Date)] }));

    private List<NameSentence> Many(NameSentence sentence)
    {
        var random = new Random(5);
        return [.. Enumerable.Range(0, 8000).Select(_ => variety.Vary(sentence, random)).OfType<NameSentence>()];
    }
}
