using Entente.Language;
using Entente.Training;

namespace Entente.Tests;

public class CoreferenceScorerTests
{
    /// <summary>The example of Bagga and Baldwin (1998): a cluster of two is merged into one of five.</summary>
    [Fact]
    public void The_measures_are_those_of_the_papers()
    {
        var score = Score([[1, 2, 3, 4, 5], [6, 7], [8, 9, 10, 11, 12]], [[1, 2, 3, 4, 5], [6, 7, 8, 9, 10, 11, 12]]);
        Assert.Equal((9.0 / 10, 1), (score.Muc.Precision, score.Muc.Recall));
        Assert.Equal((5 + (4.0 / 7) + (25.0 / 7)) / 12, score.BCubed.Precision, 12);
        Assert.Equal(1, score.BCubed.Recall, 12);
        Assert.Equal((1 + (10.0 / 12)) / 2, score.Ceaf.Precision, 12);
        Assert.Equal((1 + (10.0 / 12)) / 3, score.Ceaf.Recall, 12);
    }

    [Fact]
    public void What_the_other_side_lacks_is_a_part_of_its_own()
    {
        var score = Score([[1, 2, 3, 4]], [[1, 2], [3, 9]]);
        Assert.Equal((1.0 / 2, 1.0 / 3), (score.Muc.Precision, score.Muc.Recall));
        Assert.Equal((2 + 0.5) / 4, score.BCubed.Precision, 12);
        Assert.Equal((1.0 + 0.25) / 4, score.BCubed.Recall, 12);
    }

    [Fact]
    public void Nothing_found_scores_nothing() => Assert.Equal(0, Score([[1, 2]], []).Conll);

    /// <summary>Taking the greatest first would pair row 0 with column 0 and leave row 1 with nothing.</summary>
    [Fact]
    public void Clusters_are_paired_for_the_greatest_sum()
    {
        double[,] values = { { 0.9, 0.8, 0 }, { 0.7, 0, 0 } };
        Assert.Equal(1.5, BestAlignment.Of(2, 3, (r, c) => values[r, c]), 12);
        Assert.Equal(1.5, BestAlignment.Of(3, 2, (r, c) => values[c, r]), 12);
        Assert.Equal(0, BestAlignment.Of(0, 3, (r, c) => 1));
    }

    [Fact]
    public void A_link_is_right_within_a_cluster_and_counts_where_gold_has_both_ends()
    {
        var scorer = new CoreferenceScorer();
        var words = Enumerable.Repeat(new Word(Upos.Noun, "NN", "w", -1, "root"), 5).ToList();
        Mention Mention(int token, int antecedent) => new(token, token + 1, new(0, 0), MentionKind.Name, antecedent, "");
        GoldMention Gold(int token, string cluster) => new(token, token + 1, cluster, true);
        scorer.Add(new AnnotatedText("", [], [], words, [], [], [], [Mention(0, -1), Mention(1, 0), Mention(2, 1), Mention(3, 0)]),
            new("", [], [], [Gold(0, "a"), Gold(1, "a"), Gold(2, "b"), Gold(4, "b")], 5));
        Assert.Equal(new FScore(0, 2, 1), scorer.Score.Links);
    }

    [Fact]
    public void Gum_nests_its_entities()
    {
        const string conllu = "# newdoc id = x\n# meta::genre = news\n1\tHer\t_\tPRON\tPRP$\t_\t2\tnmod:poss\t_\tEntity=(1-person-new-n-cf1-1-coref(2-person-acc-n-cf2-1-coref)\n2\tship\t_\tNOUN\tNN\t_\t0\troot\t_\tEntity=1)\n\n";
        var document = Assert.Single(CoreferenceCorpora.Gum("x", new StringReader(conllu), "news"));
        Assert.Equal([new(0, 1, "2", true), new(0, 2, "1", true)], document.Mentions);
        Assert.Empty(CoreferenceCorpora.Gum("x", new StringReader(conllu), "court"));
    }

    [Fact]
    public void Meantime_joins_mentions_by_what_they_refer_to()
    {
        const string line = """{"tokens":["Oslo","sent","it","."],"sentences":[[0,4]],"annotated_sentences":1,"mentions":[{"id":"1","kind":"ENTITY_MENTION","tokens":[0]},{"id":"2","kind":"ENTITY_MENTION","tokens":[2]},{"id":"3","kind":"EVENT_MENTION","tokens":[1]}],"relations":[{"rel":"REFERS_TO","source":["1","2"],"target":["9"]}]}""";
        var document = Assert.Single(CoreferenceCorpora.Meantime(new StringReader(line)));
        Assert.Equal([new(0, 1, "9", true), new(2, 3, "9", true)], document.Mentions);
    }

    private static CoreferenceScore Score(int[][] key, int[][] response)
    {
        var scorer = new CoreferenceScorer();
        scorer.Add([.. key.Select(c => c.ToHashSet())], [.. response.Select(c => c.ToHashSet())]);
        return scorer.Score;
    }
}
