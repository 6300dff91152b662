using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Entente.Language;
using Entente.Reading.Dating;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>All reading rules and lexicons, read once from <c>data/reading</c>. Immutable, shared by all readers.</summary>
public sealed class RuleBook
{
    /// <summary>A treaty called by its name is hardly ever another.</summary>
    private const double NamedConfidence = 0.88;

    private readonly TriggerWords words = new();
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
        Events = Index([.. LoadEvents("events-cooperation"), .. LoadEvents("events-conflict"), .. LoadEvents("events-speech")]);
        Obligations = Index(LoadObligations());
        var nouns = LoadAgreementNouns();
        AgreementNouns = Index([.. LoadNamedAgreements(), .. nouns]);
        Topics = Index(LoadTopics(), t => t.Trigger);
        Statuses = Index(LoadStatuses());
        Memberships = Index(LoadMemberships());
        Figures = Index(LoadFigures());
        Modalities = Index(LoadModalities(), c => c.Trigger);
        Fields = Index(LoadFields(), c => c.Trigger);
        Calibration = Calibration.Load(this.read);
        KnownEvents = Index([.. KnownEvent.Events(this.read, morphology, Classes)], e => e.Trigger);
        KnownAgreements = Index([.. KnownEvent.Agreements(this.read, morphology, Classes)], e => e.Trigger);
        DatingWords = DatingWords.Load(this.read);
        All = [.. Events.Items, .. Obligations.Items, .. nouns, .. Statuses.Items, .. Memberships.Items, .. Figures.Items];
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

    /// <summary>What tells affairs of state from sport, business, culture and crime.</summary>
    public TriggerIndex<FieldCue> Fields { get; }

    /// <summary>What the confidence of the rules is worth.</summary>
    public Calibration Calibration { get; }

    /// <summary>What news can know only from a day on.</summary>
    public TriggerIndex<KnownEvent> KnownEvents { get; }

    /// <summary>The days of signature of agreements that have names.</summary>
    public TriggerIndex<KnownEvent> KnownAgreements { get; }

    public DatingWords DatingWords { get; }

    /// <summary>Every rule that stands in a table of its own, for the test that runs its example.</summary>
    public IReadOnlyList<ReadingRule> All { get; }

    /// <exception cref="EntenteException">A table or a rule is malformed; the message names file and line.</exception>
    public static RuleBook Load(Func<string, string> read, Morphology morphology) => new(read, morphology);

    /// <summary>The sentences of a text as the triggers of all tables see them.</summary>
    public IReadOnlyList<TriggerSentence> SentencesOf(AnnotatedText text) => [.. text.Sentences.Select(s => words.Read(text.Tokens, s))];

    private TriggerIndex<T> Index<T>(IReadOnlyList<T> rules) where T : ReadingRule => Index(rules, r => r.Trigger);

    private TriggerIndex<T> Index<T>(IReadOnlyList<T> items, Func<T, Trigger> trigger) => new(items, trigger, words);

    private List<EventRule> LoadEvents(string table) => Load(table, "type", (row, id, trigger, who, whom, confidence, example) =>
        new EventRule(id, row.Place, trigger, who, whom, confidence, example, Code<EventType>(row, "type"), Optional(row, "what")));

    private List<ObligationRule> LoadObligations() => Load("obligations", "level", (row, id, trigger, who, whom, confidence, example) =>
        new ObligationRule(id, row.Place, trigger, who, whom, confidence, example, Code<ObligationLevel>(row, "level"), Optional(row, "contingency"),
            OptionalCode<Modality>(row, "modality"), row["mutual"] == "yes"));

    private List<AgreementNounRule> LoadAgreementNouns() => Load("agreement-nouns", "form", (row, id, trigger, who, whom, confidence, example) =>
        new AgreementNounRule(id, row.Place, trigger, who, whom, confidence, example, row["form"] == "?" ? null : row["form"], Optional(row, "name"),
            OptionalCode<Status>(row, "standing")));

    /// <summary>
    /// The treaties and arrangements that have names (<c>data/gazetteer/agreements.tsv</c>), longest names first. The name tells the form;
    /// who the parties are must still stand in the text.
    /// </summary>
    private IEnumerable<AgreementNounRule> LoadNamedAgreements()
    {
        const string file = "gazetteer/agreements.tsv";
        Slot who = Slot.Parse(file, "owner|between?"), doer = Slot.Parse(file, "owner|between|subject?"), whom = Slot.Parse(file, "between|with?");
        var named = new List<(int Words, AgreementNounRule Rule)>();
        foreach (var row in DataTable.Parse(file, read(file), "name", "aliases", "form", "parties").Rows)
            foreach (string name in row.List("aliases").Prepend(row["name"]).Where(n => IsDistinctive(n) || IsExercise(row["form"], n)))
            {
                string[] words = [.. Tokenizer.Tokenize(name).Select(t => t.Norm), .. IsDistinctive(name) ? Array.Empty<string>() : ["@exercise"]];
                var trigger = Trigger.Parse(row.Place, string.Join(' ', words), morphology, Classes);
                named.Add((words.Length, new($"named-agreement:{row["name"]}", row.Place, trigger, row["form"] is "exercise-series" or "dialogue" ? doer : who, whom, NamedConfidence, new("", "", null), row["form"], row["name"], Standing(row["form"]), [.. row.List("parties")])));
            }
        return named.OrderByDescending(n => n.Words).Select(n => n.Rule);
    }

    /// <summary>As in agreement-nouns.tsv: what exists only by being in force is in force where it is mentioned.</summary>
    private static Status? Standing(string form) => form is "alliance" or "strategic-partnership" or "dialogue" or "exercise-series" ? Status.InForce : null;

    /// <summary>A name of several words, or of four capitals: "Malabar" and "Zapad" are also places and the west.</summary>
    private static bool IsDistinctive(string name) =>
        name.All(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '.' or '\'' or '&') && (name.Contains(' ', StringComparison.Ordinal) || (name.Length >= 4 && name.All(char.IsUpper)));

    /// <summary>"the Malabar exercise": a word that alone may be a place.</summary>
    private static bool IsExercise(string form, string name) => form == "exercise-series" && name.Length > 3 && name.All(char.IsLetter);

    private List<StatusRule> LoadStatuses() => Load("agreement-statuses", "status", (row, id, trigger, who, whom, confidence, example) =>
        new StatusRule(id, row.Place, trigger, who, whom, confidence, example, row["role"] switch
        {
            "object" => AgreementRole.Object,
            "subject" => AgreementRole.Subject,
            var other => throw new EntenteException(Faults.UnknownCode(row.Place, other, ["object", "subject"])),
        }, Code<Status>(row, "status"), OptionalCode<Modality>(row, "modality"), id.StartsWith("standing-", StringComparison.Ordinal)));

    private List<MembershipRule> LoadMemberships() => Load("memberships", "status", (row, id, trigger, who, whom, confidence, example) =>
        new MembershipRule(id, row.Place, trigger, who, whom, confidence, example, Code<Status>(row, "status"), OptionalCode<Modality>(row, "modality")));

    private List<FigureRule> LoadFigures() => Load("figures", "measure", (row, id, trigger, who, _, confidence, example) =>
        new FigureRule(id, row.Place, trigger, who, confidence, example, row["measure"], row["unit"].TrimStart('-'), row["unit"].StartsWith('-')));

    private List<AgreementTopic> LoadTopics() =>
        [.. Table("agreement-topics", "trigger", "form").Rows.Select(row => new AgreementTopic(row.Place, ParseTrigger(row), row["form"]))];

    private List<ModalityCue> LoadModalities() =>
        [.. Table("modalities", "cue", "modality", "reported").Rows.Select(row => new ModalityCue(row.Place, Trigger.Parse(row.Place, row["cue"], morphology, Classes), Code<Modality>(row, "modality"), OptionalCode<Modality>(row, "reported")))];

    private List<FieldCue> LoadFields() =>
        [.. from row in Table("fields", "field", "weight", "words").Rows
            from words in row.List("words")
            select new FieldCue(row.Place, Trigger.Parse(row.Place, words, morphology, Classes), row["field"], Weight(row))];

    /// <summary>Affairs of state weigh against the other fields.</summary>
    private static int Weight(DataTable.Row row) =>
        int.TryParse(row["weight"], NumberStyles.None, CultureInfo.InvariantCulture, out int weight) && weight is > 0 and < 10 ? row["field"] == FieldCue.Affairs ? -weight : weight
            : throw new EntenteException(Faults.BadRule(row.Place, $"the weight '{row["weight"]}'", "a number from 1 to 9"));

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
