using System.Globalization;
using System.Text;

namespace Entente.Language;

/// <summary>
/// An annotated text as CoNLL-U. What UDPipe writes in MISC is written so here: <c>SpacesAfter</c> where a gap is not one space, so that the
/// text can be made again, and <c>TokenRange</c>, which counts Unicode code points and not UTF-16 units.
/// </summary>
public sealed class AnnotatedConllu
{
    /// <summary>Characters; large enough that writing costs little, small beside a long article.</summary>
    private const int FlushAt = 1 << 15;

    private readonly AnnotatedText text;
    private readonly WordColumns columns;
    private readonly StringBuilder lines = new();
    private readonly CodePoints codePoints;

    private AnnotatedConllu(AnnotatedText text, MorphFeatures features)
    {
        this.text = text;
        columns = new(text, features);
        codePoints = new(text.Text);
    }

    /// <param name="doc">The document's name.</param>
    /// <param name="sentencesBefore">Sentences written before this document: <c>sent_id</c> runs through all of them.</param>
    public static void Write(TextWriter writer, AnnotatedText text, MorphFeatures features, string doc, int sentencesBefore) =>
        new AnnotatedConllu(text, features).Write(writer, doc, sentencesBefore);

    private void Write(TextWriter writer, string doc, int sentencesBefore)
    {
        lines.Append(CultureInfo.InvariantCulture, $"# newdoc id = {doc.ReplaceLineEndings(" ")}\n");
        int paragraph = -1;
        foreach (var sentence in text.Sentences)
        {
            if (sentence.Paragraph != paragraph)
                lines.Append("# newpar\n");
            paragraph = sentence.Paragraph;
            lines.Append(CultureInfo.InvariantCulture, $"# sent_id = {++sentencesBefore}\n# text = ");
            AppendText(sentence);
            string[] feats = columns.Feats(sentence);
            for (int i = sentence.First; i < sentence.End;)
            {
                int end = Clitics.EndOfWritten(text.Tokens, i, sentence.End);
                AppendWritten(sentence, feats, i, end);
                i = end;
            }
            lines.Append('\n');
            if (lines.Length > FlushAt)
                Flush(writer);
        }
        Flush(writer);
    }

    private void Flush(TextWriter writer)
    {
        writer.Write(lines);
        lines.Clear();
    }

    /// <summary>As the format asks, the forms with one space wherever the text has a gap, whatever the gap is.</summary>
    private void AppendText(Sentence sentence)
    {
        for (int i = sentence.First; i < sentence.End; i++)
        {
            lines.Append(text.Tokens[i].Text);
            if (i + 1 < sentence.End && Gap(i).Length > 0)
                lines.Append(' ');
        }
        lines.Append('\n');
    }

    /// <summary>A word as it is written: one line, or a range and the lines of its parts.</summary>
    private void AppendWritten(Sentence sentence, string[] feats, int first, int end)
    {
        if (end - first > 1)
        {
            lines.Append(CultureInfo.InvariantCulture, $"{first - sentence.First + 1}-{end - sentence.First}\t{text.Text.AsSpan()[text.Tokens[first].Span.Start..text.Tokens[end - 1].Span.End]}\t_\t_\t_\t_\t_\t_\t_\t");
            AppendMisc(null, first, end, hasGap: true);
        }
        for (int i = first; i < end; i++)
        {
            lines.Append(CultureInfo.InvariantCulture,
                $"{i - sentence.First + 1}\t{text.Tokens[i].Text}\t{columns.Lemma(i)}\t{columns.Upos(i)}\t{columns.Xpos(i)}\t{feats[i - sentence.First]}\t{columns.Head(sentence, i)}\t{columns.Deprel(i)}\t_\t");
            AppendMisc(columns.Name(i), i, i + 1, hasGap: end - first == 1);
        }
    }

    private void AppendMisc(string? name, int first, int end, bool hasGap)
    {
        if (name is not null)
            lines.Append("Name=").Append(name).Append('|');
        if (hasGap)
            AppendGaps(first, end);
        lines.Append(CultureInfo.InvariantCulture, $"TokenRange={codePoints.Before(text.Tokens[first].Span.Start)}:{codePoints.Before(text.Tokens[end - 1].Span.End)}\n");
    }

    private void AppendGaps(int first, int end)
    {
        var after = Gap(end - 1);
        if (after.Length == 0)
            lines.Append("SpaceAfter=No|");
        else if (after is not " ")
            AppendGap("SpacesAfter=", after);
        if (first == 0 && text.Tokens[0].Span.Start > 0)
            AppendGap("SpacesBefore=", text.Text.AsSpan(0, text.Tokens[0].Span.Start));
    }

    private ReadOnlySpan<char> Gap(int token) =>
        text.Text.AsSpan()[text.Tokens[token].Span.End..(token + 1 < text.Tokens.Count ? text.Tokens[token + 1].Span.Start : text.Text.Length)];

    private void AppendGap(string key, ReadOnlySpan<char> gap)
    {
        lines.Append(key);
        foreach (char c in gap)
            _ = c switch
            {
                ' ' => lines.Append("\\s"),
                '\n' => lines.Append("\\n"),
                '\r' => lines.Append("\\r"),
                '\t' => lines.Append("\\t"),
                _ => lines.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:X4}"),
            };
        lines.Append('|');
    }

    /// <summary>Code points before an offset, for offsets that hardly ever go back: each character is counted about once.</summary>
    private sealed class CodePoints(string text)
    {
        private int at, count;

        public int Before(int offset)
        {
            if (offset < at)
                Count(offset, at, -1);
            else
                Count(at, offset, 1);
            at = offset;
            return count;
        }

        private void Count(int start, int end, int step)
        {
            foreach (char c in text.AsSpan()[start..end])
                if (!char.IsLowSurrogate(c))
                    count += step;
        }
    }
}
