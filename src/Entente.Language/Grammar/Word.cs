namespace Entente.Language;

/// <summary>The universal parts of speech (universaldependencies.org/u/pos). <c>X</c> is also what an untagged word has.</summary>
public enum Upos { X, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb }

/// <summary>What grammar says of the token at the same index.</summary>
/// <param name="Tag">The Penn Treebank tag, as UD English writes it: <c>VBD</c>, <c>NNP</c>, <c>HYPH</c>.</param>
/// <param name="Head">Index of the token that it depends on, in the same sentence; -1 for the root.</param>
/// <param name="Relation">The Universal Dependencies relation with its subtype: <c>nsubj:pass</c>.</param>
public readonly record struct Word(Upos Pos, string Tag, string Lemma, int Head, string Relation);
