using System.Numerics;

namespace Entente.Matching;

/// <summary>
/// Finds the passages that one text shares with others. Runs of equal words are joined while they follow one another in both texts with small
/// gaps; a joined passage counts if enough of its words are equal. Every step moves on in the other text, so the time is linear.
/// </summary>
internal sealed class Aligner
{
    /// <summary>Words that may be changed, left out or put in between two runs of a passage.</summary>
    private const int WidestGap = 14;

    /// <summary>Equal words that make a passage: less is idiom, a name or a title.</summary>
    private const int LeastWords = 8;

    /// <summary>Of a passage's length, in the longer of the two; more is asked of a short one, which may be chance.</summary>
    private const double LeastDensity = 0.4, ShortDensity = 0.7;

    /// <summary>Equal words.</summary>
    private const int ShortPassage = 20;

    /// <summary>A run found at another place breaks a passage off only if it is that long.</summary>
    private const int SureRun = 6;

    private ushort[] words = [];
    private int count, mask;

    /// <summary>Where a run of three words stands first, plus one; by hash.</summary>
    private int[] places = new int[1024];
    private Block open;

    public void Prepare(ReadOnlySpan<ushort> text)
    {
        count = text.Length;
        if (words.Length < count)
            words = new ushort[BitOperations.RoundUpToPowerOf2((uint)count)];
        text.CopyTo(words);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(16, count * 4));
        if (places.Length < size)
            places = new int[size];
        mask = size - 1;
        places.AsSpan(0, size).Clear();
        for (int i = 0; i + 3 <= count; i++)
        {
            ref int place = ref PlaceOf(words[i], words[i + 1], words[i + 2]);
            if (place == 0)
                place = i + 1;
        }
    }

    public void Compare(ReadOnlySpan<ushort> text, ReadOnlySpan<ushort> other, Alignment found)
    {
        Prepare(text);
        Align(other, found);
    }

    /// <summary>The passages that the prepared text shares with another.</summary>
    public void Align(ReadOnlySpan<ushort> other, Alignment found)
    {
        found.Clear();
        if (words.AsSpan(0, count).SequenceEqual(other))
        {
            found.AddWhole(count);
            return;
        }
        open = default;
        for (int i = 0; i < other.Length;)
        {
            var run = RunAt(other, i);
            if (run.Words == 0)
            {
                i = NextMeeting(other, i + 1);
                continue;
            }
            if (Follows(run))
            {
                CompareNumbers(other, run, found);
                open = open with { End = run.End, OtherEnd = run.OtherEnd, Words = open.Words + run.Words };
            }
            else
            {
                Close(found);
                open = run;
            }
            for (int k = run.First; k < run.End; k++)
                found.SameNumbers += words[k] & 1;
            i = run.OtherEnd;
        }
        Close(found);
        found.Measure();
    }

    /// <summary>The run of equal words that begins at a word of the other text; of no words if there is none.</summary>
    private Block RunAt(ReadOnlySpan<ushort> other, int i)
    {
        bool isNear = open.Words > 0 && i - open.OtherEnd <= WidestGap;
        if (isNear)
        {
            int first = open.End + i - open.OtherEnd;
            int same = SameWords(other, i, first);
            if (same >= 2)
                return new(first, first + same, i, i + same, same);
        }
        if (i + 3 > other.Length)
            return default;
        int place = PlaceOf(other[i], other[i + 1], other[i + 2]) - 1;
        if (place < 0)
            return default;
        int length = SameWords(other, i, place);
        var run = new Block(place, place + length, i, i + length, length);
        if (Follows(run))
            return run;
        return isNear && length < SureRun ? default : run;
    }

    /// <summary>The next word from which a run may begin: the very next inside a passage, else where three words are met in the text.</summary>
    private int NextMeeting(ReadOnlySpan<ushort> other, int i)
    {
        if (open.Words > 0 && i - open.OtherEnd <= WidestGap)
            return i;
        while (i + 3 <= other.Length && places[SlotOf(other[i], other[i + 1], other[i + 2])] == 0)
            i++;
        return i + 3 <= other.Length ? i : other.Length;
    }

    private int SameWords(ReadOnlySpan<ushort> other, int i, int first) =>
        first < count ? words.AsSpan(first, count - first).CommonPrefixLength(other[i..]) : 0;

    private bool Follows(Block run) => open.Words > 0 && run.OtherFirst - open.OtherEnd <= WidestGap && run.First >= open.End && run.First - open.End <= WidestGap;

    /// <summary>A gap of as many words on both sides was a change in place: numbers in it can be compared.</summary>
    private void CompareNumbers(ReadOnlySpan<ushort> other, Block run, Alignment found)
    {
        int gap = run.First - open.End;
        if (gap != run.OtherFirst - open.OtherEnd)
            return;
        for (int k = 0; k < gap; k++)
            if (words[open.End + k] != other[open.OtherEnd + k])
                found.OtherNumbers += words[open.End + k] & other[open.OtherEnd + k] & 1;
    }

    private void Close(Alignment found)
    {
        int length = Math.Max(open.End - open.First, open.OtherEnd - open.OtherFirst);
        if (open.Words >= Math.Min(LeastWords, count) && open.Words >= (open.Words < ShortPassage ? ShortDensity : LeastDensity) * length)
            found.Blocks.Add(open);
        open = default;
    }

    private ref int PlaceOf(ushort first, ushort second, ushort third)
    {
        int slot = SlotOf(first, second, third);
        while (places[slot] is > 0 and var place && (words[place - 1] != first || words[place] != second || words[place + 1] != third))
            slot = (slot + 1) & mask;
        return ref places[slot];
    }

    private int SlotOf(ushort first, ushort second, ushort third) => (int)(((first | ((ulong)second << 16) | ((ulong)third << 32)) * 0x9E3779B97F4A7C15) >> 40) & mask;
}
