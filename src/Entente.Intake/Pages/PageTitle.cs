namespace Entente.Intake;

/// <summary>A page's headline, without the name of its outlet.</summary>
internal static class PageTitle
{
    /// <summary>Letters that are enough to tell that two texts are one headline.</summary>
    private const int Telling = 8;

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " » ", " « ", " :: ", " · ", " • ", " ‹ ", " › ", " ~ ", " / ", ": ", " : "];

    /// <summary>A headline that goes on so much longer than its heading has a second part.</summary>
    private const double Longer = 1.5;

    /// <summary>The heading that shows the headline, if metadata says the same.</summary>
    public static Witness? ShownHeading(PageWitnesses page, IReadOnlyList<string> outlets)
    {
        // The heading of a card beside the story may be marked as a headline too: it must not confirm itself.
        var stated = page.Of(MetaField.Title).Select(w => (w.Node, Letters: PlainValue.Letters(w.Value))).ToList();
        return page.Headings.Where(h => !IsCutShort(h.Value) && PlainValue.Letters(h.Value) is { Length: >= Telling } shown
                && !outlets.Contains(shown) && stated.Exists(s => s.Node != h.Node && s.Letters.Contains(shown, StringComparison.Ordinal)))
            .OrderByDescending(h => h.Value.Length).ThenBy(h => h.Rank).FirstOrDefault();
    }

    /// <summary>The page's first great heading that is not its outlet, for where no metadata confirms one.</summary>
    public static Witness? LikelyHeading(PageWitnesses page, IReadOnlyList<string> outlets) =>
        page.Headings.Find(h => h.Rank == 1 && PlainValue.Letters(h.Value) is { Length: >= Telling } letters && !outlets.Contains(letters));

    public static Witness? Of(PageWitnesses page, Witness? shown, Witness? likely, IReadOnlyList<string> outlets)
    {
        var stated = page.Of(MetaField.Title).Select(w => w with { Value = Cut(w.Value, outlets) }).FirstOrDefault();
        if (shown is null)
            return stated is null or { From: "title" } && likely is not null ? likely : stated;
        bool isPart = stated is { From: not "title" } && stated.Value.Length > Longer * shown.Value.Length
            && PlainValue.Letters(stated.Value).StartsWith(PlainValue.Letters(shown.Value), StringComparison.Ordinal);
        return isPart ? stated : shown with { Value = Cut(shown.Value, outlets) };
    }

    private static bool IsCutShort(string heading) => heading.EndsWith('…') || heading.EndsWith("...", StringComparison.Ordinal);

    /// <summary>Without parts at its ends that are an outlet's name.</summary>
    public static string Cut(string title, IReadOnlyList<string> outlets)
    {
        string cut = title;
        for (bool isCut = true; isCut;)
        {
            isCut = false;
            foreach (string separator in Separators)
            {
                int last = cut.LastIndexOf(separator, StringComparison.Ordinal), first = cut.IndexOf(separator, StringComparison.Ordinal);
                if (last > 0 && IsOutlet(cut[(last + separator.Length)..], outlets))
                    (cut, isCut) = (cut[..last].TrimEnd(), true);
                else if (first > 0 && IsOutlet(cut[..first], outlets))
                    (cut, isCut) = (cut[(first + separator.Length)..].TrimStart(), true);
            }
        }
        return cut;
    }

    /// <summary>Also "Gazette" for The Gazette Online, or "News of The Gazette", if they are not much shorter or longer.</summary>
    private static bool IsOutlet(string part, IReadOnlyList<string> outlets)
    {
        string letters = PlainValue.Letters(part);
        return letters.Length > 1 && outlets.Any(o => letters == o || IsMostOf(letters, o) || IsMostOf(o, letters));
    }

    private static bool IsMostOf(string part, string whole) =>
        part.Length > 3 && part.Length * 3 > whole.Length && (whole.StartsWith(part, StringComparison.Ordinal) || whole.EndsWith(part, StringComparison.Ordinal));
}
