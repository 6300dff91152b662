using System.Text;

namespace Entente.Language;

/// <summary>
/// The features that words of a tag may have, and weights that choose between them: one for each observation and choice, by their hash, so that
/// the model is of a fixed size.
/// </summary>
public sealed class MorphModel
{
    /// <summary>Weights; a power of two.</summary>
    public const int Size = 1 << 17;

    private const string Kind = "feats 1";

    /// <summary>Numbers in <see cref="Features"/> by tag, the most frequent first.</summary>
    public Dictionary<(Upos Pos, string Tag), int[]> Choices { get; } = [];

    /// <summary>As they are written in a FEATS column.</summary>
    public List<string> Features { get; } = [];

    public sbyte[] Weights { get; } = new sbyte[Size];

    public static int Slot(uint observation, int choice) => (int)((observation ^ ((uint)choice * 0x9E3779B1)) * 0xC2B2AE3D >> 15);

    public void Save(Stream stream, IReadOnlyList<string> header)
    {
        new ModelHeader(Kind, header).Write(stream);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write7BitEncodedInt(Features.Count);
        foreach (string features in Features)
            writer.Write(features);
        writer.Write7BitEncodedInt(Choices.Count);
        foreach (var ((pos, tag), choices) in Choices.OrderBy(c => c.Key.Pos).ThenBy(c => c.Key.Tag, StringComparer.Ordinal))
        {
            writer.Write((byte)pos);
            writer.Write(tag);
            writer.Write7BitEncodedInt(choices.Length);
            foreach (int choice in choices)
                writer.Write7BitEncodedInt(choice);
        }
        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Weights.AsSpan()));
    }

    public static MorphModel Load(Stream stream)
    {
        ModelHeader.Read(stream, Kind);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var model = new MorphModel();
        for (int n = reader.Read7BitEncodedInt(); n > 0; n--)
            model.Features.Add(reader.ReadString());
        for (int n = reader.Read7BitEncodedInt(); n > 0; n--)
            model.Choices.Add(((Upos)reader.ReadByte(), reader.ReadString()), [.. Enumerable.Range(0, reader.Read7BitEncodedInt()).Select(_ => reader.Read7BitEncodedInt())]);
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(model.Weights.AsSpan()));
        return model;
    }
}
