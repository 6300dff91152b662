namespace Entente.Language.Coreference;

/// <summary>"I" within a quote stands for who speaks, whether named before the quote or after it.</summary>
internal static class SpeakerLinker
{
    public static void Link(PhraseContext context)
    {
        foreach (var phrase in context.Phrases)
            if (phrase.Kind == MentionKind.Pronoun && Pronouns.Of(context.Text.Tokens[phrase.Head].Norm) is { Person: 1 } && SpeakerOf(context, phrase) is { Referent.Sort: Sort.Person } speaker)
                Link(phrase, speaker.Referent);
    }

    private static void Link(Phrase phrase, Referent speaker)
    {
        if (speaker.First.End <= phrase.First)
            (phrase.Antecedent, phrase.Reason) = (speaker.First, "speaks here");
        else
        {
            // The first that is heard of the speaker.
            (speaker.First.Antecedent, speaker.First.Reason) = (phrase, "speaks there");
            speaker.First = phrase;
        }
        phrase.Referent = speaker;
    }

    private static Phrase? SpeakerOf(PhraseContext context, Phrase phrase) =>
        context.Text.QuoteAt(phrase.Head)?.Speaker is { } speaker && context.AtHead(speaker.Head) is { } found && (found.Kind != MentionKind.Pronoun || found.Gender != Gender.Unknown) ? found : null;
}
