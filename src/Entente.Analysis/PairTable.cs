using System.Runtime.InteropServices;
using Entente.Record;

namespace Entente.Analysis;

/// <summary>
/// Gathers tie rows by pair and strand in one pass. A pair of small numbers is found by multiplication, not hashing, and strands are links
/// in one array, so that millions of rows make no objects (benchmark P10).
/// </summary>
/// <param name="origins">Articles of one origin are counted once as its witnesses.</param>
internal sealed class PairTable(int actors, Origins origins)
{
    private const int LargestDirectTable = 2_000;

    private readonly List<Pair> pairs = [];
    private readonly List<Strand> strands = [];
    private readonly int[] direct = actors <= LargestDirectTable ? new int[actors * actors] : [];
    private readonly Dictionary<int, int> hashed = [];
    private readonly HashSet<(int Slot, int Strand, int Origin)> seen = [];

    public ReadOnlySpan<Pair> Pairs => CollectionsMarshal.AsSpan(pairs);

    public void Add(in TieRow row)
    {
        int key = row.A * actors + row.B;
        ref int slot = ref direct.Length > 0 ? ref direct[key] : ref CollectionsMarshal.GetValueRefOrAddDefault(hashed, key, out _);
        if (slot == 0)
        {
            pairs.Add(new Pair { A = row.A, B = row.B, FirstStrand = -1 });
            slot = pairs.Count;
        }
        ref var pair = ref CollectionsMarshal.AsSpan(pairs)[slot - 1];
        // Rows come in the order of readings, and one article has one reading in force: a new number is a new article.
        if (pair.LastReading != row.Reading)
        {
            pair.LastReading = row.Reading;
            pair.Articles++;
            pair.Origins += IsNew(row.Reading, slot, -1) ? 1 : 0;
        }
        int at = pair.FirstStrand;
        while (at >= 0 && (strands[at].Code != row.Code || strands[at].Kind != row.Kind))
            at = strands[at].Next;
        if (at < 0)
        {
            at = strands.Count;
            strands.Add(new Strand { Kind = row.Kind, Code = row.Code, Modality = byte.MaxValue, Next = pair.FirstStrand });
            pair.FirstStrand = at;
            pair.Strands++;
        }
        ref var strand = ref CollectionsMarshal.AsSpan(strands)[at];
        ref var voices = ref (row.Modality == (byte)Vocabulary.Modality.Denied ? ref strand.Against : ref strand.For);
        if (voices.LastReading != row.Reading)
        {
            voices.LastReading = row.Reading;
            voices.Articles++;
            voices.Origins += IsNew(row.Reading, slot, row.Modality == (byte)Vocabulary.Modality.Denied ? ~at - 1 : at) ? 1 : 0;
        }
        strand.Add(row);
    }

    /// <summary>Whether no copy of this article was counted here before.</summary>
    private bool IsNew(int reading, int slot, int strand) => origins.IsEmpty || origins.Of(reading) is not { } origin || seen.Add((slot, strand, origin));

    /// <summary>The strand at an index, and through <see cref="Strand.Next"/> the others of its pair.</summary>
    public ref readonly Strand StrandAt(int index) => ref CollectionsMarshal.AsSpan(strands)[index];

    internal struct Pair
    {
        public ushort A, B;
        public int Articles, Origins, Strands, FirstStrand, LastReading;
    }

    /// <summary>Articles that say one thing.</summary>
    internal struct Voices
    {
        public int Articles, Origins, LastReading;
    }

    internal struct Strand
    {
        /// <summary>Who denies it is no support of it.</summary>
        public Voices For, Against;
        public byte Kind, Status, Modality;
        public ushort Code;
        public bool IsDated;
        public int FirstDay, ClaimNo, Next;
        private bool standsSomewhere, deniedSomewhere;

        public readonly Voices Support => For.Articles > 0 ? For : Against;

        public readonly bool IsDisputed => standsSomewhere && deniedSomewhere;

        public void Add(in TieRow row)
        {
            deniedSomewhere |= row.Modality == (byte)Vocabulary.Modality.Denied;
            standsSomewhere |= row.Modality == (byte)Vocabulary.Modality.Fact;
            if (Supersedes(row))
                (Status, Modality, FirstDay, IsDated, ClaimNo) = (row.Status, row.Modality, row.FirstDay, row.IsDated != 0, row.ClaimNo);
        }

        /// <summary>A fact before what is planned or denied; then the later day; on the same day the further step of the life of a commitment.</summary>
        private readonly bool Supersedes(in TieRow row)
        {
            bool isFact = row.Modality == (byte)Vocabulary.Modality.Fact, wasFact = Modality == (byte)Vocabulary.Modality.Fact;
            if (Modality == byte.MaxValue || isFact != wasFact)
                return isFact || Modality == byte.MaxValue;
            return row.FirstDay > FirstDay || (row.FirstDay == FirstDay && row.Status > Status);
        }
    }
}
