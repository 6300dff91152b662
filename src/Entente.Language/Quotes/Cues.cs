using System.Collections.Frozen;
using Entente.Vocabulary;

namespace Entente.Language;

internal enum CueKind
{
    /// <summary>No cue.</summary>
    None,

    /// <summary>Utters a sentence: say, ask, deny.</summary>
    Speech,

    /// <summary>Holds a view that the text tells: believe, expect.</summary>
    Thought,

    /// <summary>Gives something a name; only words between marks are somebody's then: call, slam.</summary>
    Call,

    /// <summary>Its passive has the speaker as subject: was quoted.</summary>
    Quoted,

    /// <summary>A noun: statement, claim.</summary>
    Noun,

    /// <summary>Names the speaker after it: according to.</summary>
    Phrase,
}

/// <summary>The words that show that somebody says something (<c>data/language/cues.tsv</c>).</summary>
internal sealed class Cues
{
    private const string Table = "language/cues.tsv";

    private readonly FrozenDictionary<string, CueKind> verbs, nouns;
    private readonly FrozenDictionary<string, string[][]> phrases;

    private Cues(string table)
    {
        var rows = DataTable.Parse(Table, table, "cue", "kind", "example").Rows.Select(row => (Cue: row["cue"], Kind: KindOf(row))).ToList();
        verbs = rows.Where(r => r.Kind < CueKind.Noun).ToFrozenDictionary(r => r.Cue, r => r.Kind, StringComparer.Ordinal);
        nouns = rows.Where(r => r.Kind == CueKind.Noun).ToFrozenDictionary(r => r.Cue, r => r.Kind, StringComparer.Ordinal);
        phrases = rows.Where(r => r.Kind == CueKind.Phrase).Select(r => r.Cue.Split(' ')).GroupBy(w => w[0]).ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    public static Cues Load(Func<string, string> read) => new(read(Table));

    /// <summary>The cue that begins at a token, and its number of tokens.</summary>
    public (CueKind Kind, int Length) At(IReadOnlyList<Token> tokens, IReadOnlyList<Word> words, int i)
    {
        var word = words[i];
        if (word.Pos == Upos.Verb && verbs.TryGetValue(word.Lemma, out var verb))
            return (verb, 1);
        if (word.Pos == Upos.Noun && nouns.ContainsKey(word.Lemma))
            return (CueKind.Noun, 1);
        if (phrases.TryGetValue(tokens[i].Norm, out var candidates))
            foreach (string[] phrase in candidates)
                if (Begins(tokens, i, phrase))
                    return (CueKind.Phrase, phrase.Length);
        return default;
    }

    /// <summary>“…,” Duarte notes: right after a quotation, a noun that is also a verb of saying is the verb.</summary>
    public CueKind AsVerb(Word word) => word.Pos == Upos.Noun ? verbs.GetValueOrDefault(word.Lemma) : CueKind.None;

    private static bool Begins(IReadOnlyList<Token> tokens, int i, string[] phrase)
    {
        if (i + phrase.Length > tokens.Count)
            return false;
        for (int w = 0; w < phrase.Length; w++)
            if (tokens[i + w].Norm != phrase[w])
                return false;
        return true;
    }

    private static CueKind KindOf(DataTable.Row row) => Enum.TryParse(row["kind"], ignoreCase: true, out CueKind kind) && kind != CueKind.None
        ? kind : throw new EntenteException(Faults.UnknownCode(row.Place, row["kind"], [.. Enum.GetNames<CueKind>().Skip(1).Select(n => n.ToLowerInvariant())]));
}
