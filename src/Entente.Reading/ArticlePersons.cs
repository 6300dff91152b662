using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// For whom the persons of one article stand: office holders of the gazetteer by full name, then by surname; officials whose state need not be
/// said; and whoever a sentence introduces by an office, from then on.
/// </summary>
internal sealed class ArticlePersons
{
    /// <summary>Tokens.</summary>
    private const int LongestTitle = 5;

    /// <summary>Letters; shorter ones are words and first names too.</summary>
    private const int ShortestSurname = 5;

    private readonly ArticleWords words;
    private readonly string? home;
    private readonly IReadOnlyList<Name> names;

    /// <summary>Persons with a title, by the token at which the title begins.</summary>
    private readonly Dictionary<int, Name> titled = [];

    /// <summary>Surnames of persons whom the article names in full and the gazetteer does not know.</summary>
    private readonly HashSet<string> strangers = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> endOfName = [];
    private readonly Dictionary<int, Name> personEndingAt = [];
    private readonly Dictionary<int, int> firstOfTitle = [];
    private readonly Dictionary<string, (IReadOnlyList<string> Actors, string Name, string? Role)> bySurname = new(StringComparer.Ordinal);
    private IReadOnlyList<string> embassy = [], lastOfficial = [];

    /// <summary>Of <see cref="names"/>, the first that no sentence so far holds; sentences come in order.</summary>
    private int next;

    /// <param name="home">The state whose ministers go without its name.</param>
    public ArticlePersons(ArticleWords words, string? home)
    {
        this.words = words;
        this.home = home;
        names = [.. words.Text.Names.Where(n => n.Kind == Language.NameKind.Person)];
        foreach (var name in names)
        {
            endOfName[name.FirstToken] = name.EndToken;
            endOfName.TryAdd(FirstOf(name), name.EndToken);
            personEndingAt[name.EndToken] = name;
            firstOfTitle[name.FirstToken] = FirstOf(name);
            if (name.EndToken - name.FirstToken > 1 && FullNameAt(name.FirstToken, name.EndToken) is null)
                strangers.Add(words.Norm(name.EndToken - 1));
            if (name.Title is null)
                continue;
            titled[FirstOf(name)] = name;
        }
        foreach (var sentence in words.Text.Sentences)
            RememberFullNames(sentence);
    }

    /// <summary>Where the title before a person's name begins; the name itself where there is none.</summary>
    public int FirstOfTitle(int name) => firstOfTitle.GetValueOrDefault(name, name);

    /// <summary>Whom a person of this article stands for, by the last word of the name; nobody for an analyst, null for a stranger.</summary>
    public IReadOnlyList<string>? ActorsOfPerson(string lastWord) => bySurname.TryGetValue(lastWord, out var person) ? person.Actors : null;

    /// <summary>The person whose name, surname or title begins here; null for none that is known.</summary>
    public ActorMention? At(int i, Sentence sentence) => words.IsName(i) ? KnownAt(i, sentence) : null;

    /// <summary>"The Egyptian embassy": an ambassador named after it is its own, a minister named after a government that one's.</summary>
    public void Remember(ActorMention mention)
    {
        if (mention is { Role: { } role, Actors.Count: > 0 } && role.Contains("mbass", StringComparison.Ordinal))
            embassy = mention.Actors;
        bool isOfficial = mention.Role is not null || mention is { Kind: MentionKind.Agent, IsPlace: false };
        if (isOfficial && mention.Actors is [var state] && words.Gazetteer.FormOf(state) is null)
            lastOfficial = mention.Actors;
    }

    /// <summary>
    /// Persons whom the gazetteer does not know and the sentence introduces: "President of Mongolia | U. Khurelsukh", "Mike Hammer, | the US
    /// envoy", "Kenya's defence minister, | Aden Duale". They stand for the same actor from now on.
    /// </summary>
    public void Introduce(Sentence sentence, List<ActorMention> found)
    {
        int at = -1;
        for (; next < names.Count && names[next].EndToken <= sentence.End; next++)
        {
            var name = names[next];
            while (at + 1 < found.Count && found[at + 1].End <= name.FirstToken)
                at++;
            if (at + 1 < found.Count && found[at + 1].First < name.EndToken)
                continue;
            // The title may begin after the office ("French envoy | General | Paul Soubirou") or hold it ("President of Mongolia").
            if ((OfficeBeside(found, at, name.FirstToken, name.EndToken) ?? OfficeBeside(found, at, FirstOf(name), name.EndToken) ?? OfficeIn(found, FirstOf(name), name.FirstToken)) is not { } office)
                continue;
            string person = words.Join(name.FirstToken, name.EndToken);
            bySurname[words.Norm(name.EndToken - 1)] = (office.Actors, person, office.Role);
            found.Insert(++at, Person(name.FirstToken, name.EndToken, office.Actors, person, office.Role));
        }
    }

    /// <summary>The office in the phrase before a name or in apposition to it; null for none.</summary>
    private ActorMention? OfficeBeside(List<ActorMention> found, int before, int first, int end)
    {
        if (before >= 0 && IsOffice(found[before]) && (found[before].End == first || (found[before].End + 1 == first && words.Norm(first - 1) == "," && words.Norm(end) is "," or "." or "")))
            return found[before];
        // "Ambassador of France | to Qatar | Jean-Baptiste Faivre"
        bool touches = before >= 0 && (found[before].End == first || (found[before].End + 1 == first && words.Norm(first - 1) == ","));
        if (before > 0 && touches && words.Norm(found[before].First - 1) is "to" or "in" && found[before - 1].End == found[before].First - 1 && IsOffice(found[before - 1]))
            return found[before - 1];
        return words.Norm(end) == "," && before + 1 < found.Count && found[before + 1].First - end <= 3 && IsOffice(found[before + 1]) ? found[before + 1] : null;
    }

    /// <summary>"Lebanese Minister of Interior and Municipalities | Bassam Mawlawi": the first office inside the title.</summary>
    private ActorMention? OfficeIn(List<ActorMention> found, int first, int end) => found.Find(m => first <= m.First && m.End <= end && IsOffice(m));

    private bool IsOffice(ActorMention mention) => mention is { Kind: MentionKind.Agent, Role: not null, Actors.Count: > 0 }
        && Enumerable.Range(mention.First, mention.End - mention.First).Any(words.IsOffice);

    private int FirstOf(Name name) => name.Title is { } title ? FirstTokenOf(title, name.FirstToken) : IsTitleOfSeveral(name.FirstToken - 1) ? name.FirstToken - 1 : name.FirstToken;

    /// <summary>The "Presidents" of "Presidents Ortiz and Silva", which is no title of one.</summary>
    private bool IsTitleOfSeveral(int i) => words.Norm(i).EndsWith('s') && words.Classes.Match("official", words.Tokens, i, i + 1) > 0;

    private void RememberFullNames(Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (!words.Tokens[i].IsCapitalised || FullNameAt(i, sentence.End) is not { } full)
                continue;
            // An office held later or earlier counts less than one held now; a person out of office speaks for nobody.
            var (holder, length) = full;
            string surname = words.Tokens[i + length - 1].Norm;
            string shortNorm = Tokenizer.Tokenize(holder.Short) is [var only] ? only.Norm : surname;
            var entry = (holder.IsInOffice(words.Published) ? (IReadOnlyList<string>)[holder.Actor] : [], holder.Person, holder.Title);
            bySurname[shortNorm] = entry;
            bySurname[surname] = entry;
        }
    }

    /// <summary>The office holder whose full name begins here, in office if one of that name is.</summary>
    private (OfficeHolder Holder, int Length)? FullNameAt(int i, int end)
    {
        (OfficeHolder, int)? best = null;
        foreach (var (norms, holder) in words.Gazetteer.PersonsFrom(words.Tokens[i].Norm))
        {
            if (best is { } b && norms.Length < b.Item2)
                break;
            if (!Gazetteer.StandsAt(norms, words.Tokens, i, end) || (norms.Length == holder.ShortLength && strangers.Contains(norms[^1])) || !IsNamePart(i + norms.Length - 1) || IsStartOfLongerName(i, i + norms.Length))
                continue;
            if (holder.IsInOffice(words.Published) && (best is not var (other, _) || !other.IsInOffice(words.Published) || IsLikelier(holder, other, i, i + norms.Length)))
                best = (holder, norms.Length);
            best ??= (holder, norms.Length);
        }
        return best;
    }

    /// <summary>
    /// Whether somebody out of office acts for the state all the same, in what is told of a day when the office was held: "In 1972 Richard Nixon flew
    /// to Beijing". The day may stand in a sentence shortly before, as in a chronicle.
    /// </summary>
    private bool HeldOffice(OfficeHolder holder, int at, Sentence sentence)
    {
        for (int i = at - 1; i >= Math.Max(sentence.First, at - LongestTitle); i--)
            if (words.Norm(i) is "former" or "ex" or "late")
                return false;
        return words.DateTold(sentence) is { } then && words.Gazetteer.PersonsFrom(words.Norm(at)).Any(p => p.Holder.Person == holder.Person && p.Holder.Actor == holder.Actor && p.Holder.IsInOffice(then));
    }

    /// <summary>Of two with one name; or of two offices of one person, of which an undated text tells by the state or body that it names: "Ban" of the United Nations.</summary>
    private bool IsLikelier(OfficeHolder holder, OfficeHolder other, int first, int after) => holder.Person != other.Person || words.Published is not null
        ? IsMeant(holder, after) && !IsMeant(other, after)
        : IsTitledSo(holder, first) && !IsTitledSo(other, first) || (!IsTitledSo(other, first) && words.TimesNamed(holder.Actor) > words.TimesNamed(other.Actor));

    private bool IsTitledSo(OfficeHolder holder, int first) => first > 0 && holder.Title.Split(' ')[^1].Equals(words.Tokens[first - 1].Text, StringComparison.OrdinalIgnoreCase);

    /// <summary>"King Abdullah of Jordan", or the one at home.</summary>
    private bool IsMeant(OfficeHolder holder, int after) =>
        holder.Actor == home || (words.Norm(after) == "of" && words.Gazetteer.NamesFrom(words.Norm(after + 1)).Any(n => n.Actor == holder.Actor));

    /// <summary>"Juan Carlos | Castro": somebody else's.</summary>
    private bool IsStartOfLongerName(int first, int end) => endOfName.TryGetValue(first, out int last) && last > end && words.Norm(end) is not ("jr" or "jr." or "ii" or "iii" or "-");

    /// <summary>Written as a name, or the second half of one: "Suk-yeol".</summary>
    private bool IsNamePart(int i) => words.Tokens[i].IsCapitalised || words.Norm(i - 1) == "-";

    /// <summary>"King Hussein | of Jordan": a surname alone that is said to be of another state than its holder's is somebody else's.</summary>
    private bool IsOfAnother(int i, IReadOnlyList<string> actors) =>
        words.Norm(i + 1) == "of" && i + 2 < words.Tokens.Count && words.NamesAt(i + 2, words.Tokens.Count).FirstOrDefault() is { Kind: NameKind.Name, Actor.Length: > 0 } state && !actors.Contains(state.Actor);

    /// <summary>
    /// "Prime Minister Edi Marku of | Albania", and who is named in the same way after "and": the person whose state it is. The state itself for
    /// those without a title: "Maria Mutola of Mozambique" acts for nobody.
    /// </summary>
    public ActorMention OfState(ActorMention state, ActorMention? before)
    {
        int of = state.First - 1;
        if (state is not { Kind: MentionKind.Agent, IsPlace: true, IsPossessive: false, Actors.Count: > 0 } || words.Norm(of) != "of" || !personEndingAt.TryGetValue(of, out var name))
            return state;
        int first = FirstOf(name);
        bool isLikeBefore = before is { Kind: MentionKind.Person } && words.Norm(before.End - 2) == "of" && before.End == first - 1 && words.Norm(first - 1) == "and";
        if ((before is not null && before.End > first) || (!isLikeBefore && !HasOffice(name)))
            return state;
        string? role = first < name.FirstToken ? words.Join(first, name.FirstToken) : isLikeBefore ? before!.Role : words.Norm(first - 1);
        string person = words.Join(name.FirstToken, of);
        bySurname[words.Norm(of - 1)] = (state.Actors, person, role);
        return Person(name.FirstToken, state.End, state.Actors, person, role) with { Title = first < name.FirstToken ? first : null };
    }

    /// <summary>Called by an office, "Mr" not being one.</summary>
    private bool HasOffice(Name name) => FirstOf(name) is var first && (first < name.FirstToken ? words.Norm(name.FirstToken - 1) is not ("mr" or "mr." or "mrs" or "mrs." or "ms" or "ms." or "dr" or "dr.")
        : first > 0 && words.Classes.Match("official", words.Tokens, first - 1, first) > 0);

    /// <summary>"Presidents Biden and | Xi": the title is that of both.</summary>
    private bool SharesTitle(int i, Sentence sentence) =>
        i - 3 >= sentence.First && words.Norm(i - 1) == "and" && words.IsName(i - 2) && IsTitleOfSeveral(i - 3);

    private ActorMention? KnownAt(int i, Sentence sentence)
    {
        if (FullNameAt(i, sentence.End) is var (holder, length))
            return Person(i, i + length, holder.IsInOffice(words.Published) || HeldOffice(holder, i, sentence) ? [holder.Actor] : [], NameOf(holder, i, length), holder.Title);
        string norm = words.Norm(i);
        // A state's own name wins over a person called so ("Jordan"), unless the article named the person in full.
        if (bySurname.TryGetValue(norm, out var known) && !IsOfAnother(i, known.Actors))
            return NextIsName(i, sentence) && words.Gazetteer.NamesFrom(norm).Count > 0 ? null : Person(i, i + 1, known.Actors, known.Name, known.Role);
        if (words.NamesAt(i, sentence.End).Any())
            return null;
        if (VerbLexicon.IsDayWord(norm) || strangers.Contains(norm) || words.Gazetteer.HoldersCalled(norm) is not { Count: > 0 } called || IsPartOfLongerName(i, sentence))
            return null;
        var holders = called.Where(h => h.IsInOffice(words.Published)).ToList();
        // Of a time that nobody tells, "Blair" is the prime minister and not a minister elsewhere.
        if (words.Published is null && holders.Exists(h => h.IsHead))
            holders.RemoveAll(h => !h.IsHead);
        if (holders.Count == 0)
            return null;
        string? owner = OwnerBefore(i, sentence, holders);
        if (owner is not null)
            holders = holders.FindAll(h => h.Actor == owner);
        bool isTitled = owner is not null || (i > sentence.First && words.IsTitle(i - 1)) || SharesTitle(i, sentence);
        var actors = holders.Select(h => h.Actor).Distinct().ToList();
        if (actors.Count > 1 && home is not null && actors.Contains(home))
            actors = [home];
        if (actors.Count != 1 || IsOfAnother(i, actors) || !(isTitled || IsWellKnown(i, holders)))
            return null;
        return Person(i, i + 1, actors, IsOne(holders) ? holders[0].Person : words.Join(i, i + 1), holders[0].Title);
    }

    /// <summary>A surname that needs no title: in its time, or of a text without a date where nobody else in office has ever borne it.</summary>
    private bool IsWellKnown(int i, List<OfficeHolder> holders) => words.Norm(i).Length >= ShortestSurname && (words.Published is not null || (endOfName.ContainsKey(i) && IsOne(holders)));

    private static bool IsOne(List<OfficeHolder> holders) => holders.TrueForAll(h => h.Person == holders[0].Person);

    /// <summary>"Egypt's | Sisi": of whom of that name a state before it tells; null for none.</summary>
    private string? OwnerBefore(int i, Sentence sentence, List<OfficeHolder> holders)
    {
        if (i - 2 < sentence.First || words.Norm(i - 1) != "'s")
            return null;
        for (int first = Math.Max(sentence.First, i - 1 - LongestTitle); first < i - 1; first++)
            if (words.NamesAt(first, i - 1).FirstOrDefault(n => first + n.Norms.Length == i - 1) is { } state)
                return holders.Exists(h => h.Actor == state.Actor) ? state.Actor : null;
        return null;
    }

    /// <summary>As written, where the article's date does not tell which of two of one state and one name is meant: "George Bush".</summary>
    private string NameOf(OfficeHolder holder, int first, int length)
    {
        if (!words.Gazetteer.PersonsFrom(words.Norm(first)).Any(p => p.Norms.Length == length && p.Holder.Actor == holder.Actor && p.Holder.Person != holder.Person && p.Holder.IsInOffice(words.Published) && Gazetteer.StandsAt(p.Norms, words.Tokens, first, first + length)))
            return holder.Person;
        int end = first + length;
        while (first < end - 1 && words.IsTitle(first))
            first++;
        return words.Join(first, end);
    }

    /// <summary>
    /// "Foreign Minister Ayman Safadi" in an article from Amman, "Ambassador Hossam Eissa" after the embassy was named, "Oil Minister Galo Chiriboga"
    /// after an official of Ecuador: one whose state need not be said.
    /// </summary>
    /// <param name="isFirst">Nobody was named before in the sentence.</param>
    public ActorMention? HomeOfficialAt(int i, Sentence sentence, bool isFirst)
    {
        if (!titled.TryGetValue(i, out var name) || name.EndToken > sentence.End || (i - 1 > sentence.First && words.IsName(i - 1)))
            return null;
        string role = words.Join(i, name.FirstToken), last = words.Norm(name.EndToken - 1);
        var actors = role.EndsWith("mbassador", StringComparison.Ordinal) ? embassy
            : home is not null && words.Gazetteer.HasOffice(home, role) ? [home]
            : role.EndsWith(" Minister", StringComparison.Ordinal) ? StateOfStory(name.EndToken, isFirst)
            : words.Classes.Match("title-of-many", words.Tokens, i, name.FirstToken) != name.FirstToken - i && words.Gazetteer.OnlyOneWithTitle(role.ToLowerInvariant()) is { } only ? [only] : [];
        if (actors.Count == 0 || bySurname.ContainsKey(last) || IsOfAnother(name.EndToken - 1, actors))
            return null;
        string person = words.Join(name.FirstToken, name.EndToken);
        bySurname[last] = (actors, person, role);
        return Person(i, name.EndToken, actors, person, role);
    }

    /// <summary>Where the minister was met ("met Foreign Minister Jiro Takeda in | Tokyo"), else the state whose official the story named last, if the sentence begins with the minister.</summary>
    private IReadOnlyList<string> StateOfStory(int after, bool isFirst) =>
        words.Norm(after) == "in" && after + 1 < words.Tokens.Count && words.NamesAt(after + 1, words.Tokens.Count).FirstOrDefault(n => n.Kind is NameKind.Capital or NameKind.Name && n.Actor.Length > 0) is { } place ? [place.Actor]
        : isFirst ? lastOfficial : [];

    private ActorMention Person(int first, int end, IReadOnlyList<string> actors, string name, string? role) =>
        new(first, end, actors, MentionKind.Person) { Person = name, Role = role, IsPossessive = words.Norm(end) is "'s" or "'" };

    /// <summary>"Ali" of "Ali-Akbar" too.</summary>
    private bool NextIsName(int i, Sentence sentence) => (i + 1 < sentence.End && words.IsName(i + 1)) || (i + 2 < sentence.End && words.Norm(i + 1) == "-" && words.IsName(i + 2));

    /// <summary>"Santos" of "Carlos dos Santos" too.</summary>
    private bool IsPartOfLongerName(int i, Sentence sentence) =>
        (i - 2 > sentence.First && words.Norm(i - 1) is "dos" or "da" or "de" or "del" or "al" or "el" or "bin" or "ben" or "van" or "von" or "der" or "-" && words.IsName(i - 2))
        || (NextIsName(i, sentence) && !words.IsTitle(i + 1)) || (i > sentence.First && words.IsName(i - 1) && i - 1 > sentence.First && !words.IsTitle(i - 1) && !words.IsKnownName(i - 1));

    /// <summary>A name after the title: the person, known to the words.Gazetteer or not, stands for the same actor from now on.</summary>
    public ActorMention WithPersonName(ActorMention mention, Sentence sentence)
    {
        int first = words.Norm(mention.End) == "," ? mention.End + 1 : mention.End;
        if (first >= sentence.End || !words.Tokens[first].IsCapitalised || (first > mention.End && FullNameAt(first, sentence.End) is null))
            return mention;
        int end = first;
        if (FullNameAt(first, sentence.End) is var (holder, length))
            return mention with { End = first + length, Kind = MentionKind.Person, Person = NameOf(holder, first, length), IsPossessive = words.Norm(first + length) is "'s" or "'" };
        while (end < sentence.End && end - first < 4 && words.IsName(end) && !words.IsKnownName(end) && !VerbLexicon.IsDayWord(words.Norm(end)))
            end++;
        if (end == first || words.Classes.Match("official", words.Tokens, mention.End - 1, mention.End) == 0 && !words.IsTitle(mention.End - 1))
            return mention;
        string name = words.Join(first, end);
        bySurname[words.Norm(end - 1)] = (mention.Actors, name, mention.Role);
        return mention with { End = end, Kind = MentionKind.Person, Person = name, IsPossessive = words.Norm(end) is "'s" or "'" };
    }

    private int FirstTokenOf(TextSpan title, int after)
    {
        while (after > 0 && words.Tokens[after - 1].Span.Start >= title.Start)
            after--;
        return after;
    }
}
