using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>A linear model over hashed features: whether a sentence ends between two tokens.</summary>
internal sealed class BoundaryModel(short[] weights)
{
    public const string File = "language/sentences.model";

    /// <summary>Few enough to stay in the processor's second cache, many enough that features seldom meet in one.</summary>
    public const int Size = 1 << BoundaryFeatures.Bits;

    private const string Kind = "sentences 1";

    /// <summary>Changes with any weight.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(weights.AsSpan())))[..8];

    public bool IsBoundary(ReadOnlySpan<int> features)
    {
        int sum = 0;
        foreach (int feature in features)
            sum += weights[feature];
        return sum > 0;
    }

    /// <exception cref="EntenteException">ENT0405: the file is another kind of model, or cut short.</exception>
    public static BoundaryModel Load(Stream stream)
    {
        ModelHeader.Read(stream, Kind);
        short[] weights = new short[Size];
        try
        {
            using var unpacked = new BrotliStream(stream, CompressionMode.Decompress, leaveOpen: true);
            unpacked.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or EndOfStreamException)
        {
            throw new EntenteException(Faults.BadModel(File, "a model cut short"));
        }
        return new(weights);
    }

    public void Save(Stream stream, IReadOnlyList<string> header)
    {
        new ModelHeader(Kind, header).Write(stream);
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        packed.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }
}
