using System.Text;

namespace Entente.Language;

/// <summary>
/// What the trainer learnt: the lemmas that there are, rules by ending, and the edit of each form that the rules get wrong. Classes are those of
/// <see cref="Lemmatizer"/>.
/// </summary>
public sealed class LemmaModel
{
    private const string Kind = "lemmas 1";

    public Dictionary<(string Form, string Class), LemmaEdit> Known { get; } = [];

    public Dictionary<(string Ending, string Class), LemmaEdit> Endings { get; } = [];

    /// <summary>Verbs, nouns and adjectives in small letters: of several rules for a new form the one that leads to a word is right.</summary>
    public HashSet<string> Lemmas { get; } = new(StringComparer.Ordinal);

    /// <summary>In the order of their letters, so that equal models are equal bytes.</summary>
    public void Save(Stream stream, IReadOnlyList<string> header)
    {
        new ModelHeader(Kind, header).Write(stream);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        LemmaEdit[] edits = [.. Known.Values.Concat(Endings.Values).Distinct().OrderBy(e => e.Spelling).ThenBy(e => e.Cut).ThenBy(e => e.Add, StringComparer.Ordinal)];
        writer.Write7BitEncodedInt(edits.Length);
        foreach (var edit in edits)
        {
            writer.Write((byte)edit.Spelling);
            writer.Write((byte)edit.Cut);
            writer.Write(edit.Add);
        }
        var numbers = edits.Index().ToDictionary(e => e.Item, e => e.Index);
        Save(writer, Known, numbers);
        Save(writer, Endings, numbers);
        var words = new FrontCoding();
        writer.Write7BitEncodedInt(Lemmas.Count);
        foreach (string lemma in Lemmas.Order(StringComparer.Ordinal))
            words.Write(writer, lemma);
    }

    public static LemmaModel Load(Stream stream)
    {
        ModelHeader.Read(stream, Kind);
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        var model = new LemmaModel();
        var edits = new LemmaEdit[reader.Read7BitEncodedInt()];
        for (int i = 0; i < edits.Length; i++)
            edits[i] = new((Spelling)reader.ReadByte(), reader.ReadByte(), reader.ReadString());
        Load(reader, model.Known, edits);
        Load(reader, model.Endings, edits);
        var words = new FrontCoding();
        for (int lemmas = reader.Read7BitEncodedInt(); lemmas > 0; lemmas--)
            model.Lemmas.Add(words.Read(reader));
        return model;
    }

    private static void Save(BinaryWriter writer, Dictionary<(string Text, string Class), LemmaEdit> table, Dictionary<LemmaEdit, int> numbers)
    {
        var classes = table.GroupBy(e => e.Key.Class).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        writer.Write7BitEncodedInt(classes.Count);
        foreach (var entries in classes)
        {
            writer.Write(entries.Key);
            writer.Write7BitEncodedInt(entries.Count());
            var texts = new FrontCoding();
            foreach (var ((text, _), edit) in entries.OrderBy(e => e.Key.Text, StringComparer.Ordinal))
            {
                texts.Write(writer, text);
                writer.Write7BitEncodedInt(numbers[edit]);
            }
        }
    }

    private static void Load(BinaryReader reader, Dictionary<(string, string), LemmaEdit> table, LemmaEdit[] edits)
    {
        for (int classes = reader.Read7BitEncodedInt(); classes > 0; classes--)
        {
            string name = reader.ReadString();
            var texts = new FrontCoding();
            for (int entries = reader.Read7BitEncodedInt(); entries > 0; entries--)
                table.Add((texts.Read(reader), name), edits[reader.Read7BitEncodedInt()]);
        }
    }

    /// <summary>Sorted strings, each as what it does not share with the one before.</summary>
    private struct FrontCoding()
    {
        private string before = "";

        public void Write(BinaryWriter writer, string text)
        {
            int shared = Math.Min(text.AsSpan().CommonPrefixLength(before), byte.MaxValue);
            writer.Write((byte)shared);
            writer.Write(text[shared..]);
            before = text;
        }

        public string Read(BinaryReader reader) => before = string.Concat(before.AsSpan(0, reader.ReadByte()), reader.ReadString());
    }
}
