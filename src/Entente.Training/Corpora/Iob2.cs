using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>Reads <c>form TAB label</c> files with IOB2 labels, an empty line after each sentence and <c># </c> comments without a tab.</summary>
public static class Iob2
{
    /// <exception cref="EntenteException">ENT0401: a line that has not two columns.</exception>
    public static IEnumerable<LabelledSentence> Read(string place, TextReader reader)
    {
        var forms = new List<string>();
        var spans = new List<LabelledSpan>();
        int number = 0;
        for (string? line = ""; line is not null;)
        {
            line = reader.ReadLine();
            number++;
            if (line is null or "")
            {
                if (forms.Count > 0)
                    yield return LabelledSentence.Of([.. forms], [.. spans]);
                forms.Clear();
                spans.Clear();
            }
            else if (line.Contains('\t', StringComparison.Ordinal))
                Add(line.Split('\t'), $"{place}:{number}", forms, spans);
            else if (line[0] != '#')
                throw new EntenteException(Faults.BadTable($"{place}:{number}", "one column", "a form and a label, parted by a tab"));
        }
    }

    private static void Add(string[] columns, string place, List<string> forms, List<LabelledSpan> spans)
    {
        if (columns is not [{ Length: > 0 } form, { } label] || (label != "O" && label is not ['B' or 'I', '-', _, ..]))
            throw new EntenteException(Faults.BadTable(place, $"'{string.Join("', '", columns)}'", "a form and a label O, B-… or I-…"));
        int at = forms.Count;
        forms.Add(form);
        if (label == "O")
            return;
        if (label[0] == 'I' && spans.Count > 0 && spans[^1].End == at && label.AsSpan(2).SequenceEqual(spans[^1].Label))
            spans[^1] = spans[^1] with { End = at + 1 };
        else
            spans.Add(new(at, at + 1, label[2..]));
    }
}
