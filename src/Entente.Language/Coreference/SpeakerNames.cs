namespace Entente.Language.Coreference;

/// <summary>Whom "he said" and "the minister said" stand for, once the phrases are linked.</summary>
internal static class SpeakerNames
{
    /// <summary>The quotes of the text, with the name of each speaker who is known by one.</summary>
    public static List<Quote> Find(PhraseContext context) => [.. context.Text.Quotes.Select(quote => Named(context, quote))];

    private static Quote Named(PhraseContext context, Quote quote)
    {
        if (quote.Speaker is not { Name: null } speaker || context.AtHead(speaker.Head)?.Referent.Name?.Name is not { } name)
            return quote;
        return quote with { Speaker = speaker with { Name = TokenOrder.FirstFrom(context.Text.Names, name.FirstToken, n => n.FirstToken), IsResolved = true } };
    }
}
