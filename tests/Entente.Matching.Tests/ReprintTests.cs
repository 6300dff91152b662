using Entente.Matching;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>What counts as a copy, what does not, and that neither depends on the order in which texts come.</summary>
public class ReprintTests
{
    private static readonly string Story = InventedStory.Text(1, 77), Another = InventedStory.Text(2, 77), Third = InventedStory.Text(3, 77);

    private static EditedCopies Editor(int seed = 5) => new(new Random(seed));

    public static TheoryData<Edit> Edits() => [.. Enum.GetValues<Edit>().Where(e => e is > Edit.Original and <= Edit.Mixed)];

    [Theory]
    [MemberData(nameof(Edits))]
    public void A_copy_is_found_whatever_an_outlet_did_to_it(Edit edit)
    {
        for (int seed = 0; seed < 5; seed++)
            Assert.Equal([[0, 2], [1]], GroupsOf(Story, Another, Editor(seed).Copy(Story, edit, Another)));
    }

    [Fact]
    public void British_and_American_spelling_are_one_text() => Assert.Equal(
        Fingerprint.Of("The neighbour's defence programme was organised, cancelled and analysed at the centre; the U.K. and 1,500 others honoured it.").Bytes.ToArray()[..20],
        Fingerprint.Of("The neighbor’s defense program was organized, canceled and analyzed at the center; the UK and 1500 others honored it.").Bytes.ToArray()[..20]);

    [Fact]
    public void A_follow_up_that_repeats_some_background_is_no_copy() => Assert.Equal([[0], [1], [2]], GroupsOf(Story, Another, Editor().FollowUp(Third, Story)));

    [Fact]
    public void A_round_up_belongs_to_none_of_its_stories() => Assert.Equal([[0], [1], [2], [3]], GroupsOf(Story, Another, Third, Editor().Splice(Story, Another)));

    [Fact]
    public void The_same_third_in_a_story_and_in_a_round_up_comes_from_the_story()
    {
        string third = string.Join(' ', Story.Split(' ')[..150]), other = string.Join(' ', Another.Split(' ')[..150]);
        string[] background = [.. Enumerable.Range(10, 30).Select(i => InventedStory.Text(i, 77))];
        var groups = GroupsOf([.. background, third, $"{third}\n\n{other}", Story, Another]);
        Assert.Contains(groups, g => g.SequenceEqual([30, 32]));
        Assert.Contains(groups, g => g.SequenceEqual([31]));
        Assert.Contains(groups, g => g.SequenceEqual([33]));
    }

    [Fact]
    public void A_statement_quoted_in_two_reports_does_not_make_them_one()
    {
        string statement = string.Join(' ', Third.Split(' ')[..50]);
        Assert.Equal([[0], [1]], GroupsOf($"{Story} {statement}", $"{statement} {Another}"));
    }

    [Fact]
    public void Forms_filled_in_with_other_numbers_are_no_copies()
    {
        static string Rates(int n) => $"Exchange rates at the close: the crown stood at {n + 3}.{n} against the ducat, {n * 7 + 11} against the florin and {n * 3 + 5} against the thaler. "
            + $"The volume was {n * 91} million, {n + 20} million more than the day before, dealers in the hall said, and {n + 40} contracts were left open until the morning.";
        Assert.Equal([[0], [1], [2]], GroupsOf(Rates(1), Rates(2), Rates(3)));
    }

    [Fact]
    public void What_is_shared_is_shown_in_both_texts()
    {
        var index = new ReprintIndex();
        Assert.Null(index.Add(Fingerprint.Of(Story)));
        string copy = $"🤝 Our own head\n\n{Story[..900]}";
        var match = Assert.IsType<ReprintMatch>(index.Add(Fingerprint.Of(copy)));
        var passage = Assert.Single(match.Passages);
        Assert.Equal(0, match.Other);
        Assert.InRange(match.Share, 0.9, 1);
        Assert.Equal(passage.OthersSpan.In(Story), passage.Span.In(copy));
        Assert.InRange(passage.Span.Length, 880, 900);
    }

    [Fact]
    public void A_fingerprint_that_was_kept_finds_what_the_text_would_find()
    {
        var index = new ReprintIndex();
        index.Add(Fingerprint.From(Fingerprint.Of(Story).Bytes.Span)!);
        var kept = Fingerprint.From(Fingerprint.Of(Story + " And a last line.").Bytes.Span)!;
        Assert.Equal(Story.Length, Assert.Single(index.Add(kept)!.Passages).OthersSpan.End + 1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("01000000")]
    [InlineData("0200000000000000")]
    [InlineData("01000000FFFFFFFF")]
    [InlineData("0100000002000000AAAA")]
    [InlineData("0100000001000000AAAA8080")]
    public void Bytes_that_are_no_fingerprint_are_refused(string hex) => Assert.Null(Fingerprint.From(Convert.FromHexString(hex)));

    [Fact]
    public void The_older_of_two_copies_is_the_one_published_earlier_then_the_agencys_then_the_longer()
    {
        var plain = new Copy(Fingerprint.Of(Story), null, null, null);
        Copy longer = plain with { Text = Fingerprint.Of(Story + " More.") }, credited = plain with { Outlet = "Plain Wire" }, crediting = longer with { Wire = "Plain Wire" };
        Copy early = plain with { Published = When.Parse("2023-01-11") }, late = crediting with { Published = When.Parse("2023-01-12") };
        Assert.Equal((true, OlderBy.Published), early.OlderThan(late));
        Assert.Equal((false, OlderBy.Published), late.OlderThan(early));
        Assert.Equal((true, OlderBy.Wire), credited.OlderThan(crediting));
        Assert.Equal((false, OlderBy.Length), plain.OlderThan(longer));
        Assert.Equal((true, OlderBy.Nothing), plain.OlderThan(plain));
        var derivation = Derivation.Between(plain, longer);
        Assert.Equal((1.0, false, false), (derivation.Share, derivation.IsLonger, derivation.IsOlder));
    }

    [Fact]
    public void The_two_shared_copies_of_one_agency_story_are_one_origin_and_the_others_their_own()
    {
        Assert.SkipUnless(Repository.Shared("seeds") is not null, "the shared seeds are not beside the repository");
        string[] files = [.. Directory.GetFiles(Repository.Shared("seeds")!, "*.txt").Order(StringComparer.Ordinal)];
        Assert.Equal([[0, 2], [1], [3], [4]], GroupsOf([.. files.Select(File.ReadAllText)]));
    }

    private static IReadOnlyList<IReadOnlyList<int>> GroupsOf(params string[] texts)
    {
        var index = new ReprintIndex();
        foreach (string text in texts)
            index.Add(Fingerprint.Of(text));
        return index.Groups();
    }
}
