using System.Text;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <summary>A name in a sentence, as a half-open range of its forms.</summary>
public readonly record struct NameSpan(int First, int End, NameKind Kind);

/// <summary>A sentence of an annotated set, mended and mapped.</summary>
/// <param name="Names">In order; they do not overlap.</param>
/// <param name="Counts">False for a form of which the set does not tell whether it is a name: it teaches nothing and scores nothing.</param>
public sealed record NameSentence(string Set, IReadOnlyList<string> Forms, IReadOnlyList<NameSpan> Names, IReadOnlyList<bool> Counts)
{
    /// <summary>IOB2, a label for each form: <c>B-Person</c>, <c>I-Person</c>, <c>O</c>.</summary>
    public string[] Labels()
    {
        string[] labels = new string[Forms.Count];
        Array.Fill(labels, "O");
        foreach (var (first, end, kind) in Names)
            for (int i = first; i < end; i++)
                labels[i] = $"{(i == first ? 'B' : 'I')}-{kind}";
        return labels;
    }

    /// <summary>The sentence in the tokens that our own tokenizer makes of its text; names and what counts are carried over by characters.</summary>
    public NameSentence Retokenised()
    {
        var (text, spans) = Joined(Forms);
        var tokens = Tokenizer.Tokenize(text);
        var names = new List<NameSpan>(Names.Count);
        int at = 0;
        foreach (var name in Names)
        {
            while (at < tokens.Count && tokens[at].Span.End <= spans[name.First].Start)
                at++;
            int first = at;
            while (at < tokens.Count && tokens[at].Span.Start < spans[name.End - 1].End)
                at++;
            if (at > first)
                names.Add(new(first, at, name.Kind));
        }
        return new(Set, [.. tokens.Select(t => t.Text)], names, CountsOf(tokens, spans, names));
    }

    /// <summary>A token counts if all its forms do. A capitalised part of a longer form outside names ("Kenyan" of "Kenyan-led") might be a name by itself.</summary>
    private bool[] CountsOf(List<Token> tokens, TextSpan[] spans, List<NameSpan> names)
    {
        bool[] counts = new bool[tokens.Count];
        int form = 0, name = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            while (form < spans.Length && spans[form].End <= tokens[i].Span.Start)
                form++;
            while (name < names.Count && names[name].End <= i)
                name++;
            bool isInName = name < names.Count && names[name].First <= i;
            counts[i] = true;
            for (int f = form; f < spans.Length && spans[f].Start < tokens[i].Span.End; f++)
                counts[i] &= Counts[f] && (isInName || !tokens[i].IsCapitalised || !char.IsLetterOrDigit(tokens[i].Text[^1]) || tokens[i].Span.Contains(spans[f]));
        }
        return counts;
    }

    /// <summary>The sentence as it would be printed, and where each form stands in it.</summary>
    public static (string Text, TextSpan[] Spans) Joined(IReadOnlyList<string> forms)
    {
        var text = new StringBuilder();
        var spans = new TextSpan[forms.Count];
        bool isQuoted = false, glues = true;
        for (int i = 0; i < forms.Count; i++)
        {
            string form = forms[i] switch { "``" or "''" => "\"", "-LRB-" => "(", "-RRB-" => ")", var other => other };
            bool closes = form == "\"" && isQuoted;
            if (!glues && !closes && !GluesLeft(forms, i, form))
                text.Append(' ');
            spans[i] = new(text.Length, text.Length + form.Length);
            text.Append(form);
            isQuoted ^= form == "\"";
            glues = form is "(" or "[" or "“" or "‘" or "$" or "£" or "€" || (form == "\"" && isQuoted) || (form == "’" && IsClitic(forms, i + 1)) || IsInitial(forms, i);
        }
        return (text.ToString(), spans);
    }

    private static bool GluesLeft(IReadOnlyList<string> forms, int i, string form) =>
        form is "." or "," or ";" or ":" or "?" or "!" or ")" or "]" or "%" or "”" or "'s" or "’s" or "n't" or "n’t" or "'re" or "’re" or "'ve" or "’ve" or "'ll" or "’ll" or "'d" or "’d" or "'m" or "’m"
        || (form == "’" && IsClitic(forms, i + 1));

    private static bool IsClitic(IReadOnlyList<string> forms, int i) => i < forms.Count && forms[i] is "s" or "t" or "re" or "ve" or "ll" or "d" or "m";

    /// <summary>The dot after the U of "U . S .".</summary>
    private static bool IsInitial(IReadOnlyList<string> forms, int i) =>
        forms[i] == "." && i > 0 && IsLetter(forms[i - 1]) && i + 2 < forms.Count && IsLetter(forms[i + 1]) && forms[i + 2] == ".";

    private static bool IsLetter(string form) => form.Length == 1 && char.IsAsciiLetterUpper(form[0]);
}
