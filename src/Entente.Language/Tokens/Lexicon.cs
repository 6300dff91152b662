namespace Entente.Language;

/// <summary>
/// All lexemes met so far, shared by all threads without a lock: a slot is filled once, whole, and never changes. It is bounded: a form that
/// finds no free slot among a few is made anew each time it is met, so that no input can fill memory or make a look-up long. The string
/// hash is seeded by the run, so that nobody can choose forms that collide.
/// </summary>
internal sealed class Lexicon(WrittenForms forms)
{
    /// <summary>A year of a newspaper has about as many forms; full, they take some 15 MB.</summary>
    public const int Slots = 1 << 17;

    private const int MostProbes = 16;

    /// <summary>Longer forms are addresses and noise, and do not come again.</summary>
    private const int LongestKept = 32;

    private readonly Lexeme?[] slots = new Lexeme?[Slots];

    public Lexeme Get(ReadOnlySpan<char> text, FormRole role = FormRole.Word)
    {
        int hash = string.GetHashCode(text) + (int)role;
        if (text.Length > LongestKept)
            return Make(text, role, hash, -1);
        for (int probe = 0; probe < MostProbes; probe++)
        {
            int at = (hash + probe) & (Slots - 1);
            var found = slots[at] ?? Keep(at, text, role, hash);
            if (found.Hash == hash && found.Role == role && text.SequenceEqual(found.Text))
                return found;
        }
        return Make(text, role, hash, -1);
    }

    /// <summary>Fills the slot, unless another thread was faster: then whatever that one put there.</summary>
    private Lexeme Keep(int at, ReadOnlySpan<char> text, FormRole role, int hash)
    {
        var made = Make(text, role, hash, at);
        return Interlocked.CompareExchange(ref slots[at], made, null) ?? made;
    }

    private Lexeme Make(ReadOnlySpan<char> text, FormRole role, int hash, int id)
    {
        string form = text.ToString();
        return new(form, role, forms.RulesOf(form), hash, id);
    }
}
