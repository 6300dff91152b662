using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>An agreement that the gazetteer knows by name.</summary>
/// <param name="Parties">States, or a body where all its members are bound.</param>
/// <param name="Ended">Null for one that still stands.</param>
public sealed record KnownAgreement(string Name, string Form, IReadOnlyList<string> Parties, When? Signed, When? InForce, When? Ended)
{
    /// <summary>The first day on which a text may speak of it as made.</summary>
    public DateOnly? Begin => Signed?.First ?? InForce?.First;
}

/// <summary>The agreements of <c>data/gazetteer/agreements.tsv</c>, by name and by who is bound.</summary>
public sealed class AgreementBook
{
    private readonly Dictionary<string, KnownAgreement> byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly ILookup<string, KnownAgreement> byParties;

    private AgreementBook(IReadOnlyList<(KnownAgreement Agreement, string[] Aliases, string Abbreviation)> all)
    {
        // "MDT" is many; "GCAP" is one.
        foreach (var abbreviated in all.Where(a => a.Abbreviation.Length > 0).GroupBy(a => a.Abbreviation).Where(g => g.Count() == 1))
            byName[abbreviated.Key] = abbreviated.First().Agreement;
        foreach (var (agreement, aliases, _) in all)
            foreach (string name in aliases.Prepend(agreement.Name))
                byName.TryAdd(name, agreement);
        byParties = all.Select(a => a.Agreement).ToLookup(a => Key(a.Parties));
    }

    public static AgreementBook Load(Func<string, string> read) => new(
    [
        .. DataTable.Parse("gazetteer/agreements.tsv", read("gazetteer/agreements.tsv"), "name", "aliases", "form", "parties", "signed", "in-force", "ended", "abbreviation").Rows
            .Select(r => (new KnownAgreement(r["name"], r["form"], Claim.Sorted(r.List("parties")), r.Date("signed"), r.Date("in-force"), r.Date("ended")), r.List("aliases"), r["abbreviation"])),
    ]);

    public KnownAgreement? Called(string name) => byName.GetValueOrDefault(name);

    /// <summary>Those between exactly these.</summary>
    public IEnumerable<KnownAgreement> Between(IReadOnlyList<string> parties) => byParties[Key(parties)];

    private static string Key(IReadOnlyList<string> parties) => string.Join(' ', parties);
}
