using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>All reading rules and lexicons, read once from <c>data/reading</c>. Immutable, shared by all readers.</summary>
public sealed class RuleBook
{
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);
    private readonly Morphology morphology;
    private readonly Func<string, string> read;
    private readonly StringBuilder everything = new();

    private RuleBook(Func<string, string> read, Morphology morphology)
    {
        this.morphology = morphology;
        this.read = file =>
        {
            string text = read(file);
            everything.Append(text);
            return text;
        };
        Classes = WordClasses.Load(this.read, morphology);
        Events = Index([.. LoadEvents("events-cooperation"), .. LoadEvents("events-conflict")]);
        Obligations = Index(LoadObligations());
        AgreementNouns = Index(LoadAgreementNouns());
        Topics = Index(LoadTopics(), t => t.Trigger);
        Statuses = Index(LoadStatuses());
        Memberships = Index(LoadMemberships());
        Figures = Index(LoadFigures());
        Modalities = Index(LoadModalities(), c => c.Trigger);
        Version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(everything.ToString())))[..8];
    }

    /// <summary>Changes with any letter of the tables.</summary>
    public string Version { get; }

    public WordClasses Classes { get; }

    public TriggerIndex<EventRule> Events { get; }

    public TriggerIndex<ObligationRule> Obligations { get; }

    public TriggerIndex<AgreementNounRule> AgreementNouns { get; }

    public TriggerIndex<AgreementTopic> Topics { get; }

    public TriggerIndex<StatusRule> Statuses { get; }

    public TriggerIndex<MembershipRule> Memberships { get; }

    public TriggerIndex<FigureRule> Figures { get; }

    public TriggerIndex<ModalityCue> Modalities { get; }

    /// <summary>Every rule, for the test that runs its example.</summary>
    public IEnumerable<ReadingRule> All => ((IEnumerable<ReadingRule>)Events.Items).Concat(Obligations.Items).Concat(AgreementNouns.Items)
        .Concat(Statuses.Items).Concat(Memberships.Items).Concat(Figures.Items);

    /// <exception cref="EntenteException">A table or a rule is malformed; the message names file and line.</exception>
    public static RuleBook Load(Func<string, string> read, Morphology morphology) => new(read, morphology);

    private static TriggerIndex<T> Index<T>(IReadOnlyList<T> rules) where T : ReadingRule => new(rules, r => r.Trigger);

    private static TriggerIndex<T> Index<T>(IReadOnlyList<T> items, Func<T, Trigger> trigger) => new(items, trigger);

    private List<EventRule> LoadEvents(string table) => Load(table, "type", (row, id, trigger, who, whom, confidence, example) =>
        new EventRule(id, row.Place, trigger, who, whom, confidence, example, Code<EventType>(row, "type"), Optional(row, "what")));

    private List<ObligationRule> LoadObligations() => Load("obligations", "level", (row, id, trigger, who, whom, confidence, example) =>
        new ObligationRule(id, row.Place, trigger, who, whom, confidence, example, Code<ObligationLevel>(row, "level"), Optional(row, "contingency"),
            OptionalCode<Modality>(row, "modality"), row["mutual"] == "yes"));

    private List<AgreementNounRule> LoadAgreementNouns() => Load("agreement-nouns", "form", (row, id, trigger, who, whom, confidence, example) =>
        new AgreementNounRule(id, row.Place, trigger, who, whom, confidence, example, row["form"] == "?" ? null : row["form"], Optional(row, "name"),
            OptionalCode<Status>(row, "standing")));

    private List<StatusRule> LoadStatuses() => Load("agreement-statuses", "status", (row, id, trigger, who, whom, confidence, example) =>
        new StatusRule(id, row.Place, trigger, who, whom, confidence, example, row["role"] switch
        {
            "object" => AgreementRole.Object,
            "subject" => AgreementRole.Subject,
            var other => throw new EntenteException(Faults.UnknownCode(row.Place, other, ["object", "subject"])),
        }, Code<Status>(row, "status"), OptionalCode<Modality>(row, "modality")));

    private List<MembershipRule> LoadMemberships() => Load("memberships", "status", (row, id, trigger, who, whom, confidence, example) =>
        new MembershipRule(id, row.Place, trigger, who, whom, confidence, example, Code<Status>(row, "status"), OptionalCode<Modality>(row, "modality")));

    private List<FigureRule> LoadFigures() => Load("figures", "measure", (row, id, trigger, who, _, confidence, example) =>
        new FigureRule(id, row.Place, trigger, who, confidence, example, row["measure"], row["unit"]));

    private List<AgreementTopic> LoadTopics() =>
        [.. Table("agreement-topics", "trigger", "form").Rows.Select(row => new AgreementTopic(row.Place, ParseTrigger(row), row["form"]))];

    private List<ModalityCue> LoadModalities() =>
        [.. Table("modalities", "cue", "modality").Rows.Select(row => new ModalityCue(row.Place, Trigger.Parse(row.Place, row["cue"], morphology, Classes), Code<Modality>(row, "modality")))];

    private DataTable Table(string name, params ReadOnlySpan<string> columns)
    {
        string file = $"reading/{name}.tsv";
        return DataTable.Parse(file, read(file), columns);
    }

    private List<T> Load<T>(string table, string codeColumn, Func<DataTable.Row, string, Trigger, Slot, Slot, double, RuleExample, T> make)
    {
        var rules = new List<T>();
        foreach (var row in Table(table, "id", "trigger", codeColumn, "who", "confidence", "example", "expect").Rows)
        {
            string id = row["id"];
            if (id.Length == 0 || !places.TryAdd(id, row.Place))
                throw new EntenteException(Faults.DuplicateId(row.Place, id, places.GetValueOrDefault(id, "another row")));
            if (!double.TryParse(row["confidence"], NumberStyles.Float, CultureInfo.InvariantCulture, out double confidence) || confidence is < 0 or > 1)
                throw new EntenteException(Faults.BadRule(row.Place, $"the confidence '{row["confidence"]}'", "a number from 0 to 1"));
            if (row["example"].Length == 0 || row["expect"].Length == 0)
                throw new EntenteException(Faults.BadRule(row.Place, "no example", "an example and what it must yield"));
            var example = new RuleExample(row["example"], row["expect"], Optional(row, "counterexample"));
            rules.Add(make(row, id, ParseTrigger(row), Slot.Parse(row.Place, row["who"]), Slot.Parse(row.Place, row["whom"]), confidence, example));
        }
        return rules;
    }

    private Trigger ParseTrigger(DataTable.Row row) => Trigger.Parse(row.Place, row["trigger"], morphology, Classes);

    private static string? Optional(DataTable.Row row, string column) => row[column] is { Length: > 0 } text ? text : null;

    private static T Code<T>(DataTable.Row row, string column) where T : struct, Enum =>
        EnumCode.TryParse(row[column], out T value) ? value : throw new EntenteException(Faults.UnknownCode($"{row.Place} {column}", row[column], EnumCode.All<T>()));

    private static T? OptionalCode<T>(DataTable.Row row, string column) where T : struct, Enum => row[column].Length == 0 ? null : Code<T>(row, column);
}
