namespace Entente.Intake;

/// <summary>Who published a page, by the name that it gives itself.</summary>
/// <param name="Letters">All that it may be called, letters only: of the names that it gives itself, and of its host.</param>
internal sealed record PageOutlet(string? Name, string From, IReadOnlyList<string> Letters)
{
    private const int LongestName = 60;

    public static PageOutlet Of(PageWitnesses page, string? url)
    {
        var names = page.Of(MetaField.Outlet).Where(w => !w.Value.Contains('/')).Select(w => w with { Value = WithoutMotto(w.Value) }).Where(w => IsName(w.Value)).ToList();
        var letters = names.Select(n => PlainValue.Letters(n.Value)).Concat(OfHost(url)).Where(l => l.Length > 1).Distinct().ToList();
        return names.Count > 0 ? new(names[0].Value, names[0].From, letters) : new(null, "", letters);
    }

    private static string WithoutMotto(string name)
    {
        int motto = name.IndexOfAny(['|', '•', '·', '–', '—', '»', ':']);
        if (motto < 0)
            motto = name.IndexOf(" - ", StringComparison.Ordinal);
        return motto > 1 ? name[..motto].Trim() : name.Trim();
    }

    /// <summary>"www.example.com" and "@example" are addresses, "U.S." a section.</summary>
    private static bool IsName(string name) => name.Length is > 1 and <= LongestName && name.Count(char.IsLetter) > (name.Contains('.') ? 2 : 0) && name[0] != '@'
        && (name.Contains(' ') || !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) && !IsHost(name);

    /// <summary>Who writes himself with a capital means a name: "Sportsnet.ca".</summary>
    private static bool IsHost(string name) => !name.Any(char.IsUpper) && !name.Contains(' ') && name.IndexOf('.') is var dot and > 0 && name.Length - name.LastIndexOf('.') is >= 3 and <= 5;

    private static IEnumerable<string> OfHost(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.HostNameType != UriHostNameType.Dns)
            return [];
        string[] parts = address.Host.Split('.');
        var names = parts.SkipLast(1).Where(p => p.Length > 3 || parts.Length == 2);
        return [PlainValue.Letters(address.Host), .. names.Select(PlainValue.Letters)];
    }
}
