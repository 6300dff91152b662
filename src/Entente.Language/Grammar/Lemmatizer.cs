namespace Entente.Language;

/// <summary>
/// The lemma of a form and its tags, as UD English writes it: known forms by a table, irregular verbs and nouns by theirs, others by the
/// longest ending with a rule. Safe to share between threads.
/// </summary>
public sealed class Lemmatizer
{
    /// <summary>Letters of the longest ending that a rule may have.</summary>
    public const int LongestEnding = 6;

    /// <summary>A power of two: known words of a day's news fit, and no input makes it grow.</summary>
    private const int CacheSize = 1 << 16;

    private static readonly string[] Prefixes = ["over", "under", "out", "re", "mis", "fore", "un", "with", "inter", "co", "re-", "co-"];

    private readonly LemmaModel model;
    private readonly Dictionary<(string Form, string Class), string> irregular = [];

    /// <summary>Entries never change and references are written whole, so that threads may overwrite each other's: the worst is to work twice.</summary>
    private readonly Cached?[] cache = new Cached?[CacheSize];

    private sealed record Cached(string Form, Upos Pos, string? Tag, string Lemma);

    public Lemmatizer(LemmaModel model, Morphology morphology)
    {
        this.model = model;
        foreach (var (form, tag, lemma) in morphology.IrregularForms())
            irregular.TryAdd((form, Class(tag[0] == 'V' ? Upos.Verb : Upos.Noun, tag)), lemma);
    }

    public static Lemmatizer Load(Stream model, Morphology morphology) => new(LemmaModel.Load(model), morphology);

    /// <param name="tag">The Penn tag; null where there is none.</param>
    public string Lemma(string form, Upos pos, string? tag) => Lemma(form, form.GetHashCode(StringComparison.Ordinal), pos, tag);

    /// <summary>The lexeme has its hash with it.</summary>
    internal string Lemma(Lexeme lexeme, Upos pos, string tag) => Lemma(lexeme.Text, lexeme.Hash, pos, tag);

    private string Lemma(string form, int hash, Upos pos, string? tag)
    {
        int kind = tag is { Length: > 0 } ? tag[^1] * 17 + tag.Length : 0;
        ref var slot = ref cache[(hash + (int)pos * 7919 + kind * 104729) & (CacheSize - 1)];
        if (slot is { } cached && cached.Pos == pos && cached.Tag == tag && cached.Form == form)
            return cached.Lemma;
        string lemma = Find(form, Class(pos, tag ?? ""));
        slot = new(form, pos, tag, lemma);
        return lemma;
    }

    /// <summary>Past tense and participle share their rules: what is known of the one helps with the other.</summary>
    public static string Class(Upos pos, string tag) => $"{pos}/{(tag == "VBN" ? "VBD" : tag)}";

    /// <summary>Capitals tell names and the starts of sentences: rules are apart for small letters, a capital first, and capitals only; and for "54,000".</summary>
    public static string Shaped(string form, string name) =>
        !char.IsUpper(form[0]) ? (char.IsDigit(form[0]) && form.Contains(',', StringComparison.Ordinal) ? $"{name}/0,0" : name)
        : form.Length > 1 && char.IsUpper(form[1]) ? $"{name}/AA" : $"{name}/A";

    public string Find(string form, string name)
    {
        if (model.Known.TryGetValue((form, name), out var edit))
            return edit.Apply(form);
        string lower = form.ToLowerInvariant();
        // A word at a sentence's beginning; a name in small letters would be another word.
        if (model.Known.TryGetValue((lower, name), out edit) && !name.StartsWith("Propn", StringComparison.Ordinal))
            return edit.Apply(lower);
        return Irregular(lower, name) ?? ByEnding(form, lower, name);
    }

    private string? Irregular(string form, string name)
    {
        if (irregular.TryGetValue((form, name), out string? lemma))
            return lemma;
        foreach (string prefix in Prefixes)
            if (form.StartsWith(prefix, StringComparison.Ordinal) && irregular.TryGetValue((form[prefix.Length..], name), out lemma))
                return prefix + lemma;
        return null;
    }

    /// <summary>
    /// The rule of the longest ending, unless what it makes is no word that is known and the stem is: "timed" is of "time", not of "tim". Where a class
    /// was never seen in capitals, small letters do.
    /// </summary>
    private string ByEnding(string form, string lower, string name)
    {
        string shaped = Shaped(form, name);
        if (shaped != name && !model.Endings.ContainsKey(("", shaped)))
            (form, shaped) = (lower, name);
        for (int length = Math.Min(LongestEnding, lower.Length); length >= 0; length--)
            if (model.Endings.TryGetValue((lower[^length..], shaped), out var edit) && edit.Fits(form))
                return edit.Apply(form) is var lemma && model.Lemmas.Contains(lemma) ? lemma : ByStem(lower, name) ?? lemma;
        return form;
    }

    /// <summary>"timed" → "time", "stopped" → "stop", "smelled" → "smell", if that is a known word.</summary>
    private string? ByStem(string lower, string name)
    {
        string ending = name switch { "Verb/VBD" => "ed", "Verb/VBG" => "ing", "Adj/JJR" => "er", "Adj/JJS" => "est", _ => "" };
        if (ending.Length == 0 || lower.Length < ending.Length + 2 || !lower.EndsWith(ending, StringComparison.Ordinal))
            return null;
        string stem = lower[..^ending.Length];
        return model.Lemmas.Contains(stem) ? stem : model.Lemmas.Contains($"{stem}e") ? $"{stem}e" : stem[^1] == stem[^2] && model.Lemmas.Contains(stem[..^1]) ? stem[..^1] : null;
    }
}
