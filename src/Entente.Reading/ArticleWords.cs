using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>What the finders of persons and names ask about the words of an article.</summary>
internal sealed class ArticleWords(AnnotatedText text, Gazetteer gazetteer, WordClasses classes, When? published)
{
    /// <summary>Tokens over which a day that was told goes on.</summary>
    private const int FarthestDate = 40;

    private Dictionary<string, int>? timesNamed;

    public AnnotatedText Text => text;

    public IReadOnlyList<Token> Tokens => text.Tokens;

    public Gazetteer Gazetteer => gazetteer;

    public WordClasses Classes => classes;

    public When? Published => published;

    public string Norm(int i) => i >= 0 && i < Tokens.Count ? Tokens[i].Norm : "";

    /// <summary>Written as a name and no word of a date: of "spokesman Adam Ereli Tuesday" the last is none.</summary>
    public bool IsName(int i) => Tokens[i].IsCapitalised && Tokens[i].IsWord && !IsOfDate(i);

    public bool IsOfDate(int i) => text.IsOfTime(i);

    public bool IsKnownName(int i) => gazetteer.NamesFrom(Norm(i)).Count > 0;

    public bool IsTitle(int i) => classes.Match("official", Tokens, i, Tokens.Count) > 0 || Norm(i) is "mr." or "mrs." or "ms." or "mr" or "mrs" or "ms" or "king" or "pm" or "premier" or "gen." or "sen.";

    /// <summary>How many tokens from here on name an office or an envoy; 0 for none.</summary>
    public int OfficeLength(int i, int end) => Math.Max(classes.Match("official", Tokens, i, end), classes.Match("envoy", Tokens, i, end));

    public bool IsOffice(int i) => OfficeLength(i, Tokens.Count) > 0;

    /// <inheritdoc cref="Gazetteer.NamesAt"/>
    public IEnumerable<GazetteerName> NamesAt(int i, int end) => gazetteer.NamesAt(Tokens, i, end);

    /// <summary>How often the article names an actor beyond doubt; counted when first asked for.</summary>
    public int TimesNamed(string actor) => (timesNamed ??= CountNamed()).GetValueOrDefault(actor);

    private Dictionary<string, int> CountNamed()
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < Tokens.Count; i++)
            if (IsName(i) && NamesAt(i, Tokens.Count).FirstOrDefault() is { IsAmbiguous: false, Kind: not NameKind.Short } sure)
                counts[sure.Actor] = counts.GetValueOrDefault(sure.Actor) + 1;
        return counts;
    }

    /// <summary>How many tokens from here on name an official, an envoy, a force or another that acts for the state it belongs to; 0 for none.</summary>
    public int AgentNoun(int at, int end)
    {
        int official = OfficeLength(at, end);
        if (official > 0)
            return official;
        int force = classes.Match("force", Tokens, at, end);
        return force > 0 ? force : classes.Match("agent", Tokens, at, end);
    }

    /// <summary>The day or period told last, in this sentence or the few before it; null for none.</summary>
    public When? DateTold(Sentence sentence) =>
        text.TimesBefore(sentence.End).TakeWhile(t => sentence.First - t.FirstToken < FarthestDate).FirstOrDefault(t => t is { Kind: TimeKind.Date, Value: { First: not null, End: not null } })?.Value;

    /// <summary>As the text writes it, but for line breaks: "Al-Janabi", "Iran's parliament".</summary>
    public string Join(int first, int end) =>
        string.Concat(Enumerable.Range(first, end - first).Select(k => k > first && Tokens[k].Span.Start > Tokens[k - 1].Span.End ? " " + Tokens[k].Text : Tokens[k].Text));
}
