using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Entente.Vocabulary;

namespace Entente.Language.Neural;

/// <summary>
/// A network on disk: the legible lines of a <see cref="ModelHeader"/>, then named blocks of bytes, then the SHA-256 of all before.
/// </summary>
public sealed class ModelFile
{
    private const string Kind = "english 1";

    private readonly Dictionary<string, byte[]> blocks = new(StringComparer.Ordinal);

    /// <summary>Changes with any byte.</summary>
    public string Version { get; private init; } = "";

    public void Add(string name, byte[] bytes) => blocks.Add(name, bytes);

    public void AddHalves(string name, ReadOnlySpan<float> values)
    {
        var halves = new Half[values.Length];
        for (int i = 0; i < values.Length; i++)
            halves[i] = (Half)values[i];
        Add(name, MemoryMarshal.AsBytes(halves.AsSpan()).ToArray());
    }

    public void AddLines(string name, IEnumerable<string> lines) => Add(name, Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public bool Has(string name) => blocks.ContainsKey(name);

    /// <exception cref="EntenteException">ENT0405: the model has no such block.</exception>
    public byte[] Block(string name) => blocks.TryGetValue(name, out byte[]? bytes) ? bytes : throw new EntenteException(Faults.BadModel(Kind, $"no block '{name}'"));

    public float[] Floats(string name)
    {
        var halves = MemoryMarshal.Cast<byte, Half>(Block(name));
        var values = new float[halves.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)halves[i];
        return values;
    }

    public string[] Lines(string name) => Encoding.UTF8.GetString(Block(name)).Split('\n');

    /// <param name="header">What it was trained on, when, and its scores.</param>
    public void Save(Stream to, IReadOnlyList<string> header)
    {
        using var all = new MemoryStream();
        new ModelHeader(Kind, header).Write(all);
        using (var writer = new BinaryWriter(all, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(blocks.Count);
            foreach (var (name, bytes) in blocks)
            {
                writer.Write(name);
                writer.Write(bytes.Length);
                writer.Write(bytes);
            }
        }
        byte[] content = all.ToArray();
        to.Write(content);
        to.Write(SHA256.HashData(content));
    }

    /// <exception cref="EntenteException">ENT0405: it is cut short, changed, or of another kind.</exception>
    public static ModelFile Read(string place, Stream from)
    {
        using var memory = new MemoryStream();
        from.CopyTo(memory);
        byte[] all = memory.ToArray();
        int end = Math.Max(0, all.Length - SHA256.HashSizeInBytes);
        memory.Position = 0;
        ModelHeader.Read(memory, Kind);
        byte[] hash = SHA256.HashData(all.AsSpan(0, end));
        if (!hash.AsSpan().SequenceEqual(all.AsSpan(end)))
            throw new EntenteException(Faults.BadModel(place, "a file cut short or changed: its checksum differs"));
        var file = new ModelFile { Version = Convert.ToHexStringLower(hash)[..8] };
        using var reader = new BinaryReader(memory, Encoding.UTF8);
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            string name = reader.ReadString();
            file.blocks[name] = reader.ReadBytes(reader.ReadInt32());
        }
        return file;
    }
}
