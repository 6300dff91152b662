namespace Entente.Language.Coreference;

/// <summary>
/// Names of one person, state or body: the same words, a part of a person's name, another form of a state's name, its capital where that
/// acts, an acronym and what it is made of.
/// </summary>
internal sealed class NameLinker(PhraseContext context, Nominals nominals, NameAliases aliases)
{
    /// <summary>Persons of one surname that are told apart.</summary>
    private const int MostNamesakes = 8;

    private readonly Dictionary<string, Referent> byText = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Referent> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Referent> byInitials = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Referent>> persons = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<Token> tokens = context.Text.Tokens;

    public void Link(Phrase phrase)
    {
        string name = phrase.Name!.Span.In(context.Text.Text);
        var alias = aliases.Of(name) is { Kind: not AliasKind.People } found && !(phrase.Sort == Sort.Person && (phrase.Name.Title is not null || persons.ContainsKey(tokens[phrase.First].Norm))) ? found : null;
        if (alias is not null)
            LinkAlias(phrase, name, alias);
        else if (phrase.Sort == Sort.Person)
            LinkPerson(phrase, name);
        else if (!TryLink(phrase, byText.GetValueOrDefault(name), "the same name") && !TryLink(phrase, byInitials.GetValueOrDefault(name.Replace(".", "", StringComparison.Ordinal)), "its acronym"))
            LinkOther(phrase, name);
        phrase.Referent ??= new(phrase);
        var referent = phrase.Referent;
        if (referent.Name is null || phrase.Length > referent.Name.Length)
            referent.Name = phrase;
        if (referent.Sort == Sort.Thing)
            referent.Sort = phrase.Sort;
        byText.TryAdd(name, referent);
    }

    private static bool TryLink(Phrase phrase, Referent? referent, string reason)
    {
        if (referent is null)
            return false;
        PhraseContext.Link(phrase, referent.Surest, reason);
        return true;
    }

    private void LinkAlias(Phrase phrase, string name, Alias alias)
    {
        bool isState = aliases.IsState(alias.Code);
        if (alias.Kind == AliasKind.Capital && !ActsAsState(phrase))
        {
            phrase.Sort = Sort.Place;
            TryLink(phrase, byText.GetValueOrDefault($"in {name}"), "the same name");
            phrase.Referent ??= new(phrase);
            byText.TryAdd($"in {name}", phrase.Referent);
            return;
        }
        phrase.Sort = isState ? Sort.State : Sort.Organisation;
        string code = alias.Former is { } former && !byCode.ContainsKey(alias.Code) && byCode.ContainsKey(former) ? former : alias.Code;
        if (byCode.TryGetValue(code, out var referent))
            PhraseContext.Link(phrase, referent.Surest, alias.Kind is AliasKind.Name ? "the same name" : $"stands for {NameOf(referent)}");
        else
            byCode[code] = phrase.Referent = new(phrase) { Code = code };
    }

    /// <summary>A capital that does what only a government does: "Tokyo warned", "talks with Hanoi".</summary>
    private bool ActsAsState(Phrase phrase)
    {
        var word = context.WordOf(phrase);
        if (word.Head < 0)
            return false;
        var head = context.Text.Words[word.Head];
        return word.Relation switch
        {
            "nsubj" => nominals.IsDeed(head.Lemma),
            "obj" or "iobj" => nominals.IsAddress(head.Lemma),
            "obl" or "nmod" or "obl:agent" => phrase.First > 0 && tokens[phrase.First - 1].Norm is "with" or "by" or "between" or "against" or "toward" or "towards",
            "nmod:poss" => nominals.Of(head.Lemma)?.Sort is Sort.Person or Sort.Agreement,
            "conj" => context.AtHead(word.Head)?.Sort == Sort.State,
            _ => false,
        };
    }

    /// <summary>A body that was called by its acronym, or by its name without "Ltd.".</summary>
    private void LinkOther(Phrase phrase, string name)
    {
        if (phrase.Length == 1)
            return;
        string? plain = NameWithoutEnding(phrase);
        string initials = Initials(phrase, all: false), allInitials = Initials(phrase, all: true);
        if (plain is null || !TryLink(phrase, byText.GetValueOrDefault(plain), "the same name"))
            TryLink(phrase, Acronym(initials) ?? Acronym(allInitials), "the acronym written out");
        phrase.Referent ??= new(phrase);
        byInitials.TryAdd(initials, phrase.Referent);
        byInitials.TryAdd(allInitials, phrase.Referent);
        if (plain is not null)
            byText.TryAdd(plain, phrase.Referent);
    }

    /// <summary>One letter is no acronym.</summary>
    private Referent? Acronym(string initials) =>
        initials.Length < 2 ? null : byText.GetValueOrDefault(initials) ?? byText.GetValueOrDefault(string.Join('.', initials.AsEnumerable()) + '.');

    private string Initials(Phrase phrase, bool all)
    {
        Span<char> letters = stackalloc char[12];
        int count = 0;
        for (int i = phrase.First; i < phrase.End && count < letters.Length; i++)
            if (tokens[i].IsWord && (all || tokens[i].IsCapitalised) && tokens[i].Norm != "the")
                letters[count++] = char.ToUpperInvariant(tokens[i].Text[0]);
        return letters[..count].ToString();
    }

    /// <summary>"Nordmark" of "Nordmark Ltd."; null where nothing comes off.</summary>
    private string? NameWithoutEnding(Phrase phrase)
    {
        int end = phrase.End;
        while (end > phrase.First + 1 && tokens[end - 1].Norm is "inc" or "inc." or "corp" or "corp." or "corporation" or "co" or "co." or "company" or "ltd" or "ltd." or "limited" or "llc" or "plc" or "ag" or "gmbh" or "se"
            or "s.a." or "group" or "holdings" or ",")
            end--;
        return end == phrase.End ? null : context.Text.SpanOf(phrase.First, end).In(context.Text.Text);
    }

    private void LinkPerson(Phrase phrase, string name)
    {
        ReadTitle(phrase);
        int end = EndOfSurname(phrase);
        if (phrase.Gender == Gender.Unknown && end - phrase.First > 1)
            phrase.Gender = nominals.GenderOf(tokens[phrase.First].Text);
        string last = tokens[end - 1].Norm, first = tokens[phrase.First].Norm;
        if (Namesake(phrase, end, last) is { } person)
            PhraseContext.Link(phrase, person.Surest, end - phrase.First == 1 && person.Name!.Length > 1 ? $"part of the name {NameOf(person)}" : "the same name");
        else if (!persons.ContainsKey(last))
            TryLink(phrase, byText.GetValueOrDefault(name), "the same name");
        phrase.Referent ??= new(phrase);
        Index(last, phrase.Referent);
        if (first != last)
            Index(first, phrase.Referent);
    }

    private void Index(string word, Referent referent)
    {
        if (!persons.TryGetValue(word, out var list))
            persons[word] = list = [];
        if (list.Count < MostNamesakes && !list.Contains(referent))
            list.Add(referent);
    }

    /// <summary>
    /// The one person whose name this may be a form of; of several, the one who bears just this name, for he was called so before; else null.
    /// </summary>
    private Referent? Namesake(Phrase phrase, int end, string last)
    {
        if (!persons.TryGetValue(last, out var namesakes))
            return null;
        (Referent? any, Referent? exact, int fitting, int exactly) = (null, null, 0, 0);
        foreach (var person in namesakes)
        {
            if (!Agree(phrase.Gender, person.Gender) || !IsFormOf(phrase, end, person.Name!))
                continue;
            (any, fitting) = (person, fitting + 1);
            if (person.Name!.Length == end - phrase.First)
                (exact, exactly) = (person, exactly + 1);
        }
        return fitting == 1 ? any : exactly == 1 ? exact : null;
    }

    internal static bool Agree(Gender a, Gender b) => a == b || a == Gender.Unknown || b == Gender.Unknown;

    /// <summary>All words of the shorter name are in the longer, in their order; an initial stands for its name.</summary>
    private bool IsFormOf(Phrase phrase, int end, Phrase other)
    {
        int a = phrase.First, b = other.First, otherEnd = EndOfSurname(other);
        bool isShorter = end - a <= otherEnd - b;
        var (part, partEnd, whole, wholeEnd) = isShorter ? (a, end, b, otherEnd) : (b, otherEnd, a, end);
        for (; part < partEnd; whole++)
        {
            if (whole == wholeEnd)
                return false;
            if (IsSameWord(tokens[part].Norm, tokens[whole].Norm))
                part++;
        }
        return true;
    }

    private static bool IsSameWord(string a, string b) => a == b || (a[0] == b[0] && (IsInitial(a) || IsInitial(b)));

    private static bool IsInitial(string word) => word.Length == 1 || (word.Length == 2 && word[1] == '.');

    /// <summary>Before "Jr." and "III".</summary>
    private int EndOfSurname(Phrase phrase)
    {
        int end = phrase.End;
        while (end > phrase.First + 2 && tokens[end - 1].Norm is "jr" or "jr." or "sr" or "sr." or "ii" or "iii" or "iv" or ",")
            end--;
        return end;
    }

    /// <summary>The office, the state and the gender that a title tells.</summary>
    private void ReadTitle(Phrase phrase)
    {
        if (phrase.Name!.Title is not { } title)
            return;
        int first = phrase.First;
        while (first > 0 && tokens[first - 1].Span.Start >= title.Start)
            first--;
        for (int i = phrase.First - 1; i >= first; i--)
        {
            string word = tokens[i].Norm;
            if (word is "former" or "ex")
                phrase.Nominal = null;
            else if (phrase.Nominal is null && phrase.OfCode is null)
                phrase.Nominal = nominals.At(tokens, first, i, word);
            if (phrase.Gender == Gender.Unknown)
                phrase.Gender = word switch
                {
                    "mr" or "mr." or "sir" or "lord" => Gender.Male,
                    "mrs" or "mrs." or "ms" or "ms." or "miss" or "lady" or "dame" or "madame" or "baroness" => Gender.Female,
                    _ => phrase.Nominal?.Gender ?? Gender.Unknown,
                };
            if (aliases.Of(tokens[i].Text) is { } alias && aliases.IsState(alias.Code))
                phrase.OfCode ??= alias.Code;
        }
    }

    private string NameOf(Referent referent) => (referent.Name ?? referent.First) is var phrase ? context.Text.SpanOf(phrase.First, phrase.End).In(context.Text.Text) : "";
}
