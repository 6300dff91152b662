using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// An annotated text as one line of JSON, fields always all there and always in this order. Offsets are of UTF-16 code units, as in every
/// JSON of ours; <c>words</c> says of each of <c>tokens</c>, in their order, what grammar says.
/// </summary>
public sealed class AnnotatedJson
{
    private static readonly JsonWriterOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    private readonly Utf8JsonWriter json;
    private readonly AnnotatedText text;
    private readonly WordColumns columns;

    private AnnotatedJson(Utf8JsonWriter json, AnnotatedText text, MorphFeatures features)
    {
        this.json = json;
        this.text = text;
        columns = new(text, features);
    }

    /// <param name="doc">The article's name.</param>
    /// <param name="published">The anchor of its times.</param>
    public static string Write(AnnotatedText text, MorphFeatures features, string doc, When? published)
    {
        var buffer = new ArrayBufferWriter<byte>(1024 + 64 * text.Text.Length);
        using (var json = new Utf8JsonWriter(buffer, Legible))
            new AnnotatedJson(json, text, features).Write(doc, published);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private void Write(string doc, When? published)
    {
        json.WriteStartObject();
        json.WriteString("doc", doc);
        json.WriteString("published", published?.Text);
        json.WriteString("text", text.Text);
        List("tokens", text.Tokens, t => Span(t.Span, t.Text));
        List("sentences", text.Sentences, WriteSentence);
        WriteWords();
        List("names", text.Names, WriteName);
        List("times", text.Times, WriteTime);
        List("quotes", text.Quotes, WriteQuote);
        List("mentions", text.Mentions, WriteMention);
        json.WriteEndObject();
    }

    private void List<T>(string name, IReadOnlyList<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private void WriteSentence(Sentence sentence)
    {
        Span(sentence.Span, null);
        json.WriteNumber("first_token", sentence.First);
        json.WriteNumber("end_token", sentence.End);
        json.WriteNumber("paragraph", sentence.Paragraph);
    }

    private void WriteWords()
    {
        json.WriteStartArray("words");
        foreach (var sentence in text.Sentences)
        {
            string[] feats = columns.Feats(sentence);
            for (int i = sentence.First; i < sentence.End; i++)
                WriteWord(i, feats[i - sentence.First]);
        }
        json.WriteEndArray();
    }

    private void WriteWord(int i, string feats)
    {
        var word = text.Words[i];
        json.WriteStartObject();
        Span(text.Tokens[i].Span, null);
        json.WriteString("lemma", word.Lemma);
        json.WriteString("upos", word.Tag is null ? null : columns.Upos(i));
        json.WriteString("xpos", word.Tag);
        json.WriteString("feats", feats == WordColumns.Nothing ? null : feats);
        Number("head", word.Relation is null ? null : word.Head);
        json.WriteString("deprel", word.Relation);
        json.WriteEndObject();
    }

    private void WriteName(Name name)
    {
        Tokens(name.FirstToken, name.EndToken, name.Span);
        json.WriteString("kind", EnumCode.Of(name.Kind));
        Part("title", name.Title);
    }

    private void WriteTime(TimeExpression time)
    {
        Tokens(time.FirstToken, time.EndToken, time.Span);
        json.WriteString("kind", EnumCode.Of(time.Kind));
        json.WriteString("value", time.Value?.Text);
        json.WriteString("length", time.Length);
        json.WriteString("anchor", time.Anchor?.Text);
        json.WriteString("reason", time.Reason);
    }

    private void WriteQuote(Quote quote)
    {
        json.WriteNumber("first_token", quote.FirstToken);
        json.WriteNumber("end_token", quote.EndToken);
        json.WriteString("kind", EnumCode.Of(quote.Kind));
        json.WriteBoolean("continues", quote.Continues);
        Part("content", quote.Content);
        Part("speaker", quote.Speaker?.Span);
        Number("speaker_name", quote.Speaker?.Name);
        json.WriteBoolean("speaker_resolved", quote.Speaker is { IsResolved: true });
        Part("cue", quote.Cue);
    }

    private void WriteMention(Mention mention)
    {
        Tokens(mention.FirstToken, mention.EndToken, mention.Span);
        json.WriteString("kind", EnumCode.Of(mention.Kind));
        Number("antecedent", mention.Antecedent < 0 ? null : mention.Antecedent);
        json.WriteStartArray("parts");
        foreach (int part in mention.Parts)
            json.WriteNumberValue(part);
        json.WriteEndArray();
        json.WriteString("reason", mention.Reason);
    }

    private void Tokens(int first, int end, TextSpan span)
    {
        Span(span, span.In(text.Text));
        json.WriteNumber("first_token", first);
        json.WriteNumber("end_token", end);
    }

    /// <summary>A part that may be missing, as an object of its own.</summary>
    private void Part(string name, TextSpan? span)
    {
        if (span is not { } found)
        {
            json.WriteNull(name);
            return;
        }
        json.WriteStartObject(name);
        Span(found, found.In(text.Text));
        json.WriteEndObject();
    }

    private void Span(TextSpan span, string? words)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        if (words is not null)
            json.WriteString("text", words);
    }

    private void Number(string name, int? value)
    {
        if (value is { } number)
            json.WriteNumber(name, number);
        else
            json.WriteNull(name);
    }
}
