using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>An amount of money or of something else, as a half-open range of tokens, without "about" or "more than" before it.</summary>
public readonly record struct Amount(int FirstToken, int EndToken, NameKind Kind);

/// <summary>Money and quantities, by the words of <c>data/language/units.tsv</c>: "$50 million", "4,000 troops", "70 billion yen", "30 km".</summary>
public sealed class QuantityFinder
{
    private enum Part { None, Symbol, Code, Currency, Magnitude, Short, Vague, Number, Unit, Coin, Naming }

    /// <summary>"barrels per day", "pound bomb".</summary>
    private const int LongestUnit = 3;

    private readonly Dictionary<string, Part> words = new(StringComparer.Ordinal);

    /// <summary>One more than the part of a lexeme, by its number; 0 where nobody has looked. Filled as lexemes are met; any thread would write the same.</summary>
    private readonly byte[] byLexeme = new byte[Lexicon.Slots];

    public static QuantityFinder Load(Func<string, string> read)
    {
        const string name = "language/units.tsv";
        var finder = new QuantityFinder();
        foreach (var row in DataTable.Parse(name, read(name), "words", "kind", "example").Rows)
            foreach (string word in row.List("words"))
                finder.words.TryAdd(word, EnumCode.TryParse(row["kind"], out Part part) ? part : throw new EntenteException(Faults.UnknownCode(row.Place, row["kind"], EnumCode.All<Part>().Skip(1))));
        return finder;
    }

    /// <summary>In order; they do not overlap. Each token is looked at a few times at most.</summary>
    public List<Amount> Find(IReadOnlyList<Token> tokens)
    {
        var found = new List<Amount>();
        for (int i = 0; i < tokens.Count;)
        {
            int number = EndOfCurrencyMark(tokens, i);
            int end = EndOfNumber(tokens, number);
            if (end > number && number > i && end < tokens.Count && PartOf(tokens[end]) == Part.Short)
                end++;
            if (end > number && IsAmount(tokens, i, end, hasMark: number > i) is { } amount)
                found.Add(amount);
            i = Math.Max(i + 1, found.Count > 0 ? Math.Max(end, found[^1].EndToken) : end);
        }
        return found;
    }

    private Part PartOf(Token token)
    {
        if (token.Lexeme.Id < 0)
            return words.GetValueOrDefault(token.Norm);
        ref byte part = ref byLexeme[token.Lexeme.Id];
        if (part == 0)
            part = (byte)(words.GetValueOrDefault(token.Norm) + 1);
        return (Part)(part - 1);
    }

    /// <summary>After "$", "US$", "US $", "Rs": where the number must begin; <paramref name="at"/> itself where no such mark stands.</summary>
    private int EndOfCurrencyMark(IReadOnlyList<Token> tokens, int at)
    {
        if (PartOf(tokens[at]) == Part.Symbol)
            return at + 1;
        if (at + 1 < tokens.Count && PartOf(tokens[at + 1]) == Part.Symbol && words.GetValueOrDefault(tokens[at].Norm + tokens[at + 1].Norm) == Part.Symbol
            && tokens[at].IsCapitalised && (tokens[at].Span.End == tokens[at + 1].Span.Start ? tokens[at].Norm.Length > 1 || at > 0 : tokens[at].Norm != "a"))
            return at + 2;
        if (PartOf(tokens[at]) != Part.Code || !tokens[at].IsCapitalised)
            return at;
        return at + 1 < tokens.Count && tokens[at + 1].Norm == "." ? at + 2 : at + 1;
    }

    /// <summary>"1,200", "25-35 million", "twenty-two", "half a million", "tens of thousands of".</summary>
    private int EndOfNumber(IReadOnlyList<Token> tokens, int at)
    {
        int end = at;
        if (end + 2 < tokens.Count && tokens[end].Norm == "half" && tokens[end + 1].Norm == "a" && PartOf(tokens[end + 2]) == Part.Magnitude)
            end += 3;
        else if (end + 1 < tokens.Count && tokens[end].Norm is "a" && PartOf(tokens[end + 1]) == Part.Magnitude)
            end += 2;
        while (end < tokens.Count && (IsNumber(tokens[end]) || PartOf(tokens[end]) is Part.Vague || (end > at && Continues(tokens, end))))
            end++;
        return end;
    }

    /// <summary>A magnitude, or what joins two numbers: "million", "of thousands", "- 35", "to 35".</summary>
    private bool Continues(IReadOnlyList<Token> tokens, int at)
    {
        if (PartOf(tokens[at]) == Part.Magnitude)
            return true;
        if (at + 1 == tokens.Count)
            return false;
        var next = tokens[at + 1];
        return tokens[at].Norm switch
        {
            "of" => PartOf(tokens[at - 1]) == Part.Vague && PartOf(next) is Part.Vague or Part.Currency or Part.Unit or Part.Coin,
            "-" or "–" or "to" => IsNumber(next) || PartOf(next) == Part.Magnitude,
            _ => false,
        };
    }

    private bool IsNumber(Token token) => char.IsDigit(token.Text[0]) || PartOf(token) == Part.Number
        || (token.Text.Contains('-', StringComparison.Ordinal) && PartOf(token) == Part.None && words.GetValueOrDefault(token.Norm[..token.Norm.IndexOf('-', StringComparison.Ordinal)]) == Part.Number
            && words.GetValueOrDefault(token.Norm[(token.Norm.IndexOf('-', StringComparison.Ordinal) + 1)..]) is Part.Number or Part.Magnitude);

    private Amount? IsAmount(IReadOnlyList<Token> tokens, int first, int end, bool hasMark)
    {
        int at = end < tokens.Count && tokens[end].Norm == "-" && end + 1 < tokens.Count ? end + 1 : end;
        if (EndOfCurrency(tokens, at) is var currency && currency > at)
            return new(first, currency, NameKind.Money);
        var suffix = SuffixOf(tokens[end - 1]);
        if (hasMark || suffix == Part.Currency)
            return new(first, end, NameKind.Money);
        if (IsPartOfName(tokens, first))
            return null;
        if (suffix == Part.Unit)
            return new(first, end, NameKind.Quantity);
        int unit = EndOfUnit(tokens, at);
        return unit == at || IsYear(tokens, first, end) ? null : new(first, unit, NameKind.Quantity);
    }

    /// <summary>"dollars", "US dollars", "New Taiwan dollars".</summary>
    private int EndOfCurrency(IReadOnlyList<Token> tokens, int at)
    {
        int end = at;
        for (int length = 1; length <= 2 && at + length < tokens.Count; length++)
            if (words.GetValueOrDefault(Joined(tokens, at, length)) == Part.Coin)
                end = at + length;
        return end < tokens.Count && (PartOf(tokens[end]) == Part.Currency || (PartOf(tokens[end]) == Part.Code && tokens[end].IsCapitalised)) ? end + 1 : at;
    }

    private int EndOfUnit(IReadOnlyList<Token> tokens, int at)
    {
        for (int length = Math.Min(LongestUnit, tokens.Count - at); length > 0; length--)
            if (words.GetValueOrDefault(Joined(tokens, at, length)) == Part.Unit)
                return at + length;
        return at;
    }

    private static string Joined(IReadOnlyList<Token> tokens, int first, int length) => length switch
    {
        1 => tokens[first].Norm,
        2 => $"{tokens[first].Norm} {tokens[first + 1].Norm}",
        _ => $"{tokens[first].Norm} {tokens[first + 1].Norm} {tokens[first + 2].Norm}",
    };

    /// <summary>What is written to the digits: "30km", "5,000-tonne".</summary>
    private Part SuffixOf(Token token)
    {
        int letters = 0;
        while (letters < token.Norm.Length && (char.IsAsciiDigit(token.Norm[letters]) || token.Norm[letters] is '.' or ',' or '-'))
            letters++;
        return letters == 0 || letters == token.Norm.Length ? Part.None : words.GetValueOrDefault(token.Norm[letters..]);
    }

    /// <summary>"F-35 jets", "Article 5 members": the number belongs to a name.</summary>
    private bool IsPartOfName(IReadOnlyList<Token> tokens, int first) =>
        first > 0 && (PartOf(tokens[first - 1]) == Part.Naming
            || (tokens[first - 1].Norm == "-" && first > 1 && tokens[first - 2].IsWord && tokens[first - 1].Span.End == tokens[first].Span.Start));

    /// <summary>"In 2003 troops left": four digits without a comma, which "in" or a month leads.</summary>
    private static bool IsYear(IReadOnlyList<Token> tokens, int first, int end) =>
        end == first + 1 && tokens[first].Text is [('1' or '2'), _, _, _] year && year.All(char.IsAsciiDigit) && first > 0
        && (tokens[first - 1].Norm is "in" or "since" or "by" or "until" or "of" or "from" or "," || CalendarWords.Months.ContainsKey(tokens[first - 1].Norm));
}
