using Entente.Language;

namespace Entente.Training;

/// <summary>
/// Makes the sets agree on what a name is: without article, possessive or title, of the kind that the word lists give it; and finds the
/// tokens of which a set does not tell.
/// </summary>
public sealed class NameMender(TitleFinder titles, NameWords words, NameKinds kinds, QuantityFinder quantities, TimeFinder times)
{
    public static NameMender Load(Func<string, string> read) =>
        new(TitleFinder.Load(read), NameWords.Load(read), NameKinds.Load(read), QuantityFinder.Load(read), TimeFinder.Load(read));

    /// <param name="place">The file, for faults.</param>
    public NameSentence Mend(NameScheme scheme, string place, LabelledSentence sentence)
    {
        var (tokens, _, counts) = sentence;
        var told = TimesOf(tokens);
        var names = new List<NameSpan>(sentence.Spans.Count);
        int titleEnd = -1;
        foreach (var span in sentence.Spans)
        {
            var meaning = scheme.Meaning(span.Label, place);
            var (first, end) = Core(tokens, span.First, span.End);
            // "Mr." | "Annan" as two names: the second is a person, whatever its label.
            var kind = first == titleEnd && meaning.Kind is not (NameKind.Date or NameKind.Nationality) ? NameKind.Person : meaning.Kind;
            if (kind == NameKind.Person && scheme.MendsTitles)
            {
                int name = titles.NameIn(tokens, first, end, names.Count > 0 ? names[^1].End : 0);
                titleEnd = name >= end ? name : -1;
                first = Math.Min(name, end);
            }
            if (first == end || meaning is { Kind: null, IsIgnored: false })
                continue;
            if (kind is { } labelled && Checked(scheme, tokens, told, first, end, labelled) is { } sure)
                names.Add(new(first, end, sure));
            else
                counts.AsSpan(first, end - first).Clear();
        }
        ClearUntold(scheme, tokens, told, names, counts);
        return new(scheme.Set, [.. tokens.Select(t => t.Text)], names, counts);
    }

    private List<TimeExpression> TimesOf(IReadOnlyList<Token> tokens) =>
        tokens.Count == 0 ? [] : times.Find(tokens, [new(0, tokens.Count, new(tokens[0].Span.Start, tokens[^1].Span.End), 0)], [], null);

    /// <summary>Without article, possessive and what only joins it to other words. "The" within a sentence is part of the name: The Hague.</summary>
    private static (int First, int End) Core(IReadOnlyList<Token> tokens, int first, int end)
    {
        while (end - first > 1 && (tokens[end - 1].IsPossessive || tokens[end - 1].Norm is "-" or "," or ";" or "(" or "\""))
            end--;
        while (end - first > 1 && (tokens[first].Text is "the" or "of" or "and" or "in" or "\"" or "(" || (first == 0 && tokens[first].Norm == "the")))
            first++;
        return (first, end);
    }

    /// <summary>The kind by the word lists; null where the label cannot be trusted.</summary>
    private NameKind? Checked(NameScheme scheme, IReadOnlyList<Token> tokens, List<TimeExpression> told, int first, int end, NameKind kind)
    {
        if (!scheme.MendsWords)
            return kind;
        switch (kind)
        {
            case NameKind.Date:
                return told.Exists(t => t.FirstToken < end && t.EndToken > first) ? kind : null;
            case NameKind.Money or NameKind.Quantity:
                return end - first > 1 ? kind : null;
            case NameKind.Other or NameKind.Event when !tokens[first].Text.Any(c => char.IsUpper(c) || char.IsDigit(c)):
                return null;
        }
        var listed = words.KindOf(string.Join(' ', Enumerable.Range(first, end - first).Select(i => tokens[i].Text)));
        return kind == NameKind.Person && listed != NameKind.Nationality ? kind : listed ?? kinds.Refined(kind, tokens, first, end);
    }

    /// <summary>Tokens outside names that our rules would call names of a kind that the set does not annotate.</summary>
    private void ClearUntold(NameScheme scheme, IReadOnlyList<Token> tokens, List<TimeExpression> told, List<NameSpan> names, bool[] counts)
    {
        bool[] isUntold = new bool[tokens.Count];
        if (scheme.Lacks.Contains(NameKind.Date))
            foreach (var time in told)
                isUntold.AsSpan(time.FirstToken, time.EndToken - time.FirstToken).Fill(true);
        foreach (var amount in quantities.Find(tokens))
            if (scheme.Lacks.Contains(amount.Kind))
                isUntold.AsSpan(amount.FirstToken, amount.EndToken - amount.FirstToken).Fill(true);
        bool lacksPeoples = scheme.MendsWords || scheme.Lacks.Contains(NameKind.Nationality);
        for (int i = 0; i < tokens.Count; i++)
            isUntold[i] |= lacksPeoples && tokens[i].IsCapitalised && words.KindOf(tokens[i].Text) == NameKind.Nationality;
        foreach (var name in names)
            isUntold.AsSpan(name.First, name.End - name.First).Clear();
        for (int i = 0; i < counts.Length; i++)
            counts[i] &= !isUntold[i];
    }
}
