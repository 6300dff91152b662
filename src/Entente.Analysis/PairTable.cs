using System.Runtime.InteropServices;
using Entente.Record;

namespace Entente.Analysis;

/// <summary>
/// Gathers tie rows by pair and strand in one pass. A pair of small numbers is found by multiplication, not hashing: a network of two
/// hundred states is read at some hundred million rows a second.
/// </summary>
internal sealed class PairTable(int actors)
{
    private readonly List<Pair> pairs = [];
    private readonly int[] direct = actors <= 2_000 ? new int[actors * actors] : [];
    private readonly Dictionary<int, int> hashed = [];

    public IReadOnlyList<Pair> Pairs => pairs;

    public void Add(in TieRow row)
    {
        int key = row.A * actors + row.B;
        ref int slot = ref direct.Length > 0 ? ref direct[key] : ref CollectionsMarshal.GetValueRefOrAddDefault(hashed, key, out _);
        if (slot == 0)
        {
            pairs.Add(new(row.A, row.B));
            slot = pairs.Count;
        }
        pairs[slot - 1].Add(row);
    }

    internal sealed class Pair(int a, int b)
    {
        private readonly List<Strand> strands = [];
        private int lastReading;

        public int A => a;

        public int B => b;

        public int Articles { get; private set; }

        public IReadOnlyList<Strand> Strands => strands;

        public void Add(in TieRow row)
        {
            // Rows come in the order of readings, and one article has one reading in force: a new number is a new article.
            if (row.Reading != lastReading)
            {
                lastReading = row.Reading;
                Articles++;
            }
            foreach (var strand in strands)
                if (strand.Code == row.Code && strand.Kind == row.Kind)
                {
                    strand.Add(row);
                    return;
                }
            var added = new Strand(row.Kind, row.Code);
            strands.Add(added);
            added.Add(row);
        }
    }

    internal sealed class Strand(byte kind, ushort code)
    {
        private int lastReading;
        private bool standsSomewhere, deniedSomewhere;

        public byte Kind => kind;

        public ushort Code => code;

        public byte Status { get; private set; }

        public byte Modality { get; private set; } = byte.MaxValue;

        public int FirstDay { get; private set; } = int.MinValue;

        public bool IsDated { get; private set; }

        public int Articles { get; private set; }

        public int ClaimNo { get; private set; }

        public bool IsDisputed => standsSomewhere && deniedSomewhere;

        public void Add(in TieRow row)
        {
            if (row.Reading != lastReading)
            {
                lastReading = row.Reading;
                Articles++;
            }
            deniedSomewhere |= row.Modality == (byte)Vocabulary.Modality.Denied;
            standsSomewhere |= row.Modality == (byte)Vocabulary.Modality.Fact;
            if (!Supersedes(row))
                return;
            (Status, Modality, FirstDay, IsDated, ClaimNo) = (row.Status, row.Modality, row.FirstDay, row.IsDated != 0, row.ClaimNo);
        }

        /// <summary>A fact before what is planned or denied; then the later day; on the same day the further step of the life of a commitment.</summary>
        private bool Supersedes(in TieRow row)
        {
            bool isFact = row.Modality == (byte)Vocabulary.Modality.Fact, wasFact = Modality == (byte)Vocabulary.Modality.Fact;
            if (isFact != wasFact || Modality == byte.MaxValue)
                return isFact || Modality == byte.MaxValue;
            return row.FirstDay > FirstDay || (row.FirstDay == FirstDay && row.Status > Status);
        }
    }
}
