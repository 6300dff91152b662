using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// Finds who is mentioned in each sentence: gazetteer names first, then persons (by office, by title, by an earlier full name), then what
/// acts for a state ("Chinese officials", "Japan's navy"). One instance reads one article, since who "Wang" is depends on the article.
/// </summary>
public sealed class MentionFinder
{
    /// <summary>Words that may stand between a state and the person or force that acts for it.</summary>
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "top", "senior", "high", "-", "ranking", "chief", "deputy", "vice", "first", "foreign", "defence", "defense", "prime", "state", "national", "security", "finance", "trade",
        "interior", "press", "ministry", "department", "assistant", "military", "naval", "air", "new", "acting", "government", "cabinet", "joint", "armed", "special", "federal", "former", "then",
        "affairs", "of", "and", "for", "the", "executive", "crown", "supreme", "permanent", "presidential", "parliamentary", "diplomatic", "communist", "party", "opposition", "general",
    };

    /// <summary>Nouns beside the @official and @force classes that act for the state they belong to.</summary>
    private static readonly HashSet<string> Agents = new(StringComparer.Ordinal)
    {
        "government", "governments", "military", "authorities", "parliament", "parliaments", "army", "navy", "administration", "cabinet", "leadership", "regime", "side", "delegation", "ministry",
        "leaders", "officials", "troops", "forces", "team", "embassy", "foreign ministry", "defence ministry", "defense ministry", "junta", "senate", "lawmakers",
    };

    /// <summary>Words in the names of what acts for a state or body, beside the agents and officials.</summary>
    private static readonly HashSet<string> StateWords = new(StringComparer.Ordinal)
    {
        "council", "congress", "assembly", "house", "presidency", "department", "agency", "guard", "command", "court", "commission", "office", "bureau", "foreign", "defence", "defense", "state", "states", "republic",
        "kingdom", "union", "treaty", "summit", "agreement", "pact", "federation", "central", "national", "coast", "security", "police", "intelligence", "talks", "conference", "dialogue", "forum", "minister",
    };

    private readonly Gazetteer gazetteer;
    private readonly WordClasses classes;
    private readonly IReadOnlyList<Token> tokens;
    private readonly When? published;
    private readonly string? home;
    private IReadOnlyList<string> embassy = [];
    private readonly IReadOnlyList<Name> names;
    private readonly Dictionary<int, Name> titled = [];
    private readonly Dictionary<int, Name> longerName = [];
    private readonly Dictionary<string, (IReadOnlyList<string> Actors, string Name, string? Role)> personsOfArticle = new(StringComparer.Ordinal);

    public MentionFinder(Gazetteer gazetteer, WordClasses classes, AnnotatedText text, When? published, string? home = null)
    {
        this.gazetteer = gazetteer;
        this.classes = classes;
        tokens = text.Tokens;
        this.published = published;
        names = text.Names;
        this.home = home;
        foreach (var name in text.Names)
            if (name.Kind is Language.NameKind.Organisation or Language.NameKind.Facility or Language.NameKind.Event or Language.NameKind.Other && name.EndToken - name.FirstToken > 1)
                for (int i = name.FirstToken; i < name.EndToken; i++)
                    longerName[i] = name;
        foreach (var name in text.Names)
            if (name.Kind == Language.NameKind.Person && name.Title is { } title)
                titled[FirstOf(name)] = name;
        foreach (var sentence in text.Sentences)
            RememberFullNames(sentence);
    }

    public List<ActorMention> Find(Sentence sentence)
    {
        var found = new List<ActorMention>();
        for (int i = sentence.First; i < sentence.End;)
        {
            var mention = PersonAt(i, sentence) ?? NameAt(i, sentence) ?? HomeOfficialAt(i, sentence);
            if (mention is null)
            {
                i++;
                continue;
            }
            mention = Extend(WithOfficeBefore(mention, sentence), sentence);
            if (found.Count > 0 && Merge(found[^1], mention) is { } merged)
                found[^1] = merged;
            else
                found.Add(mention);
            if (mention is { Role: { } role, Actors.Count: > 0 } && role.Contains("mbass", StringComparison.Ordinal))
                embassy = mention.Actors;
            i = mention.End;
        }
        Introduce(sentence, found);
        return found;
    }

    /// <summary>
    /// Persons whom the gazetteer does not know and the sentence introduces: "President of Mongolia | U. Khurelsukh", "Mike Hammer, | the US
    /// envoy", "Kenya's defence minister, | Aden Duale". They stand for the same actor from now on.
    /// </summary>
    private void Introduce(Sentence sentence, List<ActorMention> found)
    {
        for (int n = TokenOrderOf(sentence.First); n < names.Count && names[n].EndToken <= sentence.End; n++)
        {
            var name = names[n];
            if (name.Kind != Language.NameKind.Person || found.Exists(m => m.First < name.EndToken && name.FirstToken < m.End))
                continue;
            int at = found.FindLastIndex(m => m.End <= name.FirstToken);
            // The title may begin after the office ("French envoy | General | Paul Soubirou") or hold it ("President of Mongolia").
            if ((OfficeBeside(found, at, name.FirstToken, name.EndToken) ?? OfficeBeside(found, at, FirstOf(name), name.EndToken) ?? OfficeIn(found, FirstOf(name), name.FirstToken)) is not { } office)
                continue;
            string person = Join(name.FirstToken, name.EndToken);
            personsOfArticle[Norm(name.EndToken - 1)] = (office.Actors, person, office.Role);
            found.Insert(at + 1, Person(name.FirstToken, name.EndToken, office.Actors, person, office.Role));
        }
    }

    /// <summary>The office in the phrase before a name or in apposition to it; null for none.</summary>
    private ActorMention? OfficeBeside(List<ActorMention> found, int before, int first, int end)
    {
        if (before >= 0 && IsOffice(found[before]) && (found[before].End == first || (found[before].End + 1 == first && Norm(first - 1) == "," && Norm(end) is "," or "." or "")))
            return found[before];
        // "Ambassador of France | to Qatar | Jean-Baptiste Faivre"
        if (before > 0 && found[before].End == first && Norm(found[before].First - 1) is "to" or "in" && found[before - 1].End == found[before].First - 1 && IsOffice(found[before - 1]))
            return found[before - 1];
        return Norm(end) == "," && before + 1 < found.Count && found[before + 1].First - end <= 3 && IsOffice(found[before + 1]) ? found[before + 1] : null;
    }

    /// <summary>"Lebanese Minister of Interior and Municipalities | Bassam Mawlawi": the first office inside the title.</summary>
    private ActorMention? OfficeIn(List<ActorMention> found, int first, int end) => found.Find(m => first <= m.First && m.End <= end && IsOffice(m));

    private bool IsOffice(ActorMention mention) => mention is { Kind: MentionKind.Agent, Role: not null, Actors.Count: > 0 }
        && Enumerable.Range(mention.First, mention.End - mention.First).Any(k => classes.Match("official", tokens, k, mention.End) > 0 || classes.Match("envoy", tokens, k, mention.End) > 0);

    private int FirstOf(Name name) => name.Title is { } title ? FirstTokenOf(title, name.FirstToken) : name.FirstToken;

    private int TokenOrderOf(int token)
    {
        int n = 0;
        while (n < names.Count && names[n].FirstToken < token)
            n++;
        return n;
    }

    /// <summary>Whom a person of this article stands for, by the last word of the name; nobody for an analyst, null for a stranger.</summary>
    public IReadOnlyList<string>? ActorsOfPerson(string lastWord) => personsOfArticle.TryGetValue(lastWord, out var person) ? person.Actors : null;

    private int FirstTokenOf(TextSpan title, int after)
    {
        while (after > 0 && tokens[after - 1].Span.Start >= title.Start)
            after--;
        return after;
    }

    private string Norm(int i) => i >= 0 && i < tokens.Count ? tokens[i].Norm : "";

    private void RememberFullNames(Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
        {
            if (!tokens[i].IsCapitalised || FullNameAt(i, sentence.End) is not { } full)
                continue;
            // An office held later or earlier counts less than one held now; a person out of office speaks for nobody.
            var (holder, length) = full;
            string surname = tokens[i + length - 1].Norm;
            string shortNorm = Tokenizer.Tokenize(holder.Short) is [var only] ? only.Norm : surname;
            var entry = (holder.IsInOffice(published) ? (IReadOnlyList<string>)[holder.Actor] : [], holder.Person, holder.Title);
            personsOfArticle[shortNorm] = entry;
            personsOfArticle[surname] = entry;
        }
    }

    /// <summary>The office holder whose full name begins here, in office if one of that name is.</summary>
    private (OfficeHolder Holder, int Length)? FullNameAt(int i, int end)
    {
        (OfficeHolder, int)? best = null;
        foreach (var (norms, holder) in gazetteer.PersonsFrom(tokens[i].Norm))
        {
            if (best is { } b && norms.Length < b.Item2)
                break;
            if (!StandsAt(norms, i, end) || !IsNamePart(i + norms.Length - 1))
                continue;
            if (holder.IsInOffice(published) && (best is null || IsMeant(holder, i + norms.Length) && !IsMeant(best.Value.Item1, i + norms.Length) || !best.Value.Item1.IsInOffice(published)))
                best = (holder, norms.Length);
            best ??= (holder, norms.Length);
        }
        return best;
    }

    /// <summary>Of two with one name: "King Abdullah of Jordan", or the one at home.</summary>
    private bool IsMeant(OfficeHolder holder, int after) =>
        holder.Actor == home || (Norm(after) == "of" && gazetteer.NamesFrom(Norm(after + 1)).Any(n => n.Actor == holder.Actor));

    /// <summary>Written as a name, or the second half of one: "Suk-yeol".</summary>
    private bool IsNamePart(int i) => tokens[i].IsCapitalised || Norm(i - 1) == "-";

    private ActorMention? PersonAt(int i, Sentence sentence)
    {
        if (!tokens[i].IsCapitalised)
            return null;
        if (FullNameAt(i, sentence.End) is var (holder, length))
            return Person(i, i + length, holder.IsInOffice(published) ? [holder.Actor] : [], holder.Person, holder.Title);
        string norm = Norm(i);
        // A state's own name wins over a person called so ("Jordan"), unless the article named the person in full.
        if (personsOfArticle.TryGetValue(norm, out var known))
            return NextIsName(i, sentence) && gazetteer.NamesFrom(norm).Count > 0 ? null : Person(i, i + 1, known.Actors, known.Name, known.Role);
        if (gazetteer.NamesFrom(norm).Any(n => StandsAt(n.Norms, i, sentence.End)))
            return null;
        var holders = gazetteer.HoldersCalled(norm).Where(h => h.IsInOffice(published)).ToList();
        if (holders.Count == 0 || IsPartOfLongerName(i, sentence))
            return null;
        bool isTitled = i > sentence.First && IsTitle(i - 1);
        var actors = holders.Select(h => h.Actor).Distinct().ToList();
        if (actors.Count > 1 && home is not null && actors.Contains(home))
            actors = [home];
        bool isClear = actors.Count == 1 && (isTitled || (norm.Length >= 5 && published is not null));
        return isClear ? Person(i, i + 1, actors, holders[0].Person, holders[0].Title) : null;
    }

    /// <summary>
    /// "Foreign Minister Ayman Safadi" in an article from Amman, "Ambassador Hossam Eissa" after the embassy was named: an official whose state
    /// need not be said.
    /// </summary>
    private ActorMention? HomeOfficialAt(int i, Sentence sentence)
    {
        if (!titled.TryGetValue(i, out var name) || name.EndToken > sentence.End || (i - 1 > sentence.First && tokens[i - 1].IsCapitalised && tokens[i - 1].IsWord))
            return null;
        string role = Join(i, name.FirstToken), last = Norm(name.EndToken - 1);
        var actors = role.EndsWith("mbassador", StringComparison.Ordinal) ? embassy : home is not null && gazetteer.HasOffice(home, role) ? [home] : [];
        if (actors.Count == 0 || personsOfArticle.ContainsKey(last))
            return null;
        string person = Join(name.FirstToken, name.EndToken);
        personsOfArticle[last] = (actors, person, role);
        return Person(i, name.EndToken, actors, person, role);
    }

    private ActorMention Person(int first, int end, IReadOnlyList<string> actors, string name, string? role) =>
        new(first, end, actors, MentionKind.Person) { Person = name, Role = role, IsPossessive = Norm(end) is "'s" or "'" };

    private bool NextIsName(int i, Sentence sentence) => i + 1 < sentence.End && tokens[i + 1].IsCapitalised && tokens[i + 1].IsWord;

    private bool IsPartOfLongerName(int i, Sentence sentence) =>
        (NextIsName(i, sentence) && !IsTitle(i + 1)) || (i > sentence.First && tokens[i - 1].IsCapitalised && tokens[i - 1].IsWord && i - 1 > sentence.First && !IsTitle(i - 1) && !IsKnownName(i - 1));

    private bool IsKnownName(int i) => gazetteer.NamesFrom(Norm(i)).Count > 0;

    private bool IsTitle(int i) => classes.Match("official", tokens, i, tokens.Count) > 0 || Norm(i) is "mr." or "mrs." or "ms." or "mr" or "mrs" or "ms" or "king" or "pm" or "premier" or "gen." or "sen.";

    private ActorMention? NameAt(int i, Sentence sentence)
    {
        if (!tokens[i].IsCapitalised)
            return null;
        foreach (var name in gazetteer.NamesFrom(Norm(i)))
        {
            int end = i + name.Norms.Length;
            if (!StandsAt(name.Norms, i, sentence.End) || !name.IsInUse(published) || !IsWrittenSo(name, i))
                continue;
            if (name.IsAmbiguous && !HasStateEvidence(name, i, end, sentence))
                continue;
            // "South China Sea" is nobody's, and above all not China's.
            if (name.Actor.Length == 0)
                return new(i, end, [], MentionKind.Qualifier) { IsPlace = true };
            bool possessive = Norm(end) is "'s" or "'" && (Norm(end) == "'s" || tokens[end - 1].Text.EndsWith('s'));
            bool qualifies = name.Kind is NameKind.Demonym or NameKind.Place || IsCompound(end, sentence);
            return new(i, end, [name.Actor], qualifies ? MentionKind.Qualifier : MentionKind.Agent)
            {
                IsPossessive = possessive,
                // "The EU member pledged": a member acts for itself.
                IsCivil = IsInPrivateName(i, end) || name.Kind == NameKind.Demonym ? IsCivil(end, sentence) : name.Kind == NameKind.Body && Norm(end) is "member" or "members" or "candidate" or "candidates" or "aspirant" or "hopeful",
                IsPlace = name.Kind is NameKind.Capital or NameKind.Place or NameKind.Seat or NameKind.Name,
            };
        }
        return null;
    }

    /// <summary>"Hong Kong Express", "Qatar Computing Research Institute": the state's name in that of a firm, a school or a club.</summary>
    private bool IsInPrivateName(int first, int end)
    {
        if (!longerName.TryGetValue(first, out var name) || name.EndToken < end || name.EndToken - name.FirstToken == end - first)
            return false;
        for (int k = name.FirstToken; k < name.EndToken; k++)
            if (AgentNoun(k, name.EndToken) > 0 || StateWords.Contains(Norm(k)))
                return false;
        return true;
    }

    /// <summary>"French and Japanese carmakers", "a Brazilian football club": they have a nationality and act for nobody.</summary>
    private bool IsCivil(int end, Sentence sentence)
    {
        for (int i = end; i < Math.Min(end + 4, sentence.End); i++)
        {
            if (classes.Match("civil", tokens, i, sentence.End) > 0)
                return true;
            bool goesOn = Norm(i) is "and" or "or" or "," || (tokens[i].IsCapitalised && IsKnownName(i)) || (i == end && !VerbLexicon.IsPreposition(Norm(i)) && !VerbLexicon.IsAuxiliary(Norm(i)) && Norm(i) is not "'s");
            if (!goesOn)
                return false;
        }
        return false;
    }

    private bool StandsAt(string[] norms, int i, int end)
    {
        if (i + norms.Length > end)
            return false;
        for (int k = 0; k < norms.Length; k++)
            if (tokens[i + k].Norm != norms[k])
                return false;
        return true;
    }

    private bool IsWrittenSo(GazetteerName name, int i) =>
        !name.IsAcronym || string.Concat(Enumerable.Range(i, name.Norms.Length).Select(k => tokens[k].Text)) == name.Text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>"Georgia" is the state unless another name touches it ("Chad Smith"); ambiguous capitals and offices need a sign that they act.</summary>
    private bool HasStateEvidence(GazetteerName name, int first, int end, Sentence sentence)
    {
        if (end < sentence.End && tokens[end].IsCapitalised && tokens[end].IsWord && !IsTitle(end))
            return false;
        if (first > sentence.First && tokens[first - 1].IsCapitalised && tokens[first - 1].IsWord && first - 1 > sentence.First && !IsKnownName(first - 1))
            return false;
        return name.Kind is NameKind.Name or NameKind.Demonym or NameKind.Body || Norm(end) is "'s" or "and" or "has" or "will" or "said" || Norm(first - 1) is "and" or "with" or "between" or "by";
    }

    /// <summary>"NATO summit", "US sanctions": a name right before a noun only qualifies it.</summary>
    private bool IsCompound(int end, Sentence sentence)
    {
        if (end >= sentence.End || Norm(end) is "'s" or "'" or "-" || !tokens[end].IsWord)
            return false;
        foreach (string name in (ReadOnlySpan<string>)["talks", "exercise", "agreement", "weapon", "sanction", "attack", "ties", "programme", "aid", "force"])
            if (classes.Match(name, tokens, end, sentence.End) > 0)
                return true;
        return false;
    }

    /// <summary>
    /// Takes in what follows: "Chinese | Foreign Ministry spokesman Wang Wenbin", "Japan's | foreign minister", "US | troops".
    /// </summary>
    private ActorMention Extend(ActorMention mention, Sentence sentence)
    {
        if (mention.Kind == MentionKind.Person || mention.Actors.Count == 0)
            return mention;
        int at = mention.IsPossessive ? mention.End + 1 : mention.End;
        int agentEnd = -1;
        bool former = IsFormer(mention.First - 1);
        for (int steps = 0; at < sentence.End && steps < 8; steps++)
        {
            int noun = AgentNoun(at, sentence);
            if (noun > 0)
            {
                at += noun;
                agentEnd = at;
                continue;
            }
            if (agentEnd > 0 && Norm(at) is "of" or "for" or "and")
                break;
            // "Sweden's NATO negotiator" is Sweden's.
            if (agentEnd < 0 && tokens[at].IsCapitalised && gazetteer.NamesFrom(Norm(at)).Any(n => n.Kind == NameKind.Body && n.Norms.Length == 1) && AgentNoun(at + 1, sentence) > 0)
            {
                at++;
                continue;
            }
            if (!Fillers.Contains(Norm(at)) || (Norm(at) is "of" or "the" or "and" && agentEnd < 0 && steps == 0))
                break;
            former |= IsFormer(at);
            at++;
        }
        if (agentEnd < 0)
            return mention;
        var role = Join(mention.IsPossessive ? mention.End + 1 : mention.End, agentEnd);
        var extended = mention with { End = agentEnd, Kind = MentionKind.Agent, Role = role, IsPossessive = Norm(agentEnd) is "'s" or "'", IsPlace = false, Actors = former ? [] : mention.Actors };
        return WithPersonName(extended, sentence);
    }

    /// <summary>"the presidents of | Argentina", "the speaker of | Iran's parliament": the office before "of" acts for the state after it.</summary>
    private ActorMention WithOfficeBefore(ActorMention mention, Sentence sentence)
    {
        int of = Norm(mention.First - 1) == "the" ? mention.First - 2 : mention.First - 1;
        if (Norm(of) != "of" || of - 1 < sentence.First || classes.Match("official", tokens, of - 1, of) == 0 || mention.Kind == MentionKind.Person || mention.Actors.Count == 0)
            return mention;
        int first = of - 1;
        while (first > sentence.First && (Fillers.Contains(Norm(first - 1)) || classes.Match("official", tokens, first - 1, first) > 0))
            first--;
        bool former = Enumerable.Range(first - 1, of - first + 1).Any(IsFormer);
        return mention with { First = first, Kind = MentionKind.Agent, IsPlace = false, Role = Join(first, of), Actors = former ? [] : mention.Actors };
    }

    /// <summary>"former", "the late", "ex-" before or in an office: who held it speaks for nobody.</summary>
    private bool IsFormer(int i) => Norm(i) is "former" or "late" or "ex" || (Norm(i) == "-" && Norm(i - 1) == "ex");

    private int AgentNoun(int at, Sentence sentence) => AgentNoun(at, sentence.End);

    private int AgentNoun(int at, int end)
    {
        int official = Math.Max(classes.Match("official", tokens, at, end), classes.Match("envoy", tokens, at, end));
        if (official > 0)
            return official;
        int force = classes.Match("force", tokens, at, end);
        return force > 0 ? force : Agents.Contains(Norm(at)) ? 1 : 0;
    }

    /// <summary>A name after the title: the person, known to the gazetteer or not, stands for the same actor from now on.</summary>
    private ActorMention WithPersonName(ActorMention mention, Sentence sentence)
    {
        int first = Norm(mention.End) == "," ? mention.End + 1 : mention.End;
        if (first >= sentence.End || !tokens[first].IsCapitalised || (first > mention.End && FullNameAt(first, sentence.End) is null))
            return mention;
        int end = first;
        if (FullNameAt(first, sentence.End) is var (holder, length))
            return mention with { End = first + length, Kind = MentionKind.Person, Person = holder.Person, IsPossessive = Norm(first + length) is "'s" or "'" };
        while (end < sentence.End && end - first < 4 && tokens[end].IsCapitalised && tokens[end].IsWord && !IsKnownName(end))
            end++;
        if (end == first || classes.Match("official", tokens, mention.End - 1, mention.End) == 0 && !IsTitle(mention.End - 1))
            return mention;
        string name = Join(first, end);
        personsOfArticle[Norm(end - 1)] = (mention.Actors, name, mention.Role);
        return mention with { End = end, Kind = MentionKind.Person, Person = name, IsPossessive = Norm(end) is "'s" or "'" };
    }

    /// <summary>"Japanese" + "Prime Minister" + "Fumio Kishida", "Russian President" + "Putin": one mention, of the first one's actor.</summary>
    private ActorMention? Merge(ActorMention before, ActorMention mention)
    {
        if (mention.Kind != MentionKind.Person || before.Kind == MentionKind.Person)
            return null;
        bool touches = mention.First == before.End || (mention.First == before.End + 1 && before.IsPossessive);
        bool titled = !touches && mention.First - before.End <= 5 && IsTitle(mention.First - 1)
            && Enumerable.Range(before.End, mention.First - before.End).All(k => Fillers.Contains(Norm(k)) || IsTitle(k) || Norm(k) is "'s" or "'");
        if (!touches && !titled)
            return null;
        var actors = mention.Actors.Count > 0 ? mention.Actors : Norm(mention.First - 1) == "former" ? [] : before.Actors;
        return mention with { First = before.First, Actors = actors, Role = before.Role ?? mention.Role };
    }

    private string Join(int first, int end) => string.Join(' ', Enumerable.Range(first, end - first).Select(k => tokens[k].Text)).Replace(" 's", "'s", StringComparison.Ordinal);
}
