using System.Globalization;
using System.Text;
using Entente.Intake;
using Entente.Language;
using Entente.Reading;
using Entente.Vocabulary;

namespace Entente.Bench;

/// <summary>What reading adds to the reader of English: tokens a second of the language room alone and of both, over the articles of a file or a folder.</summary>
internal static class ReadingBench
{
    public static void Run(string data, string path)
    {
        string Read(string table) => File.ReadAllText(Path.Combine(data, table));
        var language = LanguagePipeline.Load(Read, file => File.OpenRead(Path.Combine(data, file)));
        var morphology = Morphology.Load(Read);
        var reader = new ArticleReader(language, Gazetteer.Load(Read), RuleBook.Load(Read, morphology), morphology);
        var feed = new ArticleFeed(TextCleaner.Load(Read));
        var files = Directory.Exists(path) ? ArticleFeed.FilesIn(path).Files : [path];
        List<(Article Article, int Tokens)> articles = [.. files.SelectMany(feed.ReadFile).Select(t => t.Article).OfType<Article>().Select(a => (a, Tokens(a)))];
        long bytes = articles.Sum(a => (long)Encoding.UTF8.GetByteCount(a.Article.Text));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles.Count:N0} articles, {bytes:N0} bytes, {articles.Sum(a => a.Tokens):N0} tokens; processor time, median of {Throughput.Rounds} rounds (min-max)"));
        Throughput.Report(articles, bytes, ("language alone", a => Tokens(a.Article)), ("language and reading", a =>
        {
            reader.Read(a.Article);
            return a.Tokens;
        }
        ));

        int Tokens(Article article) => language.Annotate(article.Text, article.Published).Tokens.Count;
    }
}
