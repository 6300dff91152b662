using System.Runtime.InteropServices;

namespace Entente.Matching;

/// <summary>
/// Which texts hold a sampled run of words: open addressing, eight bytes a slot. A slot names its only text; the second opens a list. A list
/// that is full takes no more: a run in so many texts that are no copies of each other says nothing.
/// </summary>
internal sealed class SampleTable
{
    /// <summary>Texts that are kept for one run of words.</summary>
    public const int Most = 16;

    private readonly List<(int Text, int Next)> lists = [];
    private uint[] keys = new uint[1024];

    /// <summary>0 empty, below 0 the only text as -1 - text, above 0 the list that begins at one less.</summary>
    private int[] values = new int[1024];
    private int taken, shift = 22;

    /// <summary>The texts that hold it, the newest first; how many.</summary>
    public int Find(uint gram, Span<int> texts)
    {
        int value = values[SlotOf(gram)];
        if (value <= 0)
        {
            texts[0] = -1 - value;
            return value < 0 ? 1 : 0;
        }
        int count = 0;
        var all = CollectionsMarshal.AsSpan(lists);
        for (int i = value - 1; i >= 0; i = all[i].Next)
            texts[count++] = all[i].Text;
        return count;
    }

    /// <summary>The caller has seen that there is room.</summary>
    public void Add(uint gram, int text)
    {
        if (++taken > keys.Length * 3 / 4)
            Grow();
        int slot = SlotOf(gram);
        int value = values[slot];
        if (value == 0)
        {
            keys[slot] = gram;
            values[slot] = -1 - text;
            return;
        }
        taken--;
        if (value < 0)
        {
            lists.Add((-1 - value, -1));
            value = lists.Count;
        }
        lists.Add((text, value - 1));
        values[slot] = lists.Count;
    }

    public long Bytes => (8L * keys.Length) + (8L * lists.Capacity);

    private int SlotOf(uint gram)
    {
        int mask = keys.Length - 1;
        int slot = (int)((gram * 0x9E3779B1u) >> shift);
        while (values[slot] != 0 && keys[slot] != gram)
            slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        var (oldKeys, oldValues) = (keys, values);
        keys = new uint[oldKeys.Length * 2];
        values = new int[keys.Length];
        shift--;
        for (int i = 0; i < oldKeys.Length; i++)
            if (oldValues[i] != 0)
            {
                int slot = SlotOf(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
    }
}
