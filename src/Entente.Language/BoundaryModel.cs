using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// A linear model over hashed features: whether a sentence ends between two tokens. The file is a line of plain text that says where it
/// comes from, then the weights, compressed.
/// </summary>
internal sealed class BoundaryModel(short[] weights, string origin)
{
    public const string File = "language/sentences.model";

    /// <summary>Weights in all: small enough to stay in the processor's cache.</summary>
    public const int Size = 1 << BoundaryFeatures.Bits;

    /// <summary>What it was trained on, when, and how well it does.</summary>
    public string Origin { get; } = origin;

    /// <summary>Changes with any weight.</summary>
    public string Version { get; } = Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(weights.AsSpan())))[..8];

    public bool IsBoundary(ReadOnlySpan<int> features)
    {
        int sum = 0;
        foreach (int feature in features)
            sum += weights[feature];
        return sum > 0;
    }

    /// <exception cref="EntenteException">ENT0401: the file is cut short.</exception>
    public static BoundaryModel Read(Stream stream)
    {
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var bytes = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        int line = bytes.Span.IndexOf((byte)'\n');
        short[] weights = new short[Size];
        try
        {
            using var unpacked = new BrotliStream(new MemoryStream(bytes[(line + 1)..].ToArray()), CompressionMode.Decompress);
            unpacked.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            throw new EntenteException(Faults.BadTable(File, "a model cut short", $"{Size} weights"));
        }
        return new(weights, Encoding.UTF8.GetString(bytes.Span[..Math.Max(line, 0)]));
    }

    public void Write(Stream stream)
    {
        stream.Write(Encoding.UTF8.GetBytes(Origin + "\n"));
        using var packed = new BrotliStream(stream, CompressionLevel.SmallestSize, leaveOpen: true);
        packed.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }
}
