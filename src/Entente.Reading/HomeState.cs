using Entente.Language;

namespace Entente.Reading;

/// <summary>
/// The state from which an article is written, by its dateline ("AMMAN —", "CAIRO, July 24:"). Its newspapers call their own ministers by office
/// and name alone.
/// </summary>
internal static class HomeState
{
    /// <summary>Lines among which the dateline is looked for, after headlines, and its tokens: place, date, agency.</summary>
    private const int Lines = 4, LongestDateline = 14;

    /// <summary>Null where no line of the beginning has a dateline whose place the gazetteer knows.</summary>
    public static string? Of(AnnotatedText text, Gazetteer gazetteer)
    {
        for (int i = 0; i < Math.Min(Lines, text.Sentences.Count); i++)
            if (Place(text.Tokens, text.Sentences[i], gazetteer) is { } actor)
                return actor;
        return null;
    }

    private static string? Place(IReadOnlyList<Token> tokens, Sentence sentence, Gazetteer gazetteer)
    {
        if (!tokens[sentence.First].IsCapitalised)
            return null;
        var name = gazetteer.NamesFrom(tokens[sentence.First].Norm).FirstOrDefault(n => n.Kind is NameKind.Capital or NameKind.Place or NameKind.Seat && n.Actor.Length > 0 && Stands(n, tokens, sentence));
        return name is not null && EndsDateline(tokens, sentence, sentence.First + name.Norms.Length) && gazetteer.FormOf(name.Actor) is null ? name.Actor : null;
    }

    private static bool Stands(GazetteerName name, IReadOnlyList<Token> tokens, Sentence sentence)
    {
        if (name.Norms.Length > sentence.Count)
            return false;
        for (int i = 0; i < name.Norms.Length; i++)
            if (tokens[sentence.First + i].Norm != name.Norms[i])
                return false;
        return true;
    }

    /// <summary>A dash or a colon comes, and nothing before it that belongs to a sentence.</summary>
    private static bool EndsDateline(IReadOnlyList<Token> tokens, Sentence sentence, int from)
    {
        for (int i = from; i < Math.Min(sentence.End, sentence.First + LongestDateline); i++)
        {
            string norm = tokens[i].Norm;
            if (norm is "—" or "–" or "--" or ":" || (norm == "-" && i + 1 < sentence.End && !(char.IsDigit(tokens[i + 1].Norm[0]) && i == from)))
                return true;
            if (tokens[i].IsWord && !tokens[i].IsCapitalised && !char.IsDigit(norm[0]))
                return false;
        }
        return false;
    }
}
