using System.Globalization;

namespace Entente.Language;

/// <summary>What the columns of CoNLL-U say of each token: <c>_</c> for what was not found, names as IOB2.</summary>
internal sealed class WordColumns
{
    public const string Nothing = "_";

    private static readonly string[] Tags = [.. Enum.GetNames<Upos>().Select(n => n.ToUpperInvariant())];
    private static readonly string[] Begin = [.. Enum.GetNames<NameKind>().Select(n => $"B-{n}")];
    private static readonly string[] Inside = [.. Enum.GetNames<NameKind>().Select(n => $"I-{n}")];

    private readonly AnnotatedText text;
    private readonly string?[] names;

    private readonly MorphFeatures features;

    public WordColumns(AnnotatedText text, MorphFeatures features)
    {
        this.text = text;
        this.features = features;
        names = new string?[text.Tokens.Count];
        foreach (var name in text.Names)
        {
            Array.Fill(names, Inside[(int)name.Kind], name.FirstToken, name.EndToken - name.FirstToken);
            names[name.FirstToken] = Begin[(int)name.Kind];
        }
    }

    /// <summary><c>B-Person</c>; null outside names.</summary>
    public string? Name(int token) => names[token];

    public string Lemma(int token) => text.Words[token].Lemma is { Length: > 0 } lemma ? lemma : Nothing;

    /// <summary>A word without a fine tag was not tagged at all.</summary>
    public string Upos(int token) => text.Words[token].Tag is null ? Nothing : Tags[(int)text.Words[token].Pos];

    public string Xpos(int token) => text.Words[token].Tag ?? Nothing;

    /// <summary>Of each word of a sentence.</summary>
    public string[] Feats(Sentence sentence) => [.. features.Of(text.Tokens, text.Words, sentence).Select(f => f.Length == 0 ? Nothing : f)];

    /// <summary>Counted within the sentence, from 1; 0 for the root.</summary>
    public string Head(Sentence sentence, int token) =>
        text.Words[token] is { Relation: not null } word ? Number(word.Head < 0 ? 0 : word.Head - sentence.First + 1) : Nothing;

    public string Deprel(int token) => text.Words[token].Relation ?? Nothing;

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
