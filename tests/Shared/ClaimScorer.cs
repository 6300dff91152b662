using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Entente.Tests;

/// <summary>How many of a careful analyst's claims were found: precision, recall and their harmonic mean.</summary>
internal sealed record ClaimScore(int Gold, int System, int Found, IReadOnlyList<string> Missed)
{
    public double Precision => (double)Found / Math.Max(System, 1);

    public double Recall => (double)Found / Math.Max(Gold, 1);

    public double F1 => Found == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);
}

/// <summary>
/// Compares claims with gold, both in the line format. A claim is found where its kind and who with whom are right: agreements by at least
/// half of the parties (two of them) and forms of one family, events by one quad class and an actor and a recipient in common, obligations
/// by overlapping sides and levels of one family, figures by value. One claim pairs with one other at most, the closest first.
/// </summary>
internal static partial class ClaimScorer
{
    /// <summary>Forms that a careful reader may confuse without being wrong about what was found.</summary>
    private static readonly Dictionary<string, string> FormFamily = Families(
        "pact: alliance consultation-pact security-guarantee", "restraint: nonaggression-pact neutrality-pact arms-control peace",
        "access: reciprocal-access status-of-forces basing logistics-support", "infosec: information-security", "arms: arms-programme arms-transfer",
        "cooperation: exercise-series defence-cooperation strategic-partnership", "forum: dialogue forum", "trade: trade", "other: other");

    private static readonly Dictionary<string, string> Quad = Families(
        "VC: AGREE CONSULT SUPPORT CONCEDE", "MC: COOPERATE AID RETREAT", "VX: REQUEST ACCUSE REJECT THREATEN", "MX: PROTEST SANCTION MOBILIZE COERCE ASSAULT");

    private static readonly Dictionary<string, string> LevelFamily = Families("must: defend assist nuclear-umbrella", "consult: consult", "no: none expected-none doubted");

    private static readonly HashSet<string> Mutual = ["CONSULT", "COOPERATE", "AGREE"];

    /// <param name="documents">All that were read, so that claims from an article without gold count as wrong; null for those that gold names.</param>
    public static ClaimScore Score(IReadOnlyList<JsonElement> gold, IReadOnlyList<JsonElement> system, IEnumerable<string>? documents = null)
    {
        var counted = (documents ?? gold.Select(g => Text(g, "doc")!)).Select(Stem).ToHashSet();
        var read = system.Where(s => counted.Contains(Stem(Text(s, "doc")!))).ToList();
        var byDocument = read.Index().ToLookup(s => Stem(Text(s.Item, "doc")!));
        var pairs = gold.Index().SelectMany(g => byDocument[Stem(Text(g.Item, "doc")!)].Where(s => HasSameCore(g.Item, s.Item)).Select(s => (Gold: g.Index, System: s.Index, Near: Nearness(g.Item, s.Item))));
        var found = new HashSet<int>();
        var used = new HashSet<int>();
        foreach (var pair in pairs.OrderByDescending(p => p.Near).ToList())
            if (!found.Contains(pair.Gold) && used.Add(pair.System))
                found.Add(pair.Gold);
        return new(gold.Count, read.Count, found.Count, [.. gold.Index().Where(g => !found.Contains(g.Index)).Select(g => g.Item.GetRawText())]);
    }

    public static IReadOnlyList<JsonElement> Lines(IEnumerable<string> lines) => [.. lines.Where(l => !string.IsNullOrWhiteSpace(l)).Select(l => JsonSerializer.Deserialize<JsonElement>(l))];

    private static bool HasSameCore(JsonElement g, JsonElement s)
    {
        string kind = Text(g, "kind")!;
        if (kind != Text(s, "kind"))
            return false;
        switch (kind)
        {
            case "agreement":
                var (parties, got) = (Set(g, "parties"), Set(s, "parties"));
                int both = parties.Intersect(got).Count();
                return Same(FormFamily, g, s, "form") && both >= Math.Min(2, parties.Count) && 2 * both >= parties.Union(got).Count();
            case "event":
                if (!Same(Quad, g, s, "type"))
                    return false;
                if (!Mutual.Contains(Text(g, "type")!) && !Mutual.Contains(Text(s, "type")!))
                    return Overlap(Set(g, "actors"), Set(s, "actors")) && Overlap(Set(g, "recipients"), Set(s, "recipients"));
                var everyone = Set(g, "actors", "recipients");
                return everyone.Intersect(Set(s, "actors", "recipients")).Count() >= Math.Min(2, everyone.Count);
            case "obligation":
                return Overlap(Set(g, "from"), Set(s, "from")) && Overlap(Set(g, "to"), Set(s, "to")) && Same(LevelFamily, g, s, "level");
            default:
                return Number(g) is { } value && Number(s) is { } read && Math.Abs(value - read) < 1e-9;
        }
    }

    /// <summary>Exactly equal before nearly equal; among equals the one whose evidence shares most words.</summary>
    private static double Nearness(JsonElement g, JsonElement s)
    {
        bool isExact = IsExact(g, s);
        var (e, x) = (Words(Evidence(g)), Words(Evidence(s)));
        double shared = (double)e.Intersect(x).Count() / Math.Max(e.Union(x).Count(), 1);
        return shared + (isExact ? 1 : 0) + (isExact && IsFull(g, s) ? 1 : 0);
    }

    private static bool IsExact(JsonElement g, JsonElement s) => Text(g, "kind") switch
    {
        "agreement" => Set(g, "parties").SetEquals(Set(s, "parties")) && Equal(g, s, "form") && Equal(g, s, "status"),
        "event" when !Equal(g, s, "type") => false,
        "event" when Mutual.Contains(Text(g, "type")!) => Set(g, "actors", "recipients").SetEquals(Set(s, "actors", "recipients")),
        "event" => Set(g, "actors").SetEquals(Set(s, "actors")) && Set(g, "recipients").SetEquals(Set(s, "recipients")),
        "obligation" => Set(g, "from").SetEquals(Set(s, "from")) && Set(g, "to").SetEquals(Set(s, "to")) && Equal(g, s, "level"),
        _ => Equal(g, s, "subject"),
    };

    /// <summary>Only the order in which equals pair hangs on this: the date as it is written, modality, and the speaker's last name.</summary>
    private static bool IsFull(JsonElement g, JsonElement s) =>
        (Text(g, "date") is null || Equal(g, s, "date")) && Equal(g, s, "modality") && (Surname(g) is not { } said || said == Surname(s));

    private static string? Surname(JsonElement claim) =>
        claim.TryGetProperty("speaker", out var speaker) && (speaker.ValueKind == JsonValueKind.Object ? Text(speaker, "name") : Text(claim, "speaker")) is { Length: > 0 } name
            ? name.Split(' ')[^1].ToLowerInvariant()
            : null;

    private static bool Same(Dictionary<string, string> families, JsonElement g, JsonElement s, string field) =>
        families.GetValueOrDefault(Text(g, field) ?? "") is { } family && family == families.GetValueOrDefault(Text(s, field) ?? "");

    private static bool Equal(JsonElement g, JsonElement s, string field) => Text(g, field) == Text(s, field);

    private static bool Overlap(HashSet<string> a, HashSet<string> b) => a.Overlaps(b) || (a.Count == 0 && b.Count == 0);

    private static double? Number(JsonElement claim) => !claim.TryGetProperty("value", out var value) ? null : value.ValueKind switch
    {
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String when double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double read) => read,
        _ => null,
    };

    private static string Evidence(JsonElement claim) =>
        claim.TryGetProperty("evidence", out var evidence) && evidence.ValueKind == JsonValueKind.Object ? Text(evidence, "text") ?? "" : Text(claim, "evidence") ?? "";

    private static string? Text(JsonElement json, string field) => json.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static HashSet<string> Set(JsonElement claim, params ReadOnlySpan<string> fields)
    {
        var set = new HashSet<string>();
        foreach (string field in fields)
            if (claim.TryGetProperty(field, out var value))
                set.UnionWith(value.ValueKind switch
                {
                    JsonValueKind.Array => value.EnumerateArray().Select(v => v.GetString()!),
                    JsonValueKind.String => [value.GetString()!],
                    _ => [],
                });
        return set;
    }

    private static HashSet<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    /// <summary>"000_fb57…" and "000" are one article.</summary>
    private static string Stem(string document) => document.Split('/')[^1].Split('_', '.')[0];

    private static Dictionary<string, string> Families(params string[] lines) =>
        lines.Select(l => l.Split(": ")).SelectMany(l => l[1].Split(' ').Select(c => (Code: c, Family: l[0]))).ToDictionary(c => c.Code, c => c.Family);

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
