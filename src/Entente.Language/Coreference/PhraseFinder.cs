namespace Entente.Language.Coreference;

/// <summary>
/// The phrases of a text that may stand for somebody or something, in the order in which they end: names, pronouns of the third person (of
/// the first within quotes), and nouns with what stands before them.
/// </summary>
internal sealed class PhraseFinder
{
    /// <summary>Words before a noun that are looked at; what goes on beyond is a list.</summary>
    private const int LongestBefore = 10;

    private readonly Nominals nominals;
    private readonly NameAliases aliases;
    private readonly AnnotatedText text;

    /// <summary>Says of nouns that something after them says which one is meant.</summary>
    private readonly bool[] isQualified;

    /// <summary>The state after "of": "the president of Chile".</summary>
    private readonly Dictionary<int, string> ofCodes = [];

    public PhraseFinder(Nominals nominals, NameAliases aliases, AnnotatedText text)
    {
        (this.nominals, this.aliases, this.text) = (nominals, aliases, text);
        isQualified = new bool[text.Tokens.Count];
        for (int i = 0; i < text.Words.Count; i++)
        {
            var word = text.Words[i];
            if (word.Head >= 0 && word.Head < i && word.Relation is "nmod" or "acl" or "acl:relcl" or "nmod:of")
                isQualified[word.Head] = true;
        }
        foreach (var name in text.Names)
            if (name.FirstToken > 0 && CodeOf(text.Text.AsSpan(name.Span.Start, name.Span.Length)) is { } code && HeadOf(name) is var head && text.Words[head] is { Relation: "nmod", Head: >= 0 } word && IsOf(name.FirstToken))
                ofCodes[word.Head] = code;
    }

    public IEnumerable<Phrase> Find()
    {
        int sentence = 0, name = 0;
        var names = text.Names;
        for (int i = 0; i < text.Tokens.Count; i++)
        {
            while (text.Sentences[sentence].End <= i)
                sentence++;
            while (name < names.Count && names[name].EndToken <= i)
                name++;
            var phrase = name < names.Count && (i >= names[name].FirstToken || names[name].Title is { } title && title.Contains(text.Tokens[i].Span))
                ? i == names[name].EndToken - 1 ? OfName(names[name], sentence) : null
                : text.Words[i].Pos == Upos.Pron ? OfPronoun(i, sentence) : OfNoun(i, sentence);
            if (phrase is not null)
                yield return phrase;
        }
    }

    private Phrase? OfName(Name name, int sentence)
    {
        if (name.Kind is NameKind.Date or NameKind.Money or NameKind.Quantity or NameKind.Nationality)
            return null;
        int head = HeadOf(name);
        var phrase = new Phrase(name.FirstToken, name.EndToken, head, sentence, MentionKind.Name) { Name = name };
        phrase.Sort = name.Kind switch
        {
            NameKind.Person => Sort.Person,
            NameKind.Place => Sort.Place,
            NameKind.Organisation => Sort.Organisation,
            NameKind.Agreement => Sort.Agreement,
            _ => Sort.Thing,
        };
        return phrase;
    }

    private Phrase? OfPronoun(int i, int sentence)
    {
        if (Pronouns.Of(text.Tokens[i].Norm) is not { } pronoun || text.Words[i].Relation == "expl" || (pronoun.Person == 1 && text.QuoteAt(i) is null))
            return null;
        return new(i, i + 1, i, sentence, MentionKind.Pronoun) { Sort = pronoun.Sort, Gender = pronoun.Gender, IsPlural = pronoun.IsPlural };
    }

    private Phrase? OfNoun(int head, int sentence)
    {
        var word = text.Words[head];
        if (word.Pos is not (Upos.Noun or Upos.Propn) || word.Relation is "compound" or "flat" or "fixed" or "goeswith" or "nmod:desc" or "obl:tmod" or "obl:unmarked" or "nmod:unmarked" or "obl:npmod")
            return null;
        string lemma = word.Pos == Upos.Noun ? word.Lemma : text.Tokens[head].Norm;
        int first = Start(head, text.Sentences[sentence].First, out var before);
        var nominal = nominals.At(text.Tokens, first, head, lemma);
        if (word.Pos == Upos.Propn && nominal is null)
            return null;
        return new(first, head + 1, head, sentence, MentionKind.Nominal)
        {
            Sort = nominal?.Sort ?? Sort.Thing,
            Gender = nominal?.Gender ?? Gender.Unknown,
            IsPlural = word.Tag is "NNS" or "NNPS" || nominal?.Words == "people",
            Nominal = nominal,
            Determiner = before.Determiner,
            Count = before.Count,
            IsOther = before.Other is { } other && nominal?.Words.StartsWith(other, StringComparison.Ordinal) != true,
            Modifier = nominal is not null && nominal.Words.Contains(' ') ? null : before.Modifier,
            IsQualified = isQualified[head],
            OfCode = before.OfCode ?? ofCodes.GetValueOrDefault(head),
        };
    }

    private record struct Before(string Determiner, int Count, string? Other, string? Modifier, string? OfCode);

    /// <summary>Where the phrase of a noun begins, and what the words before the noun say.</summary>
    private int Start(int head, int from, out Before before)
    {
        before = new("", 0, null, null, null);
        int first = head;
        for (int i = head - 1; i >= Math.Max(from, head - LongestBefore) && Belongs(i, head); i--)
        {
            var word = text.Words[i];
            if (word.Relation != "punct")
                first = i;
            if (word.Head == head)
                Observe(i, word, ref before);
        }
        return first;
    }

    private bool Belongs(int i, int head)
    {
        var word = text.Words[i];
        if (word.Relation == "punct")
            return text.Tokens[i].Norm == "-" || (word.Head == head && text.Tokens[i].Norm == ",");
        if (word.Head <= i || word.Head > head)
            return false;
        return word.Head < head || word.Relation is "det" or "det:predet" or "nmod:poss" or "nummod" or "amod" or "compound" or "nmod" or "advmod";
    }

    private void Observe(int i, Word word, ref Before before)
    {
        var token = text.Tokens[i];
        if (word.Relation is "det" or "det:predet")
            before.Determiner = token.Norm;
        else if (word.Relation == "nmod:poss")
            before.Determiner = "'s";
        else if (word.Relation == "nummod")
            before.Count = CalendarWords.Numbers.GetValueOrDefault(token.Norm);
        else if (IsOther(token.Norm))
            before.Other = token.Norm;
        else if (word.Relation == "compound")
            before.Modifier ??= token.Norm;
        before.OfCode ??= CodeOf(token.Text);
    }

    private static bool IsOther(string norm) => norm is "former" or "ex" or "other" or "new" or "next" or "previous" or "late" or "first" or "second" or "third" or "last" or "own" or "different" or "similar" or "same"
        or "most" or "acting" or "deputy" or "vice" or "future" or "rival" or "another" or "old" or "separate" or "foreign" or "more" or "many";

    private string? CodeOf(ReadOnlySpan<char> words) => aliases.Of(words) is { } alias && aliases.IsState(alias.Code) && alias.Kind != AliasKind.Metonym ? alias.Code : null;

    private bool IsOf(int first) => text.Tokens[first - 1].Norm == "of" || (first > 1 && text.Tokens[first - 1].Norm == "the" && text.Tokens[first - 2].Norm == "of");

    /// <summary>Grammar may hang the name from its title.</summary>
    private int HeadOf(Name name)
    {
        int first = name.FirstToken;
        while (name.Title is { } title && first > 0 && text.Tokens[first - 1].Span.Start >= title.Start)
            first--;
        for (int i = first; i < name.EndToken; i++)
            if (text.Words[i].Head < first || text.Words[i].Head >= name.EndToken)
                return i;
        return name.EndToken - 1;
    }
}
