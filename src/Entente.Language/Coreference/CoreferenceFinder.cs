namespace Entente.Language.Coreference;

/// <summary>
/// Who and what the phrases of an article stand for, by rules that go from the surest to the least sure (after Raghunathan et al. 2010 and Lee
/// et al. 2013): names by their forms, nouns by what was called so, pronouns by what is foremost in mind. Silence is a right answer: a phrase that
/// two things fit alike has no antecedent.
/// </summary>
internal sealed class CoreferenceFinder(Nominals nominals, NameAliases aliases)
{
    public static CoreferenceFinder Load(Func<string, string> read) => new(Nominals.Load(read), NameAliases.Load(read));

    /// <summary>The text with its mentions, in the order in which they end, and with the names of speakers who are called by a pronoun or a role.</summary>
    /// <param name="text">With all but mentions.</param>
    public AnnotatedText Resolve(AnnotatedText text)
    {
        var context = new PhraseContext(text);
        var names = new NameLinker(context, nominals, aliases);
        var nouns = new NominalLinker(context, nominals);
        var pronouns = new PronounLinker(context, nominals);
        foreach (var phrase in new PhraseFinder(nominals, aliases, text).Find())
        {
            context.Place(phrase);
            if (phrase.Kind == MentionKind.Name)
                names.Link(phrase);
            else if (phrase.Kind == MentionKind.Nominal)
                nouns.Link(phrase);
            else
                pronouns.Link(phrase);
            context.Add(phrase);
            nouns.Remember(phrase);
        }
        SpeakerLinker.Link(context);
        return text with { Mentions = Mentions(context), Quotes = SpeakerNames.Find(context) };
    }

    /// <summary>Names, pronouns, and those nouns that stand for something or that something stands for.</summary>
    private static List<Mention> Mentions(PhraseContext context)
    {
        var indexes = new Dictionary<Phrase, int>(ReferenceEqualityComparer.Instance);
        var mentions = new List<Mention>(context.Phrases.Count);
        foreach (var phrase in context.Phrases)
        {
            if (phrase.Antecedent is { } antecedent)
                antecedent.IsUsed = true;
            foreach (var part in phrase.Parts)
                part.IsUsed = true;
        }
        foreach (var phrase in context.Phrases)
            if (phrase.Kind != MentionKind.Nominal || phrase.IsUsed || phrase.Antecedent is not null || phrase.Parts.Count > 0)
            {
                indexes[phrase] = mentions.Count;
                mentions.Add(new(phrase.First, phrase.End, context.Text.SpanOf(phrase.First, phrase.End), phrase.Kind, phrase.Antecedent is { } antecedent ? indexes[antecedent] : -1, phrase.Reason)
                {
                    Parts = phrase.Parts.Count == 0 ? [] : [.. phrase.Parts.Select(p => indexes[p])],
                });
            }
        return mentions;
    }
}
