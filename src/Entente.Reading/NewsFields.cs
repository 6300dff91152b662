using Entente.Language;

namespace Entente.Reading;

/// <summary>
/// Of what field a sentence tells: sport, business, culture and crime speak of states, attacks and alliances too, and mean no relation between states.
/// The words that give a field away (<c>data/reading/fields.tsv</c>) are weighed against those of diplomacy and arms, in the sentence and in all of the
/// article, so that a match in an article on a treaty costs nothing but itself, and a treaty in a report of a match is still read.
/// </summary>
internal sealed class NewsFields
{
    /// <summary>What the other field must weigh more than affairs of state, sentence and article together.</summary>
    private const int Enough = 3;

    /// <summary>The most that the rest of the article may say for or against.</summary>
    private const int MostOfArticle = 3;

    private readonly Dictionary<int, List<FieldCue>> bySentence = [];

    /// <summary>In how many sentences each stands.</summary>
    private readonly Dictionary<FieldCue, int> sentences = [];

    public NewsFields(IReadOnlyList<TriggerSentence> text, TriggerIndex<FieldCue> cues)
    {
        foreach (var words in text)
        {
            List<FieldCue> here = [.. CuesIn(words, cues)];
            bySentence[words.Sentence.First] = here;
            foreach (var cue in here.Distinct())
                sentences[cue] = sentences.GetValueOrDefault(cue) + 1;
        }
    }

    /// <summary>The field that is no affair of states; null where the sentence may tell of one.</summary>
    public string? Of(Sentence sentence)
    {
        var here = bySentence[sentence.First];
        return here.Sum(c => c.Weight) + Elsewhere(here) < Enough ? null : Heaviest(here.Exists(c => !c.IsAffairs) ? here : sentences.Keys);
    }

    /// <summary>What the other sentences say for it. Each word counts once: a long report says "match" many times.</summary>
    private int Elsewhere(List<FieldCue> here) =>
        Math.Clamp(sentences.Where(c => c.Value > 1 || !here.Contains(c.Key)).Sum(c => c.Key.Weight), -MostOfArticle, MostOfArticle);

    private static string? Heaviest(IEnumerable<FieldCue> found) =>
        found.Where(c => !c.IsAffairs).GroupBy(c => c.Field).OrderByDescending(f => f.Sum(c => c.Weight)).ThenBy(f => f.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    /// <summary>At each place the longest: "war games" are no games.</summary>
    private static IEnumerable<FieldCue> CuesIn(TriggerSentence words, TriggerIndex<FieldCue> cues)
    {
        for (int i = words.Sentence.First, end; i < words.Sentence.End; i = end)
        {
            FieldCue? longest = null;
            end = i + 1;
            foreach (var (cue, match) in cues.At(words, i))
                if (longest is null || match.End > end)
                    (longest, end) = (cue, match.End);
            if (longest is not null)
                yield return longest;
        }
    }
}
