using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// Finds who is mentioned in each sentence: gazetteer names first, then persons (by office, by title, by an earlier full name), then what
/// acts for a state ("Chinese officials", "Japan's navy"). One instance reads one article, since who "Wang" is depends on the article.
/// </summary>
public sealed class MentionFinder
{
    /// <summary>Tokens; what the name finder takes for a longer one is a list.</summary>
    private const int LongestName = 12;

    private readonly ArticleWords words;
    private readonly ArticlePersons persons;
    private readonly OfficeBearers offices;
    private readonly OfficePhrases office;

    private readonly string? home;

    /// <summary>Names of several words, by each of their tokens.</summary>
    private readonly Dictionary<int, Name> longerName = [];

    /// <summary>Tokens of the names of persons.</summary>
    private readonly HashSet<int> ofPerson = [];

    /// <param name="home">The state whose ministers the article calls by office and name alone; null if unknown.</param>
    public MentionFinder(Gazetteer gazetteer, WordClasses classes, AnnotatedText text, When? published, string? home = null)
    {
        words = new(text, gazetteer, classes, published);
        persons = new(words, home);
        offices = new(words, home);
        office = new(words, persons);
        this.home = home;
        foreach (var name in text.Names.Where(n => n.Kind == Language.NameKind.Person))
            ofPerson.UnionWith(Enumerable.Range(name.FirstToken, name.EndToken - name.FirstToken));
        foreach (var name in text.Names)
            if (name.Kind is Language.NameKind.Organisation or Language.NameKind.Facility or Language.NameKind.Event or Language.NameKind.Other && name.EndToken - name.FirstToken is > 1 and <= LongestName)
                for (int i = name.FirstToken; i < name.EndToken; i++)
                    longerName[i] = name;
    }

    public List<ActorMention> Find(Sentence sentence)
    {
        var found = new List<ActorMention>();
        for (int i = sentence.First; i < sentence.End;)
        {
            var mention = persons.At(i, sentence) ?? NameAt(i, sentence) ?? persons.HomeOfficialAt(i, sentence, isFirst: found.Count == 0);
            if (mention is null)
            {
                i++;
                continue;
            }
            mention = persons.OfState(office.Extend(office.WithOfficeBefore(mention, sentence, found.LastOrDefault()), sentence), found.LastOrDefault());
            if (found.Count > 0 && (Merge(found[^1], mention) ?? WithState(found[^1], mention) ?? WithShortForm(found[^1], mention)) is { } merged)
                found[^1] = merged;
            else
                found.Add(WithTitle(mention, found));
            persons.Remember(mention);
            i = found[^1].End;
        }
        persons.Introduce(sentence, found);
        found.ForEach(offices.Remember);
        return found;
    }

    /// <summary>"Deputy Secretary of State | Wendy Sherman": the tree may hang the verb on the title.</summary>
    private ActorMention WithTitle(ActorMention mention, List<ActorMention> found) =>
        mention.Kind == MentionKind.Person && persons.FirstOfTitle(mention.First) is var first && first < mention.First && (found.Count == 0 || found[^1].End <= first)
            ? mention with { Title = first }
            : mention;

    private ActorMention? NameAt(int i, Sentence sentence)
    {
        if (!words.Tokens[i].IsCapitalised && !char.IsDigit(words.Norm(i)[0]))
            return null;
        if (words.Gazetteer.GroupAt(words.Tokens, i, sentence.End) is var (length, states))
            return new(i, i + length, states, MentionKind.Agent) { IsPossessive = words.Norm(i + length) is "'s" or "'" };
        foreach (var name in words.NamesAt(i, sentence.End))
        {
            int end = EndOfShip(name, i + name.Norms.Length, sentence);
            // "US $2 million" are dollars; "gave Nauru $2 million" tells who got them.
            if (!name.IsInUse(words.Published) || !IsWrittenSo(name, i) || (words.Norm(end) == "$" && (name.IsAcronym || name.Kind == NameKind.Demonym)))
                continue;
            // "Sheikh Sabah", "the mayor, Ana Petra": no place.
            if (name.Kind == NameKind.Place && name.Norms.Length == 1 && ofPerson.Contains(i))
                continue;
            if (name.Kind is NameKind.Force or NameKind.Government or NameKind.Ministry && IsAnothers(name, i, sentence))
                continue;
            if (name.Kind == NameKind.Short && !(words.Norm(i - 1) == "the" && words.Norm(end) != "of" && !(end < sentence.End && words.IsName(end)) && words.TimesNamed(name.Actor) > 0))
                continue;
            if (name.IsAmbiguous && (!HasStateEvidence(name, i, end, sentence) || !IsLikeliest(name)))
                continue;
            // "South China Sea" is nobody's, and above all not China's; what a "Paris-based group" does France does not.
            if (name.Actor.Length == 0 || IsLanguage(name, i, end, sentence) || IsSetApart(end, sentence) || IsNamedAfterPlace(name, i, end, sentence))
                return new(i, end, [], MentionKind.Qualifier) { IsPlace = true };
            bool possessive = words.Norm(end) is "'s" or "'" && (words.Norm(end) == "'s" || words.Tokens[end - 1].Text.EndsWith('s'));
            bool isPrivate = IsInPrivateName(i, end);
            bool qualifies = name.Kind is NameKind.Demonym or NameKind.Place || IsCompound(end, sentence);
            return new(i, end, [name.Actor], qualifies ? MentionKind.Qualifier : MentionKind.Agent)
            {
                IsPossessive = possessive,
                // "The EU member pledged": a member acts for itself.
                IsInPrivateName = isPrivate,
                IsCivil = isPrivate || (name.Kind == NameKind.Demonym ? IsCivil(end, sentence) || IsCrowd(i, end) || IsOnePerson(i, end, sentence) : name.Kind == NameKind.Body && words.Norm(end) is "member" or "members" or "candidate" or "candidates" or "aspirant" or "hopeful"),
                IsPlace = name.Kind is NameKind.Capital or NameKind.Place or NameKind.Seat or NameKind.Name,
            };
        }
        return null;
    }

    /// <summary>"Sudanese | People's Liberation Army": not China's.</summary>
    private bool IsAnothers(GazetteerName name, int i, Sentence sentence) =>
        i > sentence.First && words.Tokens[i - 1].IsCapitalised && words.NamesAt(i - 1, i).Any(n => n.Kind == NameKind.Demonym && n.Actor != name.Actor);

    /// <summary>Of two that are called so ("Korean", "Congolese"), the one at home, else the one that the article names in full more often; neither if it names both alike.</summary>
    private bool IsLikeliest(GazetteerName name)
    {
        if (name.Actor == home)
            return true;
        foreach (var other in words.Gazetteer.NamesFrom(name.Norms[0]))
            if (other.IsAmbiguous && other.Actor != name.Actor && other.Actor.Length > 0 && other.Norms.SequenceEqual(name.Norms) && (other.Actor == home || words.TimesNamed(other.Actor) >= words.TimesNamed(name.Actor)))
                return false;
        return true;
    }

    /// <summary>"Iran-backed gunmen", "a Paris-based group": the state is where they live or whom they are with.</summary>
    private bool IsSetApart(int end, Sentence sentence) => words.Norm(end) == "-" && words.Classes.Match("set-apart", words.Tokens, end + 1, sentence.End) > 0;

    /// <summary>"it is called so in French".</summary>
    private bool IsLanguage(GazetteerName name, int first, int end, Sentence sentence) => name.Kind == NameKind.Demonym && words.Norm(first - 1) == "in"
        && (end >= sentence.End || (words.Text.Words[end].Pos is not (Upos.Noun or Upos.Propn or Upos.Adj) && words.Norm(end) is not ("-" or "and" or "or" or "'s") && !words.Tokens[end].IsCapitalised));

    /// <summary>"the Astana process": it bears the name of where it began.</summary>
    private bool IsNamedAfterPlace(GazetteerName name, int first, int end, Sentence sentence) =>
        name.Kind is NameKind.Capital or NameKind.Place && words.Norm(first - 1) is not ("-" or "–" or "and") && words.Classes.Match("named-after-place", words.Tokens, end, sentence.End) > 0;

    /// <summary>
    /// "Hong Kong Express", "Qatar Computing Research Institute", "Iraq | Study Group": the state's name in or right before that of a firm, a school, a
    /// club or a panel.
    /// </summary>
    private bool IsInPrivateName(int first, int end)
    {
        bool isBefore = !longerName.TryGetValue(first, out var name) && longerName.TryGetValue(end, out name) && name.FirstToken == end && !words.IsKnownName(end);
        if (name is null || (!isBefore && (name.EndToken < end || name.EndToken - name.FirstToken == end - first)))
            return false;
        for (int k = name.FirstToken; k < name.EndToken; k++)
            if (words.AgentNoun(k, name.EndToken) > 0 || words.Classes.HasWord("state-word", words.Norm(k)))
                return false;
        return true;
    }

    /// <summary>"countries", "sides": whose "two" or "both" are the two of the story.</summary>
    public bool IsPairNoun(int token) => token < words.Tokens.Count && words.Classes.HasWord("pair-noun", words.Norm(token));

    /// <inheritdoc cref="OfficeBearers.At"/>
    public (int End, IReadOnlyList<string> Actors)? OfficeAt(int the, int end) => offices.At(the, end);

    /// <inheritdoc cref="ArticlePersons.ActorsOfPerson"/>
    public IReadOnlyList<string>? ActorsOfPerson(string lastWord) => persons.ActorsOfPerson(lastWord);

    /// <summary>"French and Japanese carmakers", "a Brazilian football club": they have a nationality and act for nobody.</summary>
    private bool IsCivil(int end, Sentence sentence)
    {
        for (int i = end; i < Math.Min(end + 4, sentence.End); i++)
        {
            if (words.Classes.Match("civil", words.Tokens, i, sentence.End) > 0)
                return true;
            bool goesOn = words.Norm(i) is "and" or "or" or "," || (words.Tokens[i].IsCapitalised && words.IsKnownName(i)) || (i == end && !VerbLexicon.IsPreposition(words.Norm(i)) && !VerbLexicon.IsAuxiliary(words.Norm(i)) && words.Norm(i) is not "'s");
            if (!goesOn)
                return false;
        }
        return false;
    }

    /// <summary>"USS | John McCain": a ship bears her name.</summary>
    private int EndOfShip(GazetteerName name, int end, Sentence sentence)
    {
        if (name.Kind != NameKind.Force || name.Norms.Length > 1 || words.Classes.Match("ship-prefix", words.Tokens, end - 1, end) == 0)
            return end;
        int last = end;
        while (last < sentence.End && last - end < 3 && words.Tokens[last].IsCapitalised && words.Tokens[last].IsWord)
            last++;
        return last;
    }

    /// <summary>"Three Iraqis", "some 20,000 Israelis", "thousands of Danes": they are counted, and act for nobody.</summary>
    private bool IsCrowd(int first, int end)
    {
        string people = words.Norm(end - 1), before = words.Norm(first - 1);
        if (!people.EndsWith('s') || people.EndsWith("ss", StringComparison.Ordinal))
            return false;
        return before == "of" ? words.Classes.HasWord("crowd", words.Norm(first - 2)) : before.Length > 0 && (Numbers.ValueOf(before) is not null || words.Classes.HasWord("crowd", before));
    }

    /// <summary>"a Korean refused", "an elderly Dane": somebody, who acts for nobody.</summary>
    private bool IsOnePerson(int first, int end, Sentence sentence)
    {
        int before = first - 1;
        while (before > sentence.First && words.Text.Words[before].Pos == Upos.Adj && first - before <= 2)
            before--;
        return words.Norm(before) is "a" or "an" or "another" or "every" && (end >= sentence.End || !(words.Text.Words[end].Pos is Upos.Noun or Upos.Propn or Upos.Adj || words.Norm(end) is "-" or "and" or "or" || words.Tokens[end].IsCapitalised))
            && words.Text.Words[end - 1].Relation is not ("amod" or "compound" or "nmod");
    }

    private bool IsWrittenSo(GazetteerName name, int i) =>
        !name.IsAcronym || string.Concat(Enumerable.Range(i, name.Norms.Length).Select(k => words.Tokens[k].Text)) == name.Text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>"Georgia" is the state unless another name touches it ("Chad Smith"); ambiguous capitals and offices need a sign that they act.</summary>
    private bool HasStateEvidence(GazetteerName name, int first, int end, Sentence sentence)
    {
        if (end < sentence.End && words.IsName(end) && !words.IsTitle(end))
            return false;
        if (first > sentence.First && words.Tokens[first - 1].IsCapitalised && words.Tokens[first - 1].IsWord && first - 1 > sentence.First && !words.NamesAt(first - 1, first).Any())
            return false;
        // "Congress" is a party's name elsewhere.
        if (name.Kind == NameKind.Government && name.Norms.Length == 1 && words.TimesNamed(name.Actor) == 0)
            return false;
        return name.Kind is NameKind.Name or NameKind.Demonym or NameKind.Body || words.Norm(end) is "'s" or "and" or "has" or "will" or "said" || words.Norm(first - 1) is "and" or "with" or "between" or "by";
    }

    /// <summary>"NATO summit", "US sanctions": a name right before a noun only qualifies it.</summary>
    private bool IsCompound(int end, Sentence sentence)
    {
        if (end >= sentence.End || words.Norm(end) is "'s" or "'" or "-" || !words.Tokens[end].IsWord)
            return false;
        foreach (string name in (ReadOnlySpan<string>)["talks", "exercise", "agreement", "weapon", "sanction", "attack", "ties", "programme", "aid", "force"])
            if (words.Classes.Match(name, words.Tokens, end, sentence.End) > 0)
                return true;
        return false;
    }

    /// <summary>"Japanese" + "Prime Minister" + "Fumio Kishida", "Russian President" + "Putin": one mention, of the first one's actor.</summary>
    private ActorMention? Merge(ActorMention before, ActorMention mention)
    {
        if (mention.Kind != MentionKind.Person || before.Kind == MentionKind.Person)
            return null;
        bool touches = mention.First == before.End || (mention.First == before.End + 1 && before.IsPossessive);
        bool titled = !touches && mention.First - before.End <= 5 && words.IsTitle(mention.First - 1)
            && Enumerable.Range(before.End, mention.First - before.End).All(k => office.IsFiller(k) || words.IsTitle(k) || words.Norm(k) is "'s" or "'");
        if (!touches && !titled)
            return null;
        var actors = mention.Actors.Count > 0 ? mention.Actors : words.Norm(mention.First - 1) == "former" ? [] : before.Actors;
        return mention with { First = before.First, Actors = actors, Role = before.Role ?? mention.Role };
    }

    /// <summary>"Alberto Fujimori | of Peru": one mention.</summary>
    private ActorMention? WithState(ActorMention before, ActorMention mention)
    {
        int of = words.Norm(mention.First - 1) == "the" ? mention.First - 2 : mention.First - 1;
        return before is { Kind: MentionKind.Person, IsPossessive: false } && of == before.End && words.Norm(of) == "of" && mention is { Kind: MentionKind.Agent, IsPlace: true, IsPossessive: false } && mention.Actors.SequenceEqual(before.Actors)
            ? before with { End = mention.End }
            : null;
    }

    /// <summary>"the Republic of Korea | (ROK)": one mention.</summary>
    private ActorMention? WithShortForm(ActorMention before, ActorMention mention) =>
        before.Actors.Count == 1 && mention.First == before.End + 1 && words.Norm(before.End) == "(" && words.Norm(mention.End) == ")" && mention.Actors.SequenceEqual(before.Actors)
            ? before with { End = mention.End + 1 }
            : null;
}
