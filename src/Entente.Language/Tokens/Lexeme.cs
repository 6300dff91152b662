namespace Entente.Language;

/// <summary>How a form came to stand where it stands; the same letters in another role are another lexeme.</summary>
internal enum FormRole : byte
{
    Word,

    /// <summary>Written together with the word before it: "n't", "'s", the "not" of "cannot".</summary>
    Clitic,

    /// <summary>A possessive that lost its apostrophe and stands alone: "Moscow s attack".</summary>
    Parted,
}

/// <summary>
/// What is the same for every token of one written form. Almost all tokens of a text share a few thousand of these, so that what is worked
/// out here is worked out once.
/// </summary>
public sealed class Lexeme
{
    internal Lexeme(string text, FormRole role, FormRules rules, int hash, int id)
    {
        (Text, Role, Hash, Id) = (text, role, hash, id);
        Norm = Norms.Of(text, role);
        Rules = rules;
        IsCapitalised = char.IsUpper(text[0]);
        IsWord = char.IsLetter(text[0]);
        IsPossessive = Norm is "'s" || (Norm is "'" && role == FormRole.Clitic);
        IsLower = char.IsLower(text[0]);
        Shape = WordShapes.Of(text);
        Key = StableHash.Of(Norm);
    }

    public string Text { get; }

    /// <summary>
    /// The form that lexicons are written in: lower case, straight apostrophes, plain hyphens, and <c>'s</c> for a possessive whose apostrophe
    /// got lost.
    /// </summary>
    public string Norm { get; }

    public bool IsCapitalised { get; }

    public bool IsWord { get; }

    public bool IsPossessive { get; }

    /// <summary>Written together with the word before it: a multi-word token of CoNLL-U begins there.</summary>
    public bool IsClitic => Role == FormRole.Clitic;

    /// <summary>All ids are below it.</summary>
    public const int MostIds = Lexicon.Slots;

    /// <summary>A number that no other lexeme has, for caches; -1 if the lexicon did not keep this one.</summary>
    public int Id { get; }

    internal int Hash { get; }

    internal FormRole Role { get; }

    internal FormRules Rules { get; }

    internal bool IsLower { get; }

    internal WordShape Shape { get; }

    /// <summary>A hash of the norm that is the same in every run, for models.</summary>
    internal uint Key { get; }
}
