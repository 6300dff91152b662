using System.Collections.Frozen;
using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>The words of time of <c>data/language/calendar.tsv</c> and <c>holidays.tsv</c>, and the verbs whose form tells past from future.</summary>
internal sealed class TimeLexicon
{
    /// <summary>Little words that the grammar knows by name.</summary>
    private const string GrammarWords =
        "of on at for and or to ago hence now date old than s 's , . ( ) - – — / ~ : $ # € £ % onward onwards local time";

    private const string Openers = "the a an in within per once twice full whole all entire half single no starting '";

    /// <summary>Filled as lexemes are met; any thread would write the same.</summary>
    private readonly TimeWord?[] byLexeme = new TimeWord?[Lexicon.Slots];

    /// <summary>Which lexemes are known to be no word of time, as nearly all are: a table so small that it stays in the processor's cache.</summary>
    private readonly bool[] areNone = new bool[Lexicon.Slots];
    private readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> bySpan;

    private TimeLexicon(FrozenDictionary<string, TimeWord> words, FrozenDictionary<string, Holiday[]> holidays)
    {
        bySpan = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Holidays = holidays;
    }

    /// <summary>By the first word of their name, longest name first.</summary>
    public FrozenDictionary<string, Holiday[]> Holidays { get; }

    /// <summary>The word of a token, remembered by the lexeme's number.</summary>
    public TimeWord? Of(Lexeme lexeme)
    {
        if (lexeme.Id < 0)
            return this[lexeme.Norm];
        if (areNone[lexeme.Id])
            return null;
        var word = byLexeme[lexeme.Id] ??= this[lexeme.Norm];
        areNone[lexeme.Id] = word is null;
        return word;
    }

    public TimeWord? this[ReadOnlySpan<char> norm] => bySpan.TryGetValue(norm, out var word) ? word : null;

    public static TimeLexicon Load(Func<string, string> read)
    {
        var words = new Dictionary<string, TimeWord>(StringComparer.Ordinal);
        foreach (string word in GrammarWords.Split(' '))
            Add(words, word, new(char.IsLetter(word[0]) ? Role.Grammar : Role.Mark));
        foreach (string word in Openers.Split(' '))
            Add(words, word, new(Role.Opener | (word == "'" ? Role.Mark : Role.Grammar)));
        foreach (var row in DataTable.Parse("language/calendar.tsv", read("language/calendar.tsv"), "word", "class", "value").Rows)
            Add(words, row["word"], Read(row));
        foreach (var row in DataTable.Parse("language/irregular.tsv", read("language/irregular.tsv"), "lemma", "class", "past").Rows)
            foreach (string past in row["past"].Split('/'))
                if (row["class"] == "v" && past != row["lemma"])
                    Add(words, past, new(Role.Past));
        var holidays = Holiday.Load(read("language/holidays.tsv"));
        foreach (var group in holidays)
            Add(words, group.Key, new(Role.Holiday));
        return new(words.ToFrozenDictionary(StringComparer.Ordinal), holidays);
    }

    private static void Add(Dictionary<string, TimeWord> words, string norm, TimeWord word) =>
        words[norm] = words.TryGetValue(norm, out var known) ? known.And(word) : word;

    private static TimeWord Read(DataTable.Row row)
    {
        if (!Enum.TryParse(row["class"], ignoreCase: true, out Role role))
            throw new EntenteException(Faults.BadTable(row.Place, $"the class '{row["class"]}'", "a class of time words: month, weekday, unit, shift, …"));
        var word = new TimeWord(role | (row["weak"].Length > 0 ? Role.Weak : 0) | (row["plural"].Length > 0 ? Role.Plural : 0));
        return role switch
        {
            Role.Number => word with { Number = Number(row) },
            Role.Ordinal => word with { Ordinal = Number(row) },
            Role.Month => word with { Month = Number(row) },
            Role.Weekday => word with { Weekday = Number(row) },
            Role.Season => word with { Season = Number(row) },
            Role.Decade => word with { Number = Number(row) },
            Role.Unit => word with { Unit = row["value"][0] },
            _ => word with { Value = row["value"] },
        };
    }

    private static int Number(DataTable.Row row) => int.TryParse(row["value"], NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        ? number : throw new EntenteException(Faults.BadTable(row.Place, $"the value '{row["value"]}'", "a whole number"));
}
