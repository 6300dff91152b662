namespace Entente.Language;

/// <summary>A text as who looks for speakers sees it: each token knows its sentence, its name and the passage between marks that it stands in.</summary>
internal sealed class QuoteContext
{
    private readonly int[] sentenceOf, nameAt, passageAt;

    public QuoteContext(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, IReadOnlyList<Word> words, IReadOnlyList<Name> names)
    {
        (Tokens, Sentences, Words, Names) = (tokens, sentences, words, names);
        Tree = new(words);
        Passages = QuoteMarks.Find(tokens, sentences);
        (sentenceOf, nameAt, passageAt) = (new int[tokens.Count], new int[tokens.Count], new int[tokens.Count]);
        Array.Fill(nameAt, -1);
        Array.Fill(passageAt, -1);
        for (int s = 0; s < sentences.Count; s++)
            sentenceOf.AsSpan(sentences[s].First, sentences[s].Count).Fill(s);
        for (int n = 0; n < names.Count; n++)
            nameAt.AsSpan(names[n].FirstToken, names[n].EndToken - names[n].FirstToken).Fill(n);
        for (int p = 0; p < Passages.Count; p++)
            passageAt.AsSpan(Passages[p].Open, Passages[p].After - Passages[p].Open).Fill(p);
    }

    public IReadOnlyList<Token> Tokens { get; }

    public IReadOnlyList<Sentence> Sentences { get; }

    public IReadOnlyList<Word> Words { get; }

    public IReadOnlyList<Name> Names { get; }

    public DependencyTree Tree { get; }

    public List<Passage> Passages { get; }

    public int SentenceIndex(int token) => sentenceOf[token];

    public Sentence SentenceOf(int token) => Sentences[sentenceOf[token]];

    /// <summary>Index of the name that covers a token; -1 if none does.</summary>
    public int NameAt(int token) => nameAt[token];

    /// <summary>Index of the passage that a token stands in, marks included; -1 for the reporter's own words.</summary>
    public int PassageAt(int token) => passageAt[token];

    public bool IsQuoted(int token) => passageAt[token] >= 0;

    public bool OpensSentence(in Passage passage) => SentenceOf(passage.First).First >= passage.Open;

    public bool IsNominal(int token) => Words[token].Pos is Upos.Noun or Upos.Propn or Upos.Pron or Upos.Num || Words[token] is { Pos: Upos.Det or Upos.Adj, Relation: "nsubj" };

    public bool IsMark(int token) => Words[token].Pos == Upos.Punct || !Tokens[token].IsWord && Tokens[token].Text is "”" or "\"" or "''" or "’" or "'";

    /// <summary>The relation without its subtype, for relations whose name has no other beginning with it.</summary>
    public bool Is(int token, string relation) => Words[token].Relation is { } r && r.StartsWith(relation, StringComparison.Ordinal) && (r.Length == relation.Length || r[relation.Length] == ':');
}
