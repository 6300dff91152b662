using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading.Dating;

/// <summary>The words of <c>data/reading/dating-words.tsv</c>: what stands in a date line, which titles belong to an office, which verbs look ahead.</summary>
public sealed class DatingWords
{
    private static readonly string[] Uses = ["line", "plan", "happen", "seal", "unsure", "head-of-state", "head-of-government", "foreign-minister", "defence-minister"];

    private readonly ILookup<string, string[]> words;
    private readonly HashSet<string> line, planning, happening, sealing, unsure;

    private DatingWords(DataTable table)
    {
        foreach (var row in table.Rows)
            if (!Uses.Contains(row["use"]))
                throw new EntenteException(Faults.UnknownCode(row.Place, row["use"], Uses));
        words = table.Rows.ToLookup(r => r["use"], r => Tokenizer.Tokenize(r["words"]).Select(t => t.Norm).ToArray());
        (line, planning, happening, sealing, unsure) = (Single("line"), Single("plan"), Single("happen"), Single("seal"), Single("unsure"));
    }

    public static DatingWords Load(Func<string, string> read) =>
        new(DataTable.Parse("reading/dating-words.tsv", read("reading/dating-words.tsv"), "use", "words", "example"));

    /// <summary>"Published", "Updated", "GMT": beside a date they leave it a date line.</summary>
    internal bool IsOfLine(string norm) => line.Contains(norm);

    /// <summary>"plan", "expect": what hangs on it is to come.</summary>
    internal bool IsPlanning(string lemma) => planning.Contains(lemma);

    /// <summary>"hold", "begin": its date is that of what is held or begins.</summary>
    internal bool IsHappening(string lemma) => happening.Contains(lemma);

    /// <summary>"sign", "ratify": done to an agreement that is there.</summary>
    internal bool IsSealing(string lemma) => sealing.Contains(lemma);

    /// <summary>"former", "then", "vice": the title is not the office itself, or not at the time of writing.</summary>
    internal bool IsUnsure(string norm) => unsure.Contains(norm);

    /// <summary>Whether the last words of a title name the office.</summary>
    internal bool IsTitle(IReadOnlyList<string> title, string office) => words[office].Any(w => EndsWith(title, w));

    internal static bool EndsWith(IReadOnlyList<string> all, string[] end)
    {
        for (int i = 0; i < end.Length; i++)
            if (end.Length > all.Count || all[all.Count - end.Length + i] != end[i])
                return false;
        return end.Length > 0;
    }

    private HashSet<string> Single(string use) => [.. words[use].Select(w => w[0])];
}
