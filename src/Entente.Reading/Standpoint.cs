using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>From where an article is written, and by whom.</summary>
/// <param name="Home">
/// The state whose ministers the article calls by office and name alone: of the dateline ("AMMAN —"), else of an outlet that bears its name
/// ("Bangkok Post"). Null if unknown.
/// </param>
/// <param name="Voice">The actor that says "we" and "I" outside quotes: a government or a body whose own page this is ("The White House"). Null for the press.</param>
public sealed record Standpoint(string? Home, string? Voice)
{
    /// <summary>Lines among which the dateline is looked for, after headlines, and its tokens: place, date, agency.</summary>
    private const int Lines = 4, LongestDateline = 14;

    public static Standpoint Of(Article article, AnnotatedText text, Gazetteer gazetteer)
    {
        string? voice = article.Outlet is { } outlet ? OfficialOutlet(outlet, gazetteer) : null;
        return new(Dateline(text, gazetteer) ?? (article.Outlet is { } press ? Nation(press, gazetteer) : null) ?? voice, voice);
    }

    private static string? OfficialOutlet(string outlet, Gazetteer gazetteer)
    {
        var tokens = Tokenizer.Tokenize(outlet);
        int first = tokens.Count > 0 && tokens[0].Norm == "the" ? 1 : 0;
        return NameAt(tokens, first, gazetteer, n => n.Kind is NameKind.Government or NameKind.Ministry or NameKind.Body && first + n.Norms.Length == tokens.Count)?.Actor;
    }

    private static string? Nation(string outlet, Gazetteer gazetteer)
    {
        var tokens = Tokenizer.Tokenize(outlet);
        for (int i = 0; i < tokens.Count; i++)
            if (NameAt(tokens, i, gazetteer, n => n.Kind is NameKind.Name or NameKind.Demonym or NameKind.Capital or NameKind.Place && n.Actor.Length > 0 && gazetteer.FormOf(n.Actor) is null) is { } name)
                return name.Actor;
        return null;
    }

    private static string? Dateline(AnnotatedText text, Gazetteer gazetteer)
    {
        for (int i = 0; i < Math.Min(Lines, text.Sentences.Count); i++)
            if (DatelineOf(text.Tokens, text.Sentences[i], gazetteer) is { } actor)
                return actor;
        return null;
    }

    private static string? DatelineOf(IReadOnlyList<Token> tokens, Sentence sentence, Gazetteer gazetteer)
    {
        var name = NameAt(tokens, sentence.First, gazetteer, n => n.Kind is NameKind.Capital or NameKind.Place or NameKind.Seat && n.Actor.Length > 0 && gazetteer.FormOf(n.Actor) is null);
        return name is not null && EndsDateline(tokens, sentence, sentence.First + name.Norms.Length) ? name.Actor : null;
    }

    private static GazetteerName? NameAt(IReadOnlyList<Token> tokens, int at, Gazetteer gazetteer, Func<GazetteerName, bool> fits) =>
        at < tokens.Count && tokens[at].IsCapitalised ? gazetteer.NamesAt(tokens, at, tokens.Count).FirstOrDefault(fits) : null;

    /// <summary>A dash or a colon comes, and nothing before it that belongs to a sentence.</summary>
    private static bool EndsDateline(IReadOnlyList<Token> tokens, Sentence sentence, int from)
    {
        for (int i = from; i < Math.Min(sentence.End, sentence.First + LongestDateline); i++)
        {
            string norm = tokens[i].Norm;
            if (norm is "—" or "–" or "--" or ":" || (norm == "-" && !(i == from && i + 1 < sentence.End && char.IsDigit(tokens[i + 1].Norm[0]))))
                return true;
            if (tokens[i].IsWord && !tokens[i].IsCapitalised && !char.IsDigit(norm[0]))
                return false;
        }
        return false;
    }
}
