using System.Globalization;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Training;

/// <param name="Value">A share, from 0 to 1.</param>
/// <param name="Bar">The least that it must reach; null where it is only reported.</param>
public sealed record ScoreLine(string What, string Data, string Measure, double Value, double? Bar)
{
    public bool IsShort => Value < Bar;
}

/// <summary>What is measured on a file of the corpora (<c>data/language/measures.tsv</c>).</summary>
/// <param name="File">Where it stands; it need not be there.</param>
public sealed record Measurement(string What, string Data, string File, IReadOnlyDictionary<string, double> Bars);

/// <summary>Runs the reader of English over annotated sets and compares.</summary>
public sealed class ScoreRun
{
    private const string Table = "language/measures.tsv";

    private readonly LanguagePipeline pipeline;
    private readonly NameCorpus names;

    /// <param name="read">A table of the data folder by its path there.</param>
    /// <param name="open">A model file of the data folder by its path there.</param>
    /// <param name="corpora">The folder of corpora.</param>
    public ScoreRun(Func<string, string> read, Func<string, Stream> open, string corpora)
    {
        pipeline = LanguagePipeline.Load(read, open);
        names = NameCorpus.Load(read, open);
        Measurements = [.. DataTable.Parse(Table, read(Table), "what", "data", "file", "bars").Rows.Select(row => new Measurement(row["what"], row["data"],
            Path.Combine(corpora, row["what"] == "names" ? SchemeOf(row["data"], row.Place).Dev! : row["file"]), BarsOf(row)))];
    }

    public IReadOnlyList<Measurement> Measurements { get; }

    public IReadOnlyList<ScoreLine> Run(Measurement measurement)
    {
        var values = measurement.What switch
        {
            "segmentation" => Segmentation(measurement.File),
            "parse" => Parse(measurement.File),
            "names" => Names(measurement),
            "quotes" => Quotes(measurement.File),
            "times" => Times(measurement),
            "coreference" => Coreference(measurement),
            var unknown => throw new EntenteException(Faults.UnknownCode(Table, unknown, ["segmentation", "parse", "names", "quotes", "times", "coreference"])),
        };
        return [.. values.Select(v => new ScoreLine(measurement.What, measurement.Data, v.Measure, v.Value, measurement.Bars.TryGetValue(v.Measure, out double bar) ? bar : null))];
    }

    private static Dictionary<string, double> BarsOf(DataTable.Row row)
    {
        var bars = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string bar in row.List("bars"))
            bars[bar[..bar.LastIndexOf(' ')]] = double.TryParse(bar[(bar.LastIndexOf(' ') + 1)..], CultureInfo.InvariantCulture, out double percent) ? percent / 100
                : throw new EntenteException(Faults.BadTable(row.Place, $"'{bar}'", "a measure and a percentage, as in LAS 85"));
        return bars;
    }

    private NameScheme SchemeOf(string set, string place) =>
        names.Schemes.FirstOrDefault(s => s.Set == set && s.Dev is not null) ?? throw new EntenteException(Faults.UnknownCode(place, set, names.Schemes.Where(s => s.Dev is not null).Select(s => s.Set)));

    private IEnumerable<(string Measure, double Value)> Segmentation(string file)
    {
        var score = default(TokenScorer);
        foreach (var gold in GoldText.Documents(ReadConllu(file)))
        {
            var text = pipeline.Annotate(gold.Text, null);
            score += TokenScorer.Score(gold, text.Tokens, text.Sentences);
        }
        return [("tokens", score.Tokens.F1), ("words", score.Words.F1), ("sentences", score.Sentences.F1)];
    }

    private IEnumerable<(string Measure, double Value)> Parse(string file)
    {
        var scorer = new ParseScorer();
        foreach (var sentence in ReadConllu(file))
        {
            var given = GivenText.Of(sentence);
            var text = pipeline.Annotate(given.Text, given.Tokens, given.AsOneSentence, null);
            scorer.Add(sentence.Words, [.. text.Words.Select(Columns)]);
        }
        var score = scorer.Score;
        return [("UPOS", score.Upos), ("XPOS", score.Xpos), ("lemma", score.Lemma), ("UAS", score.Uas), ("LAS", score.Las)];
    }

    private IEnumerable<(string Measure, double Value)> Names(Measurement measurement)
    {
        var scheme = SchemeOf(measurement.Data, Table);
        var scorer = new NameScorer(scheme);
        foreach (var sentence in names.ReadFile(scheme, measurement.File))
        {
            var given = GivenText.Of(sentence.Forms);
            var text = pipeline.Annotate(given.Text, given.Tokens, given.AsOneSentence, null);
            scorer.Add(sentence, [.. text.Names.Select(n => new NameSpan(n.FirstToken, n.EndToken, n.Kind))]);
        }
        var (all, byClass) = scorer.Score;
        return [("F1", all.F1), ("precision", all.Precision), ("recall", all.Recall), .. byClass.Where(c => c.Value.Gold > 0).OrderBy(c => c.Key).Select(c => ($"F1 {c.Key.ToString().ToLowerInvariant()}", c.Value.F1))];
    }

    private IEnumerable<(string Measure, double Value)> Quotes(string file)
    {
        var scorer = new QuoteScorer();
        using var reader = File.OpenText(file);
        foreach (var (text, attributions) in PolNear.Read(reader))
            scorer.Add(pipeline.Annotate(text, null), attributions);
        return [("found", scorer.Score.FoundRate), ("speaker", scorer.Score.SpeakerRight), ("speaker of found", scorer.Score.SpeakerRightOfFound),
            ("sources F1", scorer.Sources.F1), ("sources precision", scorer.Sources.Precision), ("content F1", scorer.Content.F1), ("content precision", scorer.Content.Precision)];
    }

    private IEnumerable<(string Measure, double Value)> Times(Measurement measurement)
    {
        using var reader = File.OpenText(measurement.File);
        var cases = measurement.Data switch
        {
            "recognizers" => TimeCorpora.Recognizers(reader),
            "meantime" => TimeCorpora.Meantime(reader),
            "wikiwars" => TimeCorpora.WikiWars(reader),
            var unknown => throw new EntenteException(Faults.UnknownCode(Table, unknown, ["recognizers", "meantime", "wikiwars"])),
        };
        var score = TimeScorer.Score((text, published) => pipeline.Annotate(text, published).Times, cases);
        return [("found", score.FoundF1), ("exact", score.ExactF1), ("value", score.ValueShare)];
    }

    private IEnumerable<(string Measure, double Value)> Coreference(Measurement measurement)
    {
        var scorer = new CoreferenceScorer();
        using var reader = File.OpenText(measurement.File);
        var documents = measurement.Data == "meantime" ? CoreferenceCorpora.Meantime(reader) : CoreferenceCorpora.Gum(measurement.File, reader, measurement.Data == "gum-news" ? "news" : null);
        foreach (var document in documents)
            scorer.Add(pipeline.Annotate(document.Text, document.Tokens, document.Sentences, null), document);
        var score = scorer.Score;
        return [("link precision", score.Links.Precision), ("MUC", score.Muc.F1), ("B3", score.BCubed.F1), ("CEAFe", score.Ceaf.F1), ("CoNLL", score.Conll), ("CoNLL precision", score.Precision), ("CoNLL recall", score.Recall)];
    }

    private static IEnumerable<ConlluSentence> ReadConllu(string file)
    {
        using var reader = File.OpenText(file);
        foreach (var sentence in Conllu.Read(Path.GetFileName(file), reader))
            yield return sentence;
    }

    /// <summary>The ten columns of a word of a text that is one sentence.</summary>
    private static string[] Columns(Word word, int i) =>
        [$"{i + 1}", "_", word.Lemma ?? "_", word.Pos.ToString().ToUpperInvariant(), word.Tag ?? "_", "_", $"{word.Head + 1}", word.Relation ?? "_", "_", "_"];
}
