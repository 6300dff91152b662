using Entente.Matching;

namespace Entente.Tests;

/// <summary>Sets of some hundreds and thousands of generated stories and copies: quality, order, and what one text more may change.</summary>
public class ReprintSetTests
{
    private static SetText[] SetOf(int count, int seed) => new ReprintSet(count, 0.4, 0.1, 0.1, seed).Make(i => InventedStory.Text(i, seed));

    [Fact]
    public void Among_two_thousand_texts_nearly_all_copies_are_found_and_hardly_a_stranger_is_taken_for_one()
    {
        var set = SetOf(2000, 31);
        var score = new ReprintScore(set, GroupsOf(set.Select(t => t.Text)));
        Assert.InRange(score.Precision, 0.99, 1);
        Assert.InRange(score.Recall, 0.95, 1);
        Assert.InRange(score.Found(Edit.Cut), 0.93, 1);
        Assert.InRange(score.Found(Edit.Mixed), 0.89, 1);
        Assert.InRange(score.Merged(Edit.FollowUp), 0, 0.01);
        Assert.InRange(score.Merged(Edit.Splice), 0, 0.02);
    }

    [Fact]
    public void Every_pair_that_a_comparison_of_all_with_all_joins_is_found_by_samples()
    {
        var set = SetOf(250, 32);
        Fingerprint[] texts = [.. set.Select(t => Fingerprint.Of(t.Text))];
        var groups = GroupsOf(set.Select(t => t.Text));
        int[] groupOf = GroupOf(groups, texts.Length);
        int same = 0, missed = 0;
        for (int a = 0; a < texts.Length; a++)
            for (int b = 0; b < a; b++)
                if (Derivation.Between(new(texts[a], null, null, null), new(texts[b], null, null, null)) is { Share: >= 0.75, OthersShare: >= 0.75 })
                {
                    same++;
                    missed += groupOf[a] == groupOf[b] ? 0 : 1;
                }
        Assert.InRange(same, 50, int.MaxValue);
        Assert.Equal(0, missed);
    }

    [Fact]
    public void The_order_in_which_texts_come_changes_hardly_a_group()
    {
        var set = SetOf(1000, 33);
        var groups = Named(GroupsOf(set.Select(t => t.Text)), set);
        for (int seed = 0; seed < 3; seed++)
        {
            var shuffled = set.ToArray();
            new Random(seed).Shuffle(shuffled);
            var others = Named(GroupsOf(shuffled.Select(t => t.Text)), shuffled);
            Assert.InRange(groups.Except(others).Count(), 0, groups.Count / 200);
        }
    }

    [Fact]
    public void The_same_texts_in_the_same_order_give_the_same_groups()
    {
        var set = SetOf(500, 34);
        Assert.Equal(GroupsOf(set.Select(t => t.Text)), GroupsOf(set.Select(t => t.Text)));
    }

    [Fact]
    public void A_stranger_changes_no_group_and_a_reprint_only_that_of_its_story()
    {
        var set = SetOf(400, 35);
        var before = GroupsOf(set.Select(t => t.Text));
        var withStranger = GroupsOf([.. set.Select(t => t.Text), InventedStory.Text(9_999, 35)]);
        Assert.Equal([.. before, [400]], withStranger);
        int story = Array.FindIndex(set, t => t.Edit == Edit.Original);
        var withReprint = GroupsOf([.. set.Select(t => t.Text), new EditedCopies(new Random(1)).Copy(set[story].Text, Edit.Light, "")]);
        Assert.Equal(before.Where(g => !g.Contains(story)), withReprint.Where(g => !g.Contains(story)));
        Assert.Contains(withReprint, g => g.Contains(story) && g.Contains(400));
    }

    [Fact]
    public void A_flood_of_near_copies_is_one_group_and_takes_no_more_time_for_each_as_it_grows()
    {
        var editor = new EditedCopies(new Random(3));
        string claim = InventedStory.Text(1, 36);
        Assert.Single(GroupsOf(Enumerable.Range(0, 1000).Select(_ => editor.Copy(claim, Edit.Light, "")).Prepend(claim)));
    }

    [Fact]
    public void A_thousand_equal_articles_are_one_group() => Assert.Single(GroupsOf(Enumerable.Repeat(InventedStory.Text(2, 36), 1000)));

    [Fact]
    public void A_paragraph_that_every_article_of_an_outlet_carries_joins_none_of_them()
    {
        string paragraph = string.Join(' ', InventedStory.Text(3, 36).Split(' ')[..70]);
        Assert.Equal(1000, GroupsOf(Enumerable.Range(0, 1000).Select(i => $"{InventedStory.Text(i + 10, 36)}\n\n{paragraph}")).Count);
    }

    [Fact]
    public void A_text_in_a_script_without_spaces_is_words_too()
    {
        const string Text = "\u4E24\u56FD\u653F\u5E9C\u8868\u793A\u6761\u7EA6\u5C06\u5728\u6625\u5929\u7B7E\u7F72";
        Assert.Equal(Text.Length, Fingerprint.Of(Text).WordCount);
    }

    [Fact]
    public void Odd_texts_are_taken_too()
    {
        string million = string.Concat(Enumerable.Repeat("word ", 1_000_000)), endless = string.Concat(Enumerable.Range(0, 1600).Select(i => InventedStory.Text(i, 37)));
        var groups = GroupsOf(["", "…", "One", "one!", "Two", million, million + "more", endless, "— 🙂 —", endless[..3_900_000], "日本語の記事", "日本語の記事。"]);
        Assert.Equal([[0], [1], [2, 3], [4], [5, 6], [7, 9], [8], [10, 11]], groups);
    }

    private static IReadOnlyList<IReadOnlyList<int>> GroupsOf(IEnumerable<string> texts)
    {
        var index = new ReprintIndex();
        foreach (string text in texts)
            index.Add(Fingerprint.Of(text));
        return index.Groups();
    }

    private static int[] GroupOf(IReadOnlyList<IReadOnlyList<int>> groups, int count)
    {
        int[] groupOf = new int[count];
        foreach (var (number, group) in groups.Index())
            foreach (int text in group)
                groupOf[text] = number;
        return groupOf;
    }

    /// <summary>Groups as the texts in them, to be compared whatever their order.</summary>
    private static HashSet<string> Named(IReadOnlyList<IReadOnlyList<int>> groups, SetText[] set) =>
        [.. groups.Select(g => string.Join('|', g.Select(i => set[i].Text).Order(StringComparer.Ordinal)))];
}
