using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>One article and one claim of each kind, made up.</summary>
internal static class Examples
{
    internal static readonly Article Article = new()
    {
        Name = "a.txt",
        Text = "Fiji and Tonga signed a pact.",
        Outlet = "Island Post",
        Title = "A pact",
        Published = When.Parse("2023-01-11"),
        Url = "https://example.org/1",
    };

    internal static readonly AgreementClaim Agreement = new()
    {
        Doc = "a.txt",
        Modality = Modality.Fact,
        Evidence = new(new(0, 28), "Fiji and Tonga signed a pact"),
        Confidence = 0.8,
        Name = "Suva Pact",
        Form = "consultation-pact",
        Parties = ["FJI", "TON"],
        Status = Status.InForce,
        Date = When.Parse("2023-01"),
        Speaker = new("Mere Tui", "foreign minister", "Ministry of Foreign Affairs", "FJI"),
    };

    internal static readonly EventClaim Event = new()
    {
        Doc = "a.txt",
        Modality = Modality.Planned,
        Evidence = new(new(0, 4), "Fiji"),
        Confidence = 0.5,
        Type = EventType.CONSULT,
        Actors = ["FJI"],
        Recipients = ["TON"],
        Place = "Suva",
        What = "visit",
    };

    internal static readonly ObligationClaim Obligation = new()
    {
        Doc = "a.txt",
        Modality = Modality.Opinion,
        Evidence = new(new(0, 4), "Fiji"),
        Confidence = 0.25,
        From = ["FJI"],
        To = ["TON"],
        Level = ObligationLevel.ExpectedNone,
        Contingency = "if “attacked”",
        Date = When.Parse("2004/.."),
        Speaker = new("Sione"),
    };

    internal static readonly FigureClaim Figure = new()
    {
        Doc = "a.txt",
        Modality = Modality.Possible,
        Evidence = new(new(0, 4), "Fiji"),
        Confidence = 1,
        Subject = "FJI",
        Measure = "troops",
        Value = 2.5e9,
        Unit = "persons",
    };

    internal static readonly Claim[] Claims = [Agreement, Event, Obligation, Figure];
}
