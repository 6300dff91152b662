using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading.Dating;

/// <summary>
/// Who is called by an office: "Japanese Prime Minister Fumio Kishida" was written while he was. A text can know nobody in an office before
/// he took it; later it may still tell of him, so that the end of a term counts for much less than its beginning.
/// </summary>
internal sealed class OfficeWitnesses(AnnotatedText text, Clause clause, Gazetteer gazetteer, DatingWords words)
{
    /// <summary>News calls somebody by the office some days before the oath, and some days after the last.</summary>
    private const int DaysBefore = 10, DaysAfter = 20;

    private const int BeginningWeight = 8, EndWeight = 2;

    public void Find(List<DateWitness> witnesses)
    {
        var heard = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in text.Names)
            if (name is { Kind: Language.NameKind.Person, Title: { } title } && TermsOf(name, title) is { Count: > 0 } holders && heard.Add(holders[0].Person + holders[0].Office))
                Add(name, title, holders, witnesses);
    }

    private void Add(Name name, TextSpan title, List<OfficeHolder> holders, List<DateWitness> witnesses)
    {
        var span = title.Union(name.Span);
        var terms = Period.Merged(holders.Select(h => Period.Widened(h.Term, DaysBefore, DaysAfter)));
        var inOffice = Period.Merged(holders.Select(h => h.Term));
        string who = $"{holders[0].Person}, {holders[0].Title} ({holders[0].Actor})";
        if (terms[0].First is { } first)
            witnesses.Add(new(WitnessKind.Office, span, $"{who} from {Period.Begin(inOffice[0])}", [Period.Since(first)], BeginningWeight));
        if (terms[^1].End is not null && !TellsHistory(name))
            witnesses.Add(new(WitnessKind.Office, span, $"{who} in office {string.Join(", ", inOffice.Select(t => t.Text))}", terms, EndWeight));
    }

    /// <summary>The terms that name and title may mean together; none if the title says "former" or the like, or fits nobody of that name.</summary>
    private List<OfficeHolder> TermsOf(Name name, TextSpan title)
    {
        var titleWords = WordsBefore(name.FirstToken, title.Start);
        if (titleWords.Exists(words.IsUnsure))
            return [];
        bool isFull = name.EndToken - name.FirstToken > 1;
        var fitting = (isFull ? FullNamed(name) : gazetteer.HoldersCalled(text.Tokens[name.FirstToken].Norm)).Where(h => Fits(titleWords, h)).ToList();
        // "President Lee" may be of many states.
        return !isFull && fitting.Select(h => h.Actor).Distinct().Count() > 1 ? [] : fitting;
    }

    private IEnumerable<OfficeHolder> FullNamed(Name name)
    {
        foreach (var (norms, holder) in gazetteer.PersonsFrom(text.Tokens[name.FirstToken].Norm))
            if (norms.Length == name.EndToken - name.FirstToken && Gazetteer.StandsAt(norms, text.Tokens, name.FirstToken, name.EndToken))
                yield return holder;
    }

    /// <summary>The words of the title, and the two before it, of which one may say "former" or "then-".</summary>
    private List<string> WordsBefore(int token, int start)
    {
        int first = token;
        while (first > 0 && text.Tokens[first - 1].Span.Start >= start)
            first--;
        first = Math.Max(0, first - 2);
        return [.. Enumerable.Range(first, token - first).Select(i => text.Tokens[i].Norm)];
    }

    private bool Fits(List<string> title, OfficeHolder holder) =>
        DatingWords.EndsWith(title, holder.TitleNorms) || words.IsTitle(title, holder.Office);

    /// <summary>"In 1972 President Nixon visited": the sentence dates itself, and not the article.</summary>
    private bool TellsHistory(Name name)
    {
        int s = SentenceOf(name.FirstToken);
        return s >= 0 && text.TimesIn(text.Sentences[s]).Any(t => t.Meaning is null && t.Kind == TimeKind.Date) || clause.ToldAt(name.FirstToken) is Told.Open;
    }

    private int SentenceOf(int token)
    {
        int low = 0, high = text.Sentences.Count - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (text.Sentences[middle].End <= token)
                low = middle + 1;
            else
                high = middle;
        }
        return low < text.Sentences.Count ? low : -1;
    }
}
