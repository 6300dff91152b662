using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>
/// Sentences once more with other names in them, so that a network learns what surrounds a name and what names of the whole world look like
/// (mention replacement: Dai and Adel 2020). Persons and places come from the gazetteer, bodies from the sets made by hand.
/// </summary>
public sealed class NameVariety
{
    /// <summary>Of sentences with a name that can be replaced, and of the names in them.</summary>
    private const double SentenceShare = 0.35, NameShare = 0.8;

    private readonly Dictionary<NameKind, List<string[]>> pool;

    private NameVariety(Dictionary<NameKind, List<string[]>> pool) => this.pool = pool;

    public static NameVariety Load(Func<string, string> read)
    {
        var pool = new Dictionary<NameKind, List<string[]>> { [NameKind.Person] = [], [NameKind.Place] = [], [NameKind.Organisation] = [] };
        foreach (string table in KnownNames.OfficeTables)
            foreach (var person in DataTable.Parse(table, read(table), "person", "short").Rows.DistinctBy(r => r["person"]))
            {
                pool[NameKind.Person].Add(Forms(person["person"]));
                pool[NameKind.Person].Add(Forms(person["short"]));
            }
        foreach (var place in DataTable.Parse("gazetteer/places.tsv", read("gazetteer/places.tsv"), "place", "kind").Rows.Where(r => r["kind"] is "city" or "region" or "island"))
            pool[NameKind.Place].Add(Forms(place["place"]));
        foreach (var body in DataTable.Parse("gazetteer/body-names.tsv", read("gazetteer/body-names.tsv"), "name", "how").Rows.Where(r => r["how"] is "name" or "acronym"))
            pool[NameKind.Organisation].Add(Forms(body["name"]));
        return new(pool);
    }

    /// <summary>Bodies of sets whose labels can be trusted join the gazetteer's.</summary>
    public void Learn(IEnumerable<NameSentence> sentences)
    {
        foreach (var sentence in sentences)
            foreach (var name in sentence.Names.Where(n => n.Kind == NameKind.Organisation))
                pool[NameKind.Organisation].Add([.. Enumerable.Range(name.First, name.End - name.First).Select(i => sentence.Forms[i])]);
    }

    /// <summary>Null where the sentence stays one of a kind.</summary>
    public NameSentence? Vary(NameSentence sentence, Random random)
    {
        if (random.NextDouble() >= SentenceShare || !sentence.Names.Any(n => pool.ContainsKey(n.Kind)))
            return null;
        var (forms, counts, names) = (new List<string>(), new List<bool>(), new List<NameSpan>());
        int at = 0;
        foreach (var name in sentence.Names)
        {
            Copy(name.First);
            int first = forms.Count;
            if (pool.TryGetValue(name.Kind, out var others) && random.NextDouble() < NameShare)
            {
                string[] other = others[random.Next(others.Count)];
                forms.AddRange(other);
                counts.AddRange(Enumerable.Repeat(true, other.Length));
                at = name.End;
            }
            else
                Copy(name.End);
            names.Add(new(first, forms.Count, name.Kind));
        }
        Copy(sentence.Forms.Count);
        return new(sentence.Set, forms, names, counts);

        void Copy(int end)
        {
            for (; at < end; at++)
            {
                forms.Add(sentence.Forms[at]);
                counts.Add(sentence.Counts[at]);
            }
        }
    }

    private static string[] Forms(string name) => [.. Tokenizer.Tokenize(name).Select(t => t.Text)];
}
