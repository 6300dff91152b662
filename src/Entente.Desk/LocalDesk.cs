using Entente.Intake;
using Entente.Language;
using Entente.Reading;
using Entente.Record;
using Entente.Record.Sqlite;
using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>
/// The desk of one machine: the verbs that every face shares, each in a file of its own, and the order of the rooms. What a verb does not
/// need is not loaded.
/// </summary>
public sealed partial class LocalDesk(DataFolder data, string recordPath, TimeProvider clock)
{
    private readonly Lazy<CodeBook> codeBook = new(() => CodeBook.Load(data.Read));
    private readonly Lazy<LanguagePipeline> language = new(() => LanguagePipeline.Load(data.Read, data.Open));
    private readonly Lazy<Gazetteer> gazetteer = new(() => Gazetteer.Load(data.Read));
    private readonly Lazy<ArticleFeed> feed = new(() => new ArticleFeed(TextCleaner.Load(data.Read), LanguageTeller.Load(data.Read)));
    private Lazy<ArticleReader>? reader;

    public CodeBook CodeBook => codeBook.Value;

    private ArticleReader Reader => (reader ??= new(() =>
    {
        var morphology = Morphology.Load(data.Read);
        return new(language.Value, gazetteer.Value, RuleBook.Load(data.Read, morphology), morphology);
    })).Value;

    /// <summary>The code of an actor that a person named by code or by name.</summary>
    /// <exception cref="EntenteException">ENT0301: nobody is called so.</exception>
    public string ActorOf(string codeOrName)
    {
        if (gazetteer.Value.FindActor(codeOrName) is { } actor)
            return actor;
        var near = Spelling.Near(codeOrName, gazetteer.Value.NamesOfActors, n => n.Name).Select(n => n.Actor).Distinct().Take(4);
        throw new EntenteException(Faults.UnknownActor(codeOrName, near.Select(a => $"{a} ({NameOf(a)})")));
    }

    /// <summary>The usual English name of an actor; its code if the gazetteer does not know it.</summary>
    public string NameOf(string actor) => gazetteer.Value.Actors.GetValueOrDefault(actor, actor);

    /// <summary>What the gazetteer holds of an actor that a person named; null if nobody is called so.</summary>
    public ActorEntry? FindActor(string codeOrName, DateOnly day)
    {
        if (gazetteer.Value.FindActor(codeOrName) is not { } actor)
            return null;
        var terms = gazetteer.Value.MembershipsOf(actor).Where(m => m.Term?.Covers(day) ?? true).ToList();
        return new(actor, NameOf(actor), gazetteer.Value.FormOf(actor),
            [.. terms.Where(m => m.Standing == "member").Select(m => m.Body == actor ? m.Member : m.Body).Distinct().Order(StringComparer.Ordinal)]);
    }

    private SqliteLedger OpenLedger() => SqliteLedger.Open(recordPath);

    private T Ask<T>(Moment moment, Func<View, T> question)
    {
        using var ledger = OpenLedger();
        using var view = ledger.AsOf(moment.AsOf).KnownOn(moment.KnownOn);
        return question(view);
    }
}

/// <summary>A state or body of the gazetteer.</summary>
/// <param name="Form">The form that membership of a body is coded as; null for a state.</param>
/// <param name="Memberships">A body's members, or the bodies that a state belongs to, on the day asked.</param>
public sealed record ActorEntry(string Code, string Name, string? Form, IReadOnlyList<string> Memberships);

/// <summary>When a question looks at the world, and with what knowledge; null is "at any time" and "with all we know".</summary>
public readonly record struct Moment(DateOnly? AsOf, DateTimeOffset? KnownOn);
