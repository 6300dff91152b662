using System.Globalization;
using Entente.Record;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>A step in the life of an arrangement, with how many articles tell of it and how many of them are independent.</summary>
/// <param name="Date">Null where no text dates it.</param>
public sealed record LifeStep(Status Status, Modality Modality, When? Date, RecordedClaim Evidence, int Articles, int Origins);

/// <summary>
/// What the agreement claims of many articles, under many names, are about: one arrangement between its parties, in one spell of its life.
/// It is a judgement on claims, made anew from the view each time; the claims stay what they are.
/// </summary>
/// <param name="Id">Content address over what it is, not over who tells of it: more articles do not change it.</param>
/// <param name="Name">As commonly known; null for one that is only described.</param>
/// <param name="Spell">1 for the first; a renewal after an end, or a second signing years later, begins the next.</param>
/// <param name="Because">Why claims that do not name it were put with it.</param>
public sealed record Arrangement(
    string Id, string? Name, string Form, IReadOnlyList<string> Parties, int Spell, IReadOnlyList<LifeStep> Life, IReadOnlyList<RecordedClaim> Claims, IReadOnlyList<string> Because, int Articles, int Origins)
{
    /// <summary>Its name, or what it is; a second spell tells its year.</summary>
    public string Title => Spell == 1 ? Name ?? Form : $"{Name ?? Form} ({Life.Select(s => s.Date?.First?.Year).FirstOrDefault(y => y is not null)?.ToString(CultureInfo.InvariantCulture) ?? $"spell {Spell}"})";
}

/// <summary>Two that may be the same, for a person to decide.</summary>
/// <param name="Described">The id of an arrangement that no text names.</param>
/// <param name="Named">The name of the one that it may be.</param>
/// <param name="Score">0 to 1.</param>
/// <param name="Claims">So many of the described one's claims would go there.</param>
public sealed record SameArrangement(string Described, string Named, double Score, string Reason, int Claims);
