using System.Globalization;
using Entente.Language;

namespace Entente.Reading;

/// <summary>
/// Who has the word in a transcript, by the names in capitals that open a paragraph ("MR. KIRBY:"). "Q", "A:" and "MODERATOR:" open a turn of
/// somebody without a name.
/// </summary>
public sealed class Transcript
{
    private const int FewestTurns = 3, LongestName = 6;

    /// <summary>In the order of the text; of each turn its first token, and who has the word.</summary>
    private readonly List<int> firsts = [];
    private readonly List<string?> speakers = [];

    public Transcript(AnnotatedText text)
    {
        int paragraph = -1;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Paragraph != paragraph && TurnAt(text.Tokens, sentence) is var (isTurn, speaker) && isTurn)
            {
                firsts.Add(sentence.First);
                speakers.Add(speaker);
            }
            paragraph = sentence.Paragraph;
        }
        if (firsts.Count < FewestTurns)
            firsts.Clear();
    }

    /// <summary>Whether somebody has the word there, and who; null for one who only asks.</summary>
    public bool IsSpoken(int token, out string? speaker)
    {
        int at = firsts.BinarySearch(token), turn = at >= 0 ? at : ~at - 1;
        speaker = turn < 0 ? null : speakers[turn];
        return turn >= 0;
    }

    private static (bool IsTurn, string? Speaker) TurnAt(IReadOnlyList<Token> tokens, Sentence sentence)
    {
        if (tokens[sentence.First].Text == "Q" && sentence.Count > 2)
            return (true, null);
        int end = sentence.First;
        while (end < sentence.End && end - sentence.First < LongestName && tokens[end].Text is var word && word != ":" && !word.Any(char.IsLower))
            end++;
        if (end == sentence.First || end >= sentence.End || tokens[end].Text != ":" || !tokens[end - 1].IsWord)
            return (false, null);
        int first = end - 1;
        while (first - 2 > sentence.First && tokens[first - 1].Text == "-")
            first -= 2;
        string name = string.Concat(tokens.Skip(first).Take(end - first).Select(t => t.Text));
        return (true, name is "MODERATOR" or "REPORTER" or "QUESTION" or "OPERATOR" or "ANSWER" || name.Length == 1 ? null : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(name.ToLowerInvariant()));
    }
}
