using System.Globalization;

namespace Entente.Matching;

internal enum StoryTokenKind
{
    Word,
    Capital,
    Number,
}

/// <param name="Begins">Stands where any word is written with a capital.</param>
/// <param name="Sentence">Its number; the title is one.</param>
internal readonly record struct StoryToken(int First, int Length, StoryTokenKind Kind, bool Begins, int Sentence);

/// <summary>Words and numbers of a text in any script, with the sentence that each stands in. Roughly: nothing here decides on one word.</summary>
internal sealed class StoryScanner(string text)
{
    private readonly List<StoryToken> tokens = [];
    private int at;
    private int sentence;
    private bool begins = true;

    public static List<StoryToken> Scan(string text) => new StoryScanner(text).Scan();

    private List<StoryToken> Scan()
    {
        while (at < text.Length)
            if (IsAddress())
                SkipLine();
            else if (char.IsAsciiDigit(text[at]))
                Add(StoryTokenKind.Number, EndOfNumber());
            else if (IsIdeograph(text[at]))
                AddPair();
            else if (char.IsLetter(text[at]))
                Add(char.IsUpper(text[at]) ? StoryTokenKind.Capital : StoryTokenKind.Word, EndOfWord());
            else
                Pass(text[at++]);
        return tokens;
    }

    private void Add(StoryTokenKind kind, int end)
    {
        tokens.Add(new(at, end - at, kind, begins, sentence));
        begins = false;
        at = end;
    }

    /// <summary>Chinese and Japanese put no space between words: every two neighbours are a term.</summary>
    private void AddPair()
    {
        if (at + 1 < text.Length && IsIdeograph(text[at + 1]))
            tokens.Add(new(at, 2, StoryTokenKind.Word, false, sentence));
        at++;
    }

    private void Pass(char mark)
    {
        if (mark is '\n' or '!' or '?' or '。' || (mark == '.' && !FollowsInitial()))
            NextSentence();
        else if (mark is '"' or '“' or '„' or '«' or '`' or ':')
            begins = true;
    }

    private void NextSentence()
    {
        begins = true;
        if (tokens.Count > 0 && tokens[^1].Sentence == sentence)
            sentence++;
    }

    /// <summary>"J. Smith", "U.S.": no end of a sentence.</summary>
    private bool FollowsInitial() => at >= 2 && char.IsUpper(text[at - 2]) && (at == 2 || !char.IsLetter(text[at - 3]));

    /// <summary>A line that begins with an address says where the text was found, not what it tells.</summary>
    private bool IsAddress() => (at == 0 || text[at - 1] == '\n') && (StartsWith("http:") || StartsWith("https:") || StartsWith("www."));

    private bool StartsWith(string beginning) => string.CompareOrdinal(text, at, beginning, 0, beginning.Length) == 0;

    private void SkipLine()
    {
        int end = text.IndexOf('\n', at);
        at = end < 0 ? text.Length : end;
    }

    private int EndOfNumber()
    {
        int end = at + 1;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
            end++;
        return end;
    }

    private int EndOfWord()
    {
        int end = at + 1;
        while (end < text.Length && (IsWithinWord(text[end]) || (text[end] is '\'' or '’' && end + 1 < text.Length && char.IsLetter(text[end + 1]))))
            end++;
        return end;
    }

    private static bool IsWithinWord(char c) => char.IsLetterOrDigit(c) ? !IsIdeograph(c)
        : char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsIdeograph(char c) => c is >= '\u3040' and <= '\u30FF' or >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';
}
