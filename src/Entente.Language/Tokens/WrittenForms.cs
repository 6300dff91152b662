using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>When a full stop belongs to the word before it.</summary>
internal enum DotRule : byte
{
    Never,
    Always,

    /// <summary>"Gen. Park": always, and no sentence ends there.</summary>
    Title,

    /// <summary>"No. 7": before a digit.</summary>
    BeforeNumber,

    /// <summary>"Sat. June 5": before a capital or a digit.</summary>
    BeforeName,

    /// <summary>"etc. and": unless the sentence may end there.</summary>
    Inside,
}

/// <summary>What the table says of one form.</summary>
/// <param name="Split">Where a contraction is cut in two; 0 for what is none.</param>
internal readonly record struct FormRules(DotRule Dot = DotRule.Never, byte Split = 0, bool IsPrefix = false, bool IsSuffix = false, bool IsUnit = false, bool IsOwner = false);

/// <summary>How English is written, word by word: <c>data/language/written-forms.tsv</c>, built into the program, since gazetteer, rules and texts must all be cut alike.</summary>
internal sealed class WrittenForms
{
    public const string Table = "language/written-forms.tsv";

    private readonly FrozenDictionary<string, FormRules> rules;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> emoticons, linkEndings;

    private WrittenForms(string version, FrozenDictionary<string, FormRules> rules, FrozenSet<string> emoticons, FrozenSet<string> linkEndings)
    {
        (Version, this.rules) = (version, rules);
        this.emoticons = emoticons.GetAlternateLookup<ReadOnlySpan<char>>();
        this.linkEndings = linkEndings.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public static WrittenForms Shared { get; } = Parse(BuiltIn());

    /// <summary>Changes with any letter of the table.</summary>
    public string Version { get; }

    /// <exception cref="EntenteException">ENT0401: a class or condition that does not exist, or a contraction not cut in two.</exception>
    public static WrittenForms Parse(string text)
    {
        var rules = new Dictionary<string, FormRules>(StringComparer.Ordinal);
        var sets = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal) { ["emoticon"] = [], ["link-ending"] = [] };
        foreach (var row in DataTable.Parse(Table, text, "form", "class", "when", "example", "tokens").Rows)
        {
            string form = row["form"], plain = form.Replace("|", "", StringComparison.Ordinal);
            if (sets.TryGetValue(row["class"], out var set))
                set.Add(form);
            else
                rules[plain] = With(rules.GetValueOrDefault(plain), row);
        }
        string version = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..8];
        return new(version, rules.ToFrozenDictionary(StringComparer.Ordinal), sets["emoticon"].ToFrozenSet(StringComparer.Ordinal), sets["link-ending"].ToFrozenSet(StringComparer.Ordinal));
    }

    /// <summary>By the form as it stands, else in lower case ("PM" is a unit as "pm" is); with its stop or without.</summary>
    public FormRules RulesOf(string form)
    {
        string plain = form.TrimEnd('.');
        return rules.TryGetValue(plain, out var found) || rules.TryGetValue(plain.ToLowerInvariant(), out found) ? found : default;
    }

    public bool IsEmoticon(ReadOnlySpan<char> text) => emoticons.Contains(text);

    public bool IsLinkEnding(ReadOnlySpan<char> text) => linkEndings.Contains(text);

    private static FormRules With(FormRules rules, DataTable.Row row) => row["class"] switch
    {
        "abbreviation" => rules with { Dot = Condition(row) },
        "contraction" when row["form"].IndexOf('|', StringComparison.Ordinal) is > 0 and var at => rules with { Split = (byte)at },
        "prefix" => rules with { IsPrefix = true },
        "suffix" => rules with { IsSuffix = true },
        "unit" => rules with { IsUnit = true },
        "owner" => rules with { IsOwner = true },
        _ => throw new EntenteException(Faults.BadTable(row.Place, $"'{row["form"]}' of class '{row["class"]}'", "abbreviation, contraction (cut with a bar), prefix, suffix, unit, owner, emoticon or link-ending")),
    };

    private static DotRule Condition(DataTable.Row row) => row["when"] switch
    {
        "" => DotRule.Always,
        "title" => DotRule.Title,
        "number" => DotRule.BeforeNumber,
        "name" => DotRule.BeforeName,
        "inside" => DotRule.Inside,
        var other => throw new EntenteException(Faults.BadTable(row.Place, $"when '{other}'", "title, number, name, inside or nothing")),
    };

    private static string BuiltIn()
    {
        using var stream = typeof(WrittenForms).Assembly.GetManifestResourceStream(Table)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
