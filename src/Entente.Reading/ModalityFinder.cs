using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// How the sentence puts what its head says: as done, planned, possible or denied, from the cues before the head in its own clause
/// (<c>data/reading/modalities.tsv</c>). A denial outweighs a possibility, and that a plan. A denial that belongs to the trigger itself
/// ("has no obligation to") is what the rule is about, and does not deny it.
/// </summary>
public sealed class ModalityFinder(IReadOnlyList<Token> tokens, TriggerIndex<ModalityCue> cues)
{
    private const int Reach = 12;

    /// <summary>Null for a bare infinitive ("in part to forge ties") and for "any attack": a purpose or a supposition, not even a plan.</summary>
    public Modality? Find(Sentence sentence, TriggerMatch match)
    {
        if (IsHypothetical(sentence, match.First))
            return null;
        int from = ClauseStart(sentence, match.First);
        var found = Modality.Fact;
        for (int i = from; i < match.Head; i++)
            foreach (var (cue, at) in cues.At(tokens, i, Math.Min(match.Head + 1, sentence.End)))
                if (!IsMonth(i) && (i < match.First || cue.Modality != Modality.Denied))
                    found = Stronger(found, cue.Modality);
        bool isInfinitive = match.HeadIsVerb && match.First > sentence.First && tokens[match.First - 1].Norm == "to";
        if (found == Modality.Fact && isInfinitive)
            return null;
        return found == Modality.Fact && IsConditional(sentence, from) ? Modality.Possible : found;
    }

    /// <summary>"any attack", "any armed aggression".</summary>
    private bool IsHypothetical(Sentence sentence, int first)
    {
        for (int i = first - 1; i >= sentence.First && first - i <= 3; i--)
            if (tokens[i].Norm == "any")
                return true;
        return false;
    }

    private bool IsMonth(int i) => tokens[i].Text == "May";

    private int ClauseStart(Sentence sentence, int head)
    {
        int i = head;
        while (i > sentence.First && head - i < Reach)
        {
            string before = tokens[i - 1].Norm;
            if (before is "," or ";" or ":" or "“" or "”" or "\"" or "—" or "(" or "while" or "although" or "because" or "but" or "after" or "when" or "which" or "who")
                break;
            i--;
        }
        return i;
    }

    private bool IsConditional(Sentence sentence, int from)
    {
        for (int i = from; i < Math.Min(from + 2, sentence.End); i++)
            if (tokens[i].Norm is "if" or "unless" or "whether")
                return true;
        return from > sentence.First && tokens[from - 1].Norm is "if" or "unless" or "whether";
    }

    private static Modality Stronger(Modality a, Modality b) => Weight(a) >= Weight(b) ? a : b;

    private static int Weight(Modality modality) => modality switch
    {
        Modality.Denied => 3,
        Modality.Possible => 2,
        Modality.Planned => 1,
        _ => 0,
    };
}
