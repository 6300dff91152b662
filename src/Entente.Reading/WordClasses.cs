using System.Collections.Frozen;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// The word classes that triggers name with <c>@</c> (<c>data/reading/classes.tsv</c>): <c>@exercise</c> is an exercise, a drill, war games.
/// Members are given in the singular and match the plural too.
/// </summary>
public sealed class WordClasses
{
    private static readonly FrozenSet<string> Money = FrozenSet.Create(StringComparer.Ordinal, "fund", "funds", "funding", "loan", "loans", "grant", "grants", "money", "credit", "credits");

    private readonly Dictionary<string, Dictionary<string, List<string[]>>> membersByFirstWord = new(StringComparer.Ordinal);

    public static WordClasses Load(Func<string, string> read, Morphology morphology)
    {
        var classes = new WordClasses();
        foreach (var row in DataTable.Parse("reading/classes.tsv", read("reading/classes.tsv"), "class", "member").Rows)
        {
            string[] words = [.. Tokenizer.Tokenize(row["member"]).Select(t => t.Norm)];
            if (words.Length == 0)
                throw new EntenteException(Faults.BadTable(row.Place, "an empty member", "a word or a phrase"));
            foreach (string last in morphology.NounForms(words[^1]))
                classes.Add(row["class"], [.. words[..^1], last]);
        }
        return classes;
    }

    public bool Has(string name) => name is "money" or "number" or "many" || membersByFirstWord.ContainsKey(name);

    /// <summary>The words with which a member begins; of those that begin with a digit one stands for all.</summary>
    public IEnumerable<string> FirstWords(string name) => name switch
    {
        "money" => [TriggerWords.Digits, .. Money, .. Numbers.Signs],
        "number" or "many" => [TriggerWords.Digits, .. Numbers.InWords],
        _ => membersByFirstWord[name].Keys,
    };

    /// <summary>How many tokens from <paramref name="at"/> on are one member of the class; the longest wins; 0 for none.</summary>
    public int Match(string name, IReadOnlyList<Token> tokens, int at, int end)
    {
        if (name == "money")
            return MatchMoney(tokens, at, end);
        if (name == "many")
            return at < end && Numbers.IsMany(tokens, at) ? 1 : 0;
        if (name == "number")
            return at < end && Numbers.ValueOf(tokens[at].Norm) is not null ? 1 : 0;
        if (at >= end || !membersByFirstWord.TryGetValue(name, out var byFirst) || !byFirst.TryGetValue(tokens[at].Norm, out var members))
            return 0;
        foreach (string[] member in members)
            if (Matches(member, tokens, at, end))
                return member.Length;
        return 0;
    }

    /// <summary>Whether a single word is a member of the class.</summary>
    public bool HasWord(string name, string word)
    {
        if (!membersByFirstWord.TryGetValue(name, out var byFirst) || !byFirst.TryGetValue(word, out var members))
            return false;
        foreach (string[] member in members)
            if (member.Length == 1)
                return true;
        return false;
    }

    private static bool Matches(string[] member, IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at + member.Length > end)
            return false;
        for (int i = 1; i < member.Length; i++)
            if (tokens[at + i].Norm != member[i])
                return false;
        return true;
    }

    /// <summary>"$50 million", "50 million dollars", and the words for money.</summary>
    private static int MatchMoney(IReadOnlyList<Token> tokens, int at, int end)
    {
        if (at >= end)
            return 0;
        string norm = tokens[at].Norm;
        if (Money.Contains(norm))
            return 1;
        bool isSign = Numbers.Signs.Contains(norm);
        if (!isSign && !char.IsDigit(norm[0]))
            return 0;
        int next = isSign ? at + 1 : at;
        if (next >= end || !char.IsDigit(tokens[next].Norm[0]))
            return 0;
        next++;
        // "a $500-million deal", "50 million dollars", "2 billion US dollars"
        if (next + 1 < end && tokens[next].Norm == "-" && Numbers.ScaleOf(tokens[next + 1].Norm) > 1)
            next++;
        if (next < end && Numbers.ScaleOf(tokens[next].Norm) > 1)
            next++;
        int currency = next + 1 < end && tokens[next].Norm is "us" or "u.s." or "american" or "australian" or "canadian" or "-" ? next + 1 : next;
        bool isCurrency = currency < end && Numbers.CurrencyOf(tokens[currency].Norm) is not null;
        return isSign ? next - at : isCurrency ? currency + 1 - at : 0;
    }

    private void Add(string name, string[] words)
    {
        if (!membersByFirstWord.TryGetValue(name, out var byFirst))
            membersByFirstWord[name] = byFirst = new(StringComparer.Ordinal);
        if (!byFirst.TryGetValue(words[0], out var members))
            byFirst[words[0]] = members = [];
        members.Add(words);
        members.Sort((a, b) => b.Length.CompareTo(a.Length));
    }
}
