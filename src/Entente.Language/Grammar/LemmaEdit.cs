namespace Entente.Language;

/// <summary><c>Plain</c> leaves out the commas of "54,000".</summary>
public enum Spelling { Keep, Lower, Title, Plain }

/// <summary>How a lemma is made from a form: change the spelling, cut letters from the end, add others. "Talked" → lower, 2, "".</summary>
public readonly record struct LemmaEdit(Spelling Spelling, int Cut, string Add)
{
    private static readonly Spelling[] Spellings = Enum.GetValues<Spelling>();

    /// <summary>The edit that changes the fewest letters; of equals the one that keeps the spelling.</summary>
    public static LemmaEdit Between(string form, string lemma) => Spellings.Select(c => Between(form, lemma, c)).MinBy(e => e.Cut + e.Add.Length);

    private static LemmaEdit Between(string form, string lemma, Spelling spelling)
    {
        string spelt = Spell(form, spelling);
        int common = spelt.AsSpan().CommonPrefixLength(lemma);
        return new(spelling, spelt.Length - common, lemma[common..]);
    }

    /// <summary>Something of the form must stay: rules are learnt from other words.</summary>
    public bool Fits(string form) => Cut < form.Length - (Spelling == Spelling.Plain ? form.Count(c => c == ',') : 0);

    /// <summary>The form itself, not a copy, where nothing changes.</summary>
    public string Apply(string form)
    {
        string spelt = Spell(form, Spelling);
        return Cut == 0 && Add.Length == 0 ? spelt : string.Concat(spelt.AsSpan(0, spelt.Length - Cut), Add);
    }

    private static string Spell(string form, Spelling spelling) => spelling switch
    {
        Spelling.Lower => form.ToLowerInvariant(),
        Spelling.Title => string.Concat(form[..1].ToUpperInvariant(), form[1..].ToLowerInvariant()),
        Spelling.Plain => form.Replace(",", "", StringComparison.Ordinal),
        _ => form,
    };
}
