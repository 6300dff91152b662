using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Language.Neural;

/// <summary>What a model says of itself: what it was trained on and how well it did.</summary>
/// <param name="TrainedOn">Names and versions of the corpora, as in NOTICE.</param>
/// <param name="Date">Day of the training, as given to it.</param>
/// <param name="Scores">Measure and value on the development parts.</param>
public sealed record ModelCard(string Name, IReadOnlyList<string> TrainedOn, string Date, int Seed, IReadOnlyDictionary<string, double> Scores);

/// <summary>
/// A model on disk: a line of JSON that a person can read with <c>head -1</c>, then named blocks of bytes, then the SHA-256 of all before.
/// </summary>
public sealed class ModelFile
{
    private const string Magic = "entente-model 1 ";

    private readonly Dictionary<string, byte[]> blocks = new(StringComparer.Ordinal);

    public ModelFile(ModelCard card) => Card = card;

    public ModelCard Card { get; }

    /// <summary>Changes with any byte.</summary>
    public string Version { get; private set; } = "";

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
    public byte[] Block(string name) => blocks.TryGetValue(name, out byte[]? bytes) ? bytes : throw new EntenteException(Faults.BadModel(Card.Name, $"no block '{name}'"));

    public float[] Floats(string name)
    {
        var halves = MemoryMarshal.Cast<byte, Half>(Block(name));
        var values = new float[halves.Length];
        for (int i = 0; i < values.Length; i++)
            values[i] = (float)halves[i];
        return values;
    }

    public string[] Lines(string name) => Encoding.UTF8.GetString(Block(name)).Split('\n');

    public void Write(Stream to)
    {
        using var all = new MemoryStream();
        all.Write(Encoding.UTF8.GetBytes($"{Magic}{JsonSerializer.Serialize(Card, ModelCardJson.Default.ModelCard)}\n"));
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
        int end = all.Length - SHA256.HashSizeInBytes, line = all.AsSpan().IndexOf((byte)'\n');
        if (end < 0 || line < 0 || !all.AsSpan(0, line).StartsWith(Encoding.UTF8.GetBytes(Magic)))
            throw new EntenteException(Faults.BadModel(place, "no model of this program's kind"));
        byte[] hash = SHA256.HashData(all.AsSpan(0, end));
        if (!hash.AsSpan().SequenceEqual(all.AsSpan(end)))
            throw new EntenteException(Faults.BadModel(place, "a file cut short or changed: its checksum differs"));
        var card = JsonSerializer.Deserialize(all.AsSpan(Magic.Length, line - Magic.Length), ModelCardJson.Default.ModelCard)!;
        var file = new ModelFile(card) { Version = Convert.ToHexStringLower(hash)[..8] };
        using var reader = new BinaryReader(new MemoryStream(all, line + 1, end - line - 1), Encoding.UTF8);
        for (int count = reader.ReadInt32(); count > 0; count--)
        {
            string name = reader.ReadString();
            file.blocks[name] = reader.ReadBytes(reader.ReadInt32());
        }
        return file;
    }
}

[System.Text.Json.Serialization.JsonSourceGenerationOptions(PropertyNamingPolicy = System.Text.Json.Serialization.JsonKnownNamingPolicy.SnakeCaseLower)]
[System.Text.Json.Serialization.JsonSerializable(typeof(ModelCard))]
internal sealed partial class ModelCardJson : System.Text.Json.Serialization.JsonSerializerContext;
