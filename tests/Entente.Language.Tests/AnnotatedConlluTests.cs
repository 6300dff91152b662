using System.Globalization;
using System.Text;
using System.Text.Json;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

public class AnnotatedConlluTests
{
    [Fact]
    public void A_text_comes_out_word_by_word_with_its_gaps_and_its_places() => Assert.Equal("""
        # newdoc id = note of a day
        # newpar
        # sent_id = 8
        # text = Peace 🕊 won’t wait.
        1	Peace	_	_	_	_	_	_	_	SpacesBefore=\s|TokenRange=1:6
        2	🕊	_	_	_	_	_	_	_	SpacesAfter=\s\t|TokenRange=7:8
        3-4	won’t	_	_	_	_	_	_	_	TokenRange=10:15
        3	wo	_	_	_	_	_	_	_	TokenRange=10:12
        4	n’t	_	_	_	_	_	_	_	TokenRange=12:15
        5	wait	_	_	_	_	_	_	_	SpaceAfter=No|TokenRange=16:20
        6	.	_	_	_	_	_	_	_	SpacesAfter=\r\n\n|TokenRange=20:21

        # newpar
        # sent_id = 9
        # text = Oslo is the allies' guest
        1	Oslo	_	_	_	_	_	_	_	SpacesAfter=\u00A0|TokenRange=24:28
        2	is	_	_	_	_	_	_	_	TokenRange=29:31
        3	the	_	_	_	_	_	_	_	TokenRange=32:35
        4-5	allies'	_	_	_	_	_	_	_	TokenRange=36:43
        4	allies	_	_	_	_	_	_	_	TokenRange=36:42
        5	'	_	_	_	_	_	_	_	TokenRange=42:43
        6	guest	_	_	_	_	_	_	_	SpaceAfter=No|TokenRange=44:49


        """.ReplaceLineEndings("\n"), Conllu(English.Pipeline.Annotate(" Peace 🕊 \twon’t wait.\r\n\nOslo\u00A0is the allies' guest", null) with { Words = new Word[12], Names = [] }, "note\nof a day", 7));

    [Fact]
    public void Grammar_and_names_have_their_columns()
    {
        Word[] words = [new(Upos.Propn, "NNP", "Jan", 2, "nsubj"), new(Upos.Propn, "NNP", "Mayen", 0, "flat"), new(Upos.Verb, "VBD", "vote", -1, "root"), new(Upos.X, "FW", "", 2, "dep")];
        var text = English.Pipeline.Annotate("Jan Mayen voted oui", null) with { Words = words, Names = [new(0, 2, new(0, 9), NameKind.Place, null)] };
        Assert.Equal("""
            1	Jan	Jan	PROPN	NNP	_	3	nsubj	_	Name=B-Place|TokenRange=0:3
            2	Mayen	Mayen	PROPN	NNP	_	1	flat	_	Name=I-Place|TokenRange=4:9
            3	voted	vote	VERB	VBD	_	0	root	_	TokenRange=10:15
            4	oui	_	X	FW	_	3	dep	_	SpaceAfter=No|TokenRange=16:19
            """.ReplaceLineEndings("\n"), string.Join('\n', Conllu(text, "d", 0).Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(WithoutFeats)));
    }

    /// <summary>SpacesBefore, forms and gaps make the text again; TokenRange says where each stands in it, in code points.</summary>
    [Fact]
    public void The_text_can_be_made_again_from_what_is_written()
    {
        foreach (var (seed, hostile) in HostileTexts.All().Take(500))
        {
            string text = WellFormed(hostile);
            var runes = text.EnumerateRunes().ToArray();
            var made = new StringBuilder();
            using var reader = new StringReader(Conllu(English.Pipeline.Annotate(text, null), "d", 0));
            foreach (var sentence in Language.Conllu.Read("d", reader))
            {
                int done = 0;
                foreach (string[] line in sentence.Lines)
                {
                    var misc = line[Language.Conllu.Misc].Split('|').Select(i => i.Split('=', 2)).ToDictionary(i => i[0], i => i[1]);
                    int[] range = [.. misc["TokenRange"].Split(':').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
                    Assert.True(line[Language.Conllu.Form] == string.Concat(runes[range[0]..range[1]].Select(r => r.ToString())), $"seed {seed}");
                    if (!line[0].Contains('-') && int.Parse(line[0], CultureInfo.InvariantCulture) <= done)
                        continue;
                    done = line[0].Contains('-') ? int.Parse(line[0].Split('-')[1], CultureInfo.InvariantCulture) : done;
                    made.Append(Gap(misc.GetValueOrDefault("SpacesBefore", ""))).Append(line[Language.Conllu.Form]);
                    made.Append(misc.ContainsKey("SpaceAfter") ? "" : Gap(misc.GetValueOrDefault("SpacesAfter", "\\s")));
                }
            }
            Assert.True(made.Length == 0 || made.ToString() == text, $"seed {seed}");
        }
    }

    [Fact]
    public void A_json_line_holds_every_field_with_offsets_that_cut_its_words_from_the_text()
    {
        var text = English.Pipeline.Annotate("🕊 “We stay,” Prime Minister Li Wei said on Monday. She left.", When.Parse("2024-05-08"));
        int li = text.Tokens.Index().First(t => t.Item.Text == "Li").Index, she = text.Tokens.Index().First(t => t.Item.Text == "She").Index;
        text = text with
        {
            Names = [new(li, li + 2, text.SpanOf(li, li + 2), NameKind.Person, text.SpanOf(li - 2, li))],
            Mentions = [new(li, li + 2, text.SpanOf(li, li + 2), MentionKind.Name, -1, ""), new(she, she + 1, text.SpanOf(she, she + 1), MentionKind.Pronoun, 0, "the last person named")],
        };
        using var json = JsonDocument.Parse(AnnotatedJson.Write(text, English.Pipeline.Features, "d", When.Parse("2024-05-08")));
        var root = json.RootElement;
        Assert.Equal(["doc", "published", "text", "tokens", "sentences", "words", "names", "times", "quotes", "mentions"], root.EnumerateObject().Select(p => p.Name));
        Assert.Equal(text.Tokens.Count, root.GetProperty("words").GetArrayLength());
        AssertCut(root, text.Text);
        Assert.Equal(("Li Wei", "person", "Prime Minister"), (Text(root, "names", 0), root.GetProperty("names")[0].GetProperty("kind").GetString(), root.GetProperty("names")[0].GetProperty("title").GetProperty("text").GetString()));
        Assert.Equal("2024-05-06", root.GetProperty("times")[0].GetProperty("value").GetString());
        Assert.Equal("said", root.GetProperty("quotes")[0].GetProperty("cue").GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, root.GetProperty("mentions")[0].GetProperty("antecedent").ValueKind);
        Assert.Equal(0, root.GetProperty("mentions")[1].GetProperty("antecedent").GetInt32());
    }

    private static void AssertCut(JsonElement element, string text)
    {
        if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty("start", out var start) && element.TryGetProperty("text", out var words))
            Assert.Equal(words.GetString(), text[start.GetInt32()..element.GetProperty("end").GetInt32()]);
        if (element.ValueKind == JsonValueKind.Array)
            foreach (var item in element.EnumerateArray())
                AssertCut(item, text);
        else if (element.ValueKind == JsonValueKind.Object)
            foreach (var property in element.EnumerateObject())
                AssertCut(property.Value, text);
    }

    private static string Text(JsonElement root, string list, int at) => root.GetProperty(list)[at].GetProperty("text").GetString()!;

    private static string Conllu(AnnotatedText text, string doc, int before)
    {
        using var writer = new StringWriter();
        AnnotatedConllu.Write(writer, text, English.Pipeline.Features, doc, before);
        return writer.ToString();
    }

    private static string WithoutFeats(string line)
    {
        string[] columns = line.Split('\t');
        columns[Language.Conllu.Feats] = "_";
        return string.Join('\t', columns);
    }

    private static string Gap(string written)
    {
        var gap = new StringBuilder();
        for (int i = 0; i < written.Length; i += 2)
            if (written[i + 1] == 'u')
            {
                gap.Append((char)int.Parse(written.AsSpan(i + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
                gap.Append(written[i + 1] switch { 's' => ' ', 'n' => '\n', 'r' => '\r', _ => '\t' });
        return gap.ToString();
    }

    /// <summary>Half of a surrogate pair is no code point.</summary>
    private static string WellFormed(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
}
