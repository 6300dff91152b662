using System.Text.Json;

namespace Entente.Tests;

/// <summary>The examples of <c>specs/</c>, which analysts write: all that each says is read, and nothing else.</summary>
public class SpecTests
{
    public static TheoryData<string> Names(bool notYet) => [.. Spec.All.Where(s => s.IsNotYet == notYet).Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(Names), false)]
    public void An_example_is_read_as_it_says(string name)
    {
        var spec = Named(name);
        var faults = Faults(spec);
        Assert.True(faults.Count == 0, $"{spec.Article.Text}\n  {string.Join("\n  ", faults)}");
    }

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Names), true)]
    public void An_example_marked_not_yet_fails_still(string name) =>
        Assert.True(Faults(Named(name)).Count > 0, $"The reader can do '{name}' by now: take the mark '(not yet)' off its heading.");

    [Fact]
    public void The_share_of_examples_that_are_read_reaches_its_floor()
    {
        using var floors = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("quality", "floors.json")));
        double floor = floors.RootElement.GetProperty("specs_read").GetDouble(), share = (double)Spec.All.Count(s => !s.IsNotYet) / Spec.All.Count;
        Assert.True(share >= floor, $"{share:0.000} of {Spec.All.Count} examples are not marked '(not yet)', floor {floor:0.00}");
    }

    [Fact]
    public void Every_example_has_a_name_of_its_own() =>
        Assert.Empty(Spec.All.GroupBy(s => s.ToString()).Where(g => g.Count() > 1).Select(g => g.Key));

    private static Spec Named(string name) => Spec.All.First(s => s.ToString() == name);

    private static IReadOnlyList<string> Faults(Spec spec) => spec.Faults(Kit.Reader.Read(spec.Article).Claims);
}
