using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <param name="Gold">Direct quotes of gold that have a source.</param>
/// <param name="Found">Those that a quote of the system overlaps.</param>
/// <param name="Right">Those whose speaker is right.</param>
public sealed record QuoteScore(int Gold, int Found, int Right)
{
    public double FoundRate => Gold == 0 ? 0 : (double)Found / Gold;

    /// <summary>Of all of gold: a quote that was not found has no speaker.</summary>
    public double SpeakerRight => Gold == 0 ? 0 : (double)Right / Gold;

    public double SpeakerRightOfFound => Found == 0 ? 0 : (double)Right / Found;
}

/// <summary>
/// Speakers of direct quotes, and beside them attributions of every kind. A direct quote is an attribution with a source whose content lies, for
/// at least half of its letters, between double quotation marks; the marks are paired here, by the paragraph, and not by the finder that is
/// scored. The system's quote is the one that shares most with the content. Its speaker is right if it overlaps the source; if it stands for
/// the same as a mention that overlaps the source ("he", resolved to a name elsewhere); or if both are names that end in the same word
/// ("Hale" and "Anna Hale"), for which of a person's mentions an annotator marked is no matter of who spoke.
/// </summary>
public sealed class QuoteScorer
{
    private const double DirectShare = 0.5;

    private int gold, found, right;

    public QuoteScore Score => new(gold, found, right);

    /// <summary>
    /// Attributions of every kind that have a source, and what the system says that somebody says: in both are those whose content shares letters
    /// and whose speaker is right.
    /// </summary>
    public FScore Sources { get; private set; }

    /// <summary>Letters that somebody says, whoever it is.</summary>
    public FScore Content { get; private set; }

    public void Add(AnnotatedText system, IReadOnlyList<Attribution> attributions)
    {
        var quoted = QuotedPassages(system.Text);
        int matched = 0;
        foreach (var attribution in attributions.Where(a => a.Source.Count > 0))
        {
            var best = MostOf(attribution.Content, system.Quotes);
            bool isRight = best?.Speaker is { } speaker && IsSame(system, speaker, attribution.Source);
            matched += isRight ? 1 : 0;
            if (!IsDirect(system.Text, attribution, quoted))
                continue;
            gold++;
            found += best is null ? 0 : 1;
            right += isRight ? 1 : 0;
        }
        var said = system.Quotes.Where(q => q.Speaker is not null).ToList();
        Sources += new FScore(attributions.Count(a => a.Source.Count > 0), said.Count(q => !q.Continues), matched);
        Content += Letters(system.Text, attributions.SelectMany(a => a.Content), said.Select(q => q.Content));
    }

    private static FScore Letters(string text, IEnumerable<TextSpan> gold, IEnumerable<TextSpan> system)
    {
        bool[] inGold = Covered(text, gold), inSystem = Covered(text, system);
        var letters = Enumerable.Range(0, text.Length).Where(i => char.IsLetterOrDigit(text[i])).ToList();
        return new(letters.Count(i => inGold[i]), letters.Count(i => inSystem[i]), letters.Count(i => inGold[i] && inSystem[i]));
    }

    private static bool[] Covered(string text, IEnumerable<TextSpan> spans)
    {
        bool[] covered = new bool[text.Length];
        foreach (var span in spans)
            covered.AsSpan(span.Start, span.Length).Fill(true);
        return covered;
    }

    /// <summary>Between double marks: curly, straight, or two single ones. A passage ends with its paragraph at the latest: the next one opens its own.</summary>
    internal static List<TextSpan> QuotedPassages(string text)
    {
        var passages = new List<TextSpan>();
        int open = -1;
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i + 1 >= text.Length ? i < text.Length ? text[i] : '\n' : (text[i], text[i + 1]) is ('\'', '\'') ? '"' : text[i];
            if (open < 0 && c is '“' or '"')
                open = i;
            else if (open >= 0 && c is '”' or '"' or '\n')
            {
                passages.Add(new(open, i));
                open = -1;
            }
        }
        return passages;
    }

    private static bool IsDirect(string text, Attribution attribution, List<TextSpan> quoted)
    {
        int letters = 0, inside = 0;
        foreach (var part in attribution.Content)
        {
            letters += Letters(text, part);
            for (int i = FirstThatEndsAfter(quoted, part.Start); i < quoted.Count && quoted[i].Start < part.End; i++)
                inside += Letters(text, new(Math.Max(part.Start, quoted[i].Start), Math.Min(part.End, quoted[i].End)));
        }
        return letters > 0 && inside >= DirectShare * letters;
    }

    private static int FirstThatEndsAfter(List<TextSpan> spans, int at)
    {
        int i = spans.BinarySearch(new(0, at), Comparer<TextSpan>.Create((a, b) => a.End.CompareTo(b.End)));
        return i < 0 ? ~i : i;
    }

    private static int Letters(string text, TextSpan span)
    {
        int letters = 0;
        foreach (char c in text.AsSpan(span.Start, span.Length))
            letters += char.IsLetterOrDigit(c) ? 1 : 0;
        return letters;
    }

    /// <summary>The quote that shares most with the content; null if none shares anything.</summary>
    private static Quote? MostOf(IReadOnlyList<TextSpan> content, IReadOnlyList<Quote> quotes)
    {
        Quote? best = null;
        int most = 0;
        foreach (var quote in quotes)
            if (content.Sum(c => Shared(c, quote.Content)) is var shared && shared > most)
                (best, most) = (quote, shared);
        return best;
    }

    private static int Shared(TextSpan a, TextSpan b) => Math.Max(0, Math.Min(a.End, b.End) - Math.Max(a.Start, b.Start));

    private static bool IsSame(AnnotatedText system, QuoteSpeaker speaker, IReadOnlyList<TextSpan> source) =>
        IsSame(system, speaker.Span, source) || (speaker.Name is { } name && IsSame(system, system.Names[name].Span, source));

    private static bool IsSame(AnnotatedText system, TextSpan speaker, IReadOnlyList<TextSpan> source) =>
        source.Any(speaker.Overlaps) || StandsForTheSame(system.Mentions, speaker, source)
        || (NameEnd(speaker.In(system.Text)) is { } name && source.Any(s => NameEnd(s.In(system.Text)) == name));

    private static bool StandsForTheSame(IReadOnlyList<Mention> mentions, TextSpan speaker, IReadOnlyList<TextSpan> source)
    {
        var heads = mentions.Index().Where(m => m.Item.Span.Overlaps(speaker)).Select(m => FirstOf(mentions, m.Index)).ToHashSet();
        return heads.Count > 0 && mentions.Index().Any(m => source.Any(m.Item.Span.Overlaps) && heads.Contains(FirstOf(mentions, m.Index)));
    }

    /// <summary>The first mention of the chain.</summary>
    private static int FirstOf(IReadOnlyList<Mention> mentions, int mention)
    {
        while (mentions[mention].Antecedent >= 0)
            mention = mentions[mention].Antecedent;
        return mention;
    }

    /// <summary>The last word that bears a capital, for a phrase that ends in a name; null for "he" and "a spokesman".</summary>
    private static string? NameEnd(string phrase)
    {
        string last = phrase.Split(' ', '\n')[^1].TrimEnd('.', ',');
        return last.Length > 1 && char.IsUpper(last[0]) ? last : null;
    }
}
