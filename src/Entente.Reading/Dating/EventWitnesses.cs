using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading.Dating;

/// <summary>
/// What had happened when the article was written. It is no older than the newest thing that it tells as past, and "last week" or "on
/// Friday" beside a known day tells the week.
/// </summary>
internal sealed class EventWitnesses(AnnotatedText text, IReadOnlyList<TriggerSentence> sentences, Clause clause, Gazetteer gazetteer, RuleBook rules)
{
    private const int KnownWeight = 8, AgreementWeight = 5, RelativeWeight = 3, AheadWeight = 3;

    /// <summary>Days between a foreseen event and a text that begins with it.</summary>
    private const int LeadBefore = 10, LeadAfter = 7, LeadWeight = 2;

    private const int LeadParagraphs = 3, LeadTokens = 150;

    /// <summary>How many tokens from its name the verb stands that seals an agreement.</summary>
    private const int SealReach = 12;

    /// <summary>How far from a day "last year" or "in May" may be written, and "yesterday" or "last week", in days.</summary>
    private const int Reach = 800, NearReach = 30;

    /// <summary>How long before a foreseen event news begins to speak of it.</summary>
    private const int DaysAhead = 730;

    private HashSet<string>? norms, actors;

    public void Find(List<DateWitness> witnesses)
    {
        var heard = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in sentences)
        {
            Find(rules.KnownEvents, sentence, heard, witnesses);
            if (HasSeal(sentence.Sentence))
                Find(rules.KnownAgreements, sentence, heard, witnesses);
        }
    }

    private void Find(TriggerIndex<KnownEvent> events, TriggerSentence words, HashSet<string> heard, List<DateWitness> witnesses)
    {
        var sentence = words.Sentence;
        for (int i = sentence.First; i < sentence.End; i++)
            foreach (var (known, match) in events.At(words, i))
                if (IsAbout(known) && IsNearby(known, sentence))
                    Add(known, match, sentence, heard, witnesses);
    }

    private void Add(KnownEvent known, TriggerMatch match, Sentence sentence, HashSet<string> heard, List<DateWitness> witnesses)
    {
        var told = clause.ToldAt(match.Head);
        if (known.IsAgreement && !IsSealed(match, sentence))
            return;
        // What nobody foresaw and is called by a name has happened, whatever the clause says of it: "never forgot the Suez crisis".
        bool isPast = told == Told.Past || (!known.IsForeseen && text.Words[match.Head].Pos != Upos.Verb);
        bool isAhead = known.IsForeseen && told == Told.Future;
        string dates = string.Join(" or ", known.Dates.Select(d => d.Text));
        var span = text.SpanOf(match.First, match.End);
        if (isPast && heard.Add(known.Id))
            witnesses.Add(new(known.IsAgreement ? WitnessKind.Agreement : WitnessKind.Event, span, $"known from {Period.Begin(known.Dates[0])} ({known.Id})", [Period.Since(known.Dates[0].First!.Value)], known.IsAgreement ? AgreementWeight : KnownWeight));
        if (isAhead && heard.Add(known.Id + " to come"))
            witnesses.Add(new(WitnessKind.Event, span, $"to come: {dates} ({known.Id})", Period.Merged(known.Dates.Select(d => Period.Widened(d, DaysAhead, 0))), AheadWeight));
        if (IsBackground(match, sentence))
            return;
        if (TimeOf(match, sentence) is { } time)
        {
            var allowed = Period.Merged(known.Dates.SelectMany(d => WrittenAround(time, d, told)));
            if (allowed.Count > 0 && heard.Add($"{known.Id} {time.FirstToken}"))
                witnesses.Add(new(WitnessKind.Event, span.Union(time.Span), $"“{time.Span.In(text.Text)}” of {dates} ({known.Id})", allowed, RelativeWeight));
        }
        else if (known.IsForeseen && !known.IsAgreement && IsLead(sentence) && heard.Add(known.Id + " in the lead"))
            witnesses.Add(new(WitnessKind.Event, span, $"the lead tells of {dates} ({known.Id})", Period.Merged(known.Dates.Select(d => Period.Widened(d, LeadBefore, LeadAfter))), LeadWeight));
    }

    /// <summary>The heading, the lines above the text and the first paragraph tell of what is new.</summary>
    private static bool IsLead(Sentence sentence) => sentence.Paragraph <= LeadParagraphs && sentence.First < LeadTokens;

    /// <summary>"since the fall of Saigon", "a year after the vote": not what the clause tells of, nor when.</summary>
    private bool IsBackground(TriggerMatch match, Sentence sentence)
    {
        for (int i = match.First - 1; i >= Math.Max(sentence.First, match.First - 3); i--)
            if (text.Tokens[i].Norm is "since" or "after" or "following" or "until" or "till")
                return true;
        return false;
    }

    /// <summary>"signed", "ratified": a treaty that is only talked of may not be there yet.</summary>
    private bool IsSealed(TriggerMatch match, Sentence sentence)
    {
        for (int i = Math.Max(sentence.First, match.First - SealReach); i < Math.Min(sentence.End, match.End + SealReach); i++)
            if (IsSeal(i) && clause.ToldAt(i) == Told.Past)
                return true;
        return false;
    }

    private bool HasSeal(Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
            if (IsSeal(i))
                return true;
        return false;
    }

    private bool IsSeal(int token) => text.Words[token].Pos == Upos.Verb && rules.DatingWords.IsSealing(text.Words[token].Lemma);

    /// <summary>The relative time that tells when the event was: right beside it, or on the verb that says that it happened.</summary>
    private TimeExpression? TimeOf(TriggerMatch match, Sentence sentence)
    {
        int verb = clause.VerbOf(match.Head);
        foreach (var time in text.TimesIn(sentence))
        {
            if (time is not { Kind: TimeKind.Date, Meaning: not null } || time.Fields is { Year: > 0 })
                continue;
            bool touches = time.FirstToken - match.End is 0 or 1 || match.First - time.EndToken is 0 or 1 || (time.FirstToken >= match.First && time.EndToken <= match.End);
            bool shares = verb >= 0 && clause.VerbOf(time.FirstToken) == verb && (verb == match.Head || rules.DatingWords.IsHappening(text.Words[verb].Lemma));
            if (touches || shares)
                return time;
        }
        return null;
    }

    /// <summary>
    /// The days of which a reader takes the words for the day of the event. Words that look to one side only in the grammar of times ("on
    /// Friday") look to both where the verb does not tell.
    /// </summary>
    private static IEnumerable<When> WrittenAround(TimeExpression time, When day, Told told)
    {
        // Days and weeks are told from near, months and years from afar.
        int reach = time.Fields.Month == 0 && time.Meaning!(day.First!.Value) is { First: { } from, End: { } to } && to.DayNumber - from.DayNumber <= 7 ? NearReach : Reach;
        if (day is not { First: { } first, End: { } end } || Written(time.Meaning!, first, end, reach) is not { } around)
            yield break;
        yield return around;
        if (told == Told.Present && time.Fields is { Weekday: > 0, Month: 0 })
            yield return Period.Of(first.DayNumber - 6, end.DayNumber + 6);
    }

    /// <summary>As the day of reading moves on, what is meant moves on too: both ends are found by halving.</summary>
    private static When? Written(Func<DateOnly, When?> meaning, DateOnly first, DateOnly end, int reach)
    {
        int earliest = first.DayNumber - reach, latest = end.DayNumber + reach;
        int from = FirstDay(earliest, latest, d => meaning(d)?.End > first);
        int to = FirstDay(from, latest, d => meaning(d)?.First >= end);
        return from < to && from > earliest && to < latest ? Period.Of(from, to) : null;
    }

    private static int FirstDay(int low, int high, Func<DateOnly, bool> holds)
    {
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (holds(DateOnly.FromDayNumber(middle)))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }

    private bool IsNearby(KnownEvent known, Sentence sentence)
    {
        foreach (string[] need in known.Beside)
            if (!IsNamed(need, sentence.First, sentence.End))
                return false;
        return true;
    }

    private bool IsAbout(KnownEvent known)
    {
        foreach (string[] need in known.About)
            if (!IsNamedAnywhere(need))
                return false;
        return true;
    }

    /// <summary>The actors are looked for once; of other words only those are, whose first stands somewhere.</summary>
    private bool IsNamedAnywhere(string[] need)
    {
        foreach (string alternative in need)
            if (IsCode(alternative) ? Actors.Contains(alternative) : Norms.Contains(FirstWord(alternative)) && IsSaid(alternative, 0, text.Tokens.Count))
                return true;
        return false;
    }

    private HashSet<string> Norms => norms ??= [.. text.Tokens.Select(t => t.Norm)];

    private HashSet<string> Actors => actors ??= [.. Enumerable.Range(0, text.Tokens.Count).SelectMany(i => ActorsAt(i, text.Tokens.Count))];

    private bool IsNamed(string[] need, int first, int end)
    {
        foreach (string alternative in need)
            if (IsCode(alternative) ? Enumerable.Range(first, end - first).Any(i => ActorsAt(i, end).Contains(alternative)) : IsSaid(alternative, first, end))
                return true;
        return false;
    }

    private bool IsCode(string word) => word.Length >= 2 && char.IsUpper(word[^1]) && gazetteer.Actors.ContainsKey(word);

    private static string FirstWord(string words) => words.Split(' ')[0].ToLowerInvariant();

    private IEnumerable<string> ActorsAt(int i, int end)
    {
        if (!text.Tokens[i].IsCapitalised)
            yield break;
        foreach (var name in gazetteer.NamesAt(text.Tokens, i, end))
            if (name.Kind != NameKind.Place)
                yield return name.Actor;
    }

    private bool IsSaid(string words, int first, int end)
    {
        for (int i = first; i < end; i++)
            if (StandsAt(words, i, end))
                return true;
        return false;
    }

    private bool StandsAt(ReadOnlySpan<char> words, int i, int end)
    {
        foreach (var word in words.Split(' '))
            if (i >= end || !words[word].Equals(text.Tokens[i++].Norm, StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }
}
