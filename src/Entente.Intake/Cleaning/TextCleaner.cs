using System.Text;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>
/// Copies of pages to clean text: what stands around a story goes, each stretch with its reason, and the story stays word for word. Title,
/// authors, agency, outlet and date are taken from where pages put them, unless the sender stated them.
/// </summary>
public sealed class TextCleaner
{
    private readonly Furniture furniture;
    private readonly Credits credits;
    private readonly LanguageTeller languages;

    private TextCleaner(Furniture furniture, Credits credits, LanguageTeller languages)
    {
        this.furniture = furniture;
        this.credits = credits;
        this.languages = languages;
    }

    public static TextCleaner Load(Func<string, string> read) => new(Furniture.Load(read), Credits.Load(read), LanguageTeller.Load(read));

    public (Article Article, IReadOnlyList<Removed> Removed) Clean(Article article) => Clean(article, []);

    /// <param name="bylines">Those that stood outside the text.</param>
    internal (Article Article, IReadOnlyList<Removed> Removed) Clean(Article article, IReadOnlyList<string> bylines)
    {
        var copy = TextCopy.Of(article.Text);
        furniture.Judge(copy, article.Title);
        string? url = article.Url ?? copy.Written.Take(TextCopy.HeadLines).FirstOrDefault(l => l.Removed == "address")?.Text;
        var authors = article.Authors.Count > 0 ? article.Authors : credits.AuthorsOf(copy);
        string text = Join(copy);
        return (article with
        {
            Text = text,
            // Senders often state the language of their pages' frame; the text knows better.
            Language = languages.Of(text) ?? article.Language,
            Title = article.Title ?? copy.Title?.Text,
            Outlet = article.Outlet ?? credits.OutletOf(copy, url),
            Wire = article.Wire ?? credits.WireOf(copy, [.. authors, .. bylines]),
            Authors = authors,
            Url = url,
            Published = article.Published ?? WrittenDate.Of(copy),
        }, [.. copy.Lines.Where(l => l.Removed is not null && l.Text.Length > 0).Select(l => new Removed(l.Text, l.Removed!))]);
    }

    /// <summary>What is left, with at most one empty line between paragraphs.</summary>
    private static string Join(TextCopy copy)
    {
        var text = new StringBuilder();
        bool isApart = false;
        foreach (var line in copy.Lines)
        {
            if (line.Text.Length == 0)
                isApart = true;
            if (line.Text.Length == 0 || line.Removed is not null)
                continue;
            if (text.Length > 0)
                text.Append(isApart ? "\n\n" : "\n");
            text.Append(text.Length > 0 ? line.Raw : line.Text);
            isApart = false;
        }
        return text.ToString();
    }
}
