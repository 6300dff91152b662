using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>What a sentence of a CoNLL-U file must keep to, so that later steps may trust its ids and heads.</summary>
internal static class ConlluCheck
{
    /// <param name="place">The file's name, for faults.</param>
    /// <param name="line">The number of the sentence's first line with columns.</param>
    /// <exception cref="EntenteException">ENT0111: ids that do not run, a head that is no word of the sentence, a sentence without words.</exception>
    public static void Sentence(string place, int line, IReadOnlyList<string[]> lines)
    {
        int words = Ids(place, line, lines);
        for (int i = 0; i < lines.Count; i++)
            if (lines[i][Conllu.Head] is not "_" and var head && !(int.TryParse(head, NumberStyles.None, CultureInfo.InvariantCulture, out int at) && at <= words))
                throw Fault(place, line + i, $"the head '{head}'", $"a number from 0 to {words}, or _");
    }

    /// <summary>Words are numbered from 1; a range stands before its first word; empty nodes follow their word as 3.1, 3.2.</summary>
    private static int Ids(string place, int line, IReadOnlyList<string[]> lines)
    {
        int words = 0, empty = 0, rangeEnd = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            string id = lines[i][0];
            if (lines[i][Conllu.Form].Length == 0)
                throw Fault(place, line + i, "no form", "the word in the second column");
            if (id == Number(words + 1))
            {
                words++;
                empty = 0;
            }
            else if (id == $"{words}.{empty + 1}")
                empty++;
            else if (words >= rangeEnd && RangeEnd(id, words + 1) is { } end)
                rangeEnd = end;
            else
                throw Fault(place, line + i, $"the id '{id}'", $"{words + 1}, a range such as {words + 1}-{words + 2}, or {words}.{empty + 1}");
        }
        if (words == 0 || words < rangeEnd)
            throw Fault(place, line + lines.Count - 1, $"the sentence's end after {words} words", words == 0 ? "a word" : $"the words of the range up to {rangeEnd}");
        return words;
    }

    private static int? RangeEnd(string id, int first)
    {
        int hyphen = id.IndexOf('-', StringComparison.Ordinal);
        return hyphen > 0 && id[..hyphen] == Number(first) && int.TryParse(id.AsSpan(hyphen + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int end) && end >= first ? end : null;
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static EntenteException Fault(string place, int line, string found, string expected) => new(Faults.BadConllu($"{place}:{line}", found, expected));
}
