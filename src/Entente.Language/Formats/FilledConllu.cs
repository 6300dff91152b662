namespace Entente.Language;

/// <summary>Given CoNLL-U sentences with the columns of grammar and the names in MISC filled in; all else comes out as it went in.</summary>
public static class FilledConllu
{
    private const string Key = "Name=";

    public static void Write(TextWriter writer, IReadOnlyList<ConlluSentence> given, AnnotatedText text, MorphFeatures features)
    {
        var columns = new WordColumns(text, features);
        for (int s = 0; s < given.Count; s++)
        {
            var sentence = text.Sentences[s];
            string[] feats = columns.Feats(sentence);
            int token = sentence.First;
            var lines = new List<string[]>(given[s].Lines.Count);
            foreach (string[] line in given[s].Lines)
                lines.Add(line[0].AsSpan().IndexOfAny('-', '.') >= 0 ? line : Filled(line, columns, feats[token - sentence.First], sentence, token++));
            Conllu.Write(writer, new(given[s].Comments, lines));
        }
    }

    private static string[] Filled(string[] line, WordColumns columns, string feats, Sentence sentence, int token) =>
    [
        line[0], line[Conllu.Form], columns.Lemma(token), columns.Upos(token), columns.Xpos(token), feats, columns.Head(sentence, token), columns.Deprel(token),
        WordColumns.Nothing, WithName(line[Conllu.Misc], columns.Name(token)),
    ];

    /// <summary>
    /// A name that stood there goes, as <c>Name=B-Place</c> or bare as <c>B-LOC</c> or <c>O</c>; ours comes where the order of keys wants it.
    /// </summary>
    private static string WithName(string misc, string? name)
    {
        var items = misc.Split('|').Where(i => i is not (WordColumns.Nothing or "O") && !i.StartsWith(Key, StringComparison.Ordinal)
            && !i.StartsWith("B-", StringComparison.Ordinal) && !i.StartsWith("I-", StringComparison.Ordinal)).ToList();
        if (name is not null)
        {
            int at = items.FindIndex(i => string.Compare(i, Key, StringComparison.OrdinalIgnoreCase) > 0);
            items.Insert(at < 0 ? items.Count : at, Key + name);
        }
        return items.Count == 0 ? WordColumns.Nothing : string.Join('|', items);
    }
}
