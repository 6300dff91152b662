using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A day that a page tells of.</summary>
/// <param name="IsUtc">Told with a time in UTC: where the outlet is, it may have been the day before or after.</param>
internal sealed record PageDay(DateOnly Day, int Rank, string From, bool IsUtc);

/// <summary>When a page was first published and when it was last changed, out of all that it tells.</summary>
internal sealed class PageDates
{
    /// <summary>Witnesses that seldom err: of those that disagree the earliest is the first publication.</summary>
    private const int Strong = 3;

    /// <summary>Characters of a line that is about dates, names and places of writing.</summary>
    private const int LongestLine = 120;

    private const int Labelled = 4;
    private const int InAddress = 3;
    private const int PerhapsInAddress = 5;
    private const int Unlabelled = 6;
    private const int BeforeHeading = 8;

    /// <summary>News of the web is no older; before it only two witnesses together are believed.</summary>
    private static readonly DateOnly FirstBelieved = new(1995, 1, 1);

    /// <summary>What a program writes that was told no time, give or take a zone.</summary>
    private static readonly DateOnly Unset = new(1970, 1, 1);

    private readonly DateOnly last;
    private readonly DateOnly? fetched;
    private readonly List<PageDay> published = [];
    private readonly List<PageDay> modified = [];
    private readonly List<(ReadDate Date, MetaField Field, int Rank, string From)> unsure = [];
    private readonly DayOrder order;

    private PageDates(DateTimeOffset? fetched, DayOrder order)
    {
        this.order = order;
        this.fetched = fetched is { } time ? DateOnly.FromDateTime(time.Date) : null;
        // Somewhere it is tomorrow already.
        last = this.fetched?.AddDays(1) ?? DateOnly.MaxValue;
    }

    public static (PageDay? Published, PageDay? Modified, When? Month) Of(PageWitnesses page, IReadOnlyList<PageLine> lines, string? url, DateTimeOffset? fetched, DayOrder order)
    {
        var dates = new PageDates(fetched, order);
        foreach (var witness in page.Of(MetaField.Published).Concat(page.Of(MetaField.Modified)))
            dates.Take(witness);
        var address = AddressDate.In(url);
        if (address.Day is { } day)
            dates.Add(MetaField.Published, day, address.IsSure ? InAddress : PerhapsInAddress, "address", false);
        foreach (var line in lines)
            if (!page.IsBeside(line.Node))
                dates.Take(line);
        dates.Settle(address.Month);
        var first = dates.First();
        var change = dates.modified.Where(m => first is null || m.Day >= first.Day).MinBy(m => m.Rank);
        return (first ?? change, change, address.Month);
    }

    private void Take(Witness witness)
    {
        // A class may mark a whole line: "Published 4 May 2019, updated 6 May 2019".
        if (witness.Node > 0 && witness.From.StartsWith("class", StringComparison.Ordinal))
            TakeAll(witness.Value, witness.Field, witness.Rank, witness.From);
        else if (ReadDate.In(witness.Value) is { } date)
            Add(witness.Field, date, witness.Rank, witness.From, ReadDate.IsUtc(witness.Value));
    }

    private void Take(PageLine line)
    {
        // A caption tells of the day of its picture.
        if (line.Text.Length > LongestLine)
            return;
        int rank = line.IsAfter ? Unlabelled : BeforeHeading;
        if (!TakeAll(line.Text, MetaField.Published, rank, line.IsAfter ? "line" : "line before") && fetched is { } today && line.IsAfter && ReadDate.Ago(line.Text, today) is { } ago)
            Add(MetaField.Published, ago, Unlabelled + 1, "ago", false);
    }

    private bool TakeAll(ReadOnlySpan<char> text, MetaField field, int rank, string from)
    {
        bool isFound = false;
        while (ReadDate.In(text) is { } date)
        {
            isFound = true;
            var label = DateWords.LabelIn(text[..date.Start]);
            if (label == DateLabel.Modified)
                Add(MetaField.Modified, date, rank, from, false);
            else if (label == DateLabel.Published)
                Add(field, date, Math.Min(rank, Labelled), from, false);
            else if (label == DateLabel.None)
                Add(field, date, rank, from, false);
            text = text[date.End..];
        }
        return isFound;
    }

    private void Add(MetaField field, ReadDate date, int rank, string from, bool isUtc)
    {
        if (date.Swapped is not null && order == DayOrder.Unknown)
            unsure.Add((date, field, rank, from));
        else
            Add(field, order == DayOrder.MonthFirst ? date.Swapped ?? date.Day : date.Day, rank, from, isUtc);
    }

    private void Add(MetaField field, DateOnly day, int rank, string from, bool isUtc)
    {
        if (day <= last && Math.Abs(day.DayNumber - Unset.DayNumber) > 1)
            (field == MetaField.Modified ? modified : published).Add(new(day, rank, from, isUtc));
    }

    /// <summary>04/05/2019 where neither language nor host tells its order: another witness may, or that only one of the two can be.</summary>
    private void Settle(When? month)
    {
        var sure = published.Concat(modified).Select(d => d.Day).ToHashSet();
        foreach (var (date, field, rank, from) in unsure)
        {
            var (day, swapped) = (date.Day, date.Swapped!.Value);
            bool isDay = sure.Contains(day) || month?.Covers(day) == true || swapped > last;
            bool isSwapped = sure.Contains(swapped) || month?.Covers(swapped) == true || day > last;
            if (isDay != isSwapped)
                Add(field, isDay ? day : swapped, rank, from, false);
        }
    }

    private PageDay? First()
    {
        var believed = published.Where(IsBelieved).ToList();
        var first = believed.Where(d => d.Rank <= Strong).MinBy(d => d.Day) ?? believed.MinBy(d => d.Rank);
        return first is { IsUtc: true } ? believed.Find(d => d.From is "line" or "address" && Math.Abs(d.Day.DayNumber - first.Day.DayNumber) == 1) ?? first : first;
    }

    private bool IsBelieved(PageDay day) => day.Day >= FirstBelieved || published.Exists(d => d.Day == day.Day && d.From != day.From);
}
