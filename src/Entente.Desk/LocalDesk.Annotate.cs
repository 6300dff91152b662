using Entente.Intake;
using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Desk;

public sealed partial class LocalDesk
{
    /// <summary>
    /// What the language pipeline finds in each article, one at a time. Texts are taken as they come, without cleaning, so that offsets are
    /// those of the text that was handed in. Articles that cannot be read are set aside and the rest goes on.
    /// </summary>
    /// <param name="published">The anchor of articles that state no date of their own.</param>
    public IEnumerable<AnnotatedArticle> Annotate(string path, Stream input, When? published, Action<Fault> setAside)
    {
        int sentences = 0;
        foreach (var taken in Open(path, input, new ArticleFeed(null), out _))
            if (taken.Article is { } article)
            {
                var anchor = article.Published ?? published;
                var annotated = new AnnotatedArticle(article.Name, anchor, language.Value.Annotate(article.Text, anchor), language.Value.Features, null, sentences);
                sentences = annotated.SentencesUpToHere;
                yield return annotated;
            }
            else if (taken.SetAside is { } fault)
                setAside(fault);
    }

    /// <summary>The same for the tokens and sentences of a CoNLL-U file, document by document.</summary>
    /// <exception cref="EntenteException">ENT0101, ENT0108: no such file. ENT0111: not CoNLL-U; the documents before that place were given.</exception>
    public IEnumerable<AnnotatedArticle> AnnotateTokens(string path, Stream input, When? published, Action<Fault> setAside)
    {
        string place = path == "-" ? "standard input" : path;
        using var reader = new StreamReader(path == "-" ? input : OpenFile(path));
        int sentences = 0;
        foreach (var document in GivenTokens.Documents(Conllu.Read(place, reader)))
        {
            var given = GivenTokens.Of(place, document);
            foreach (var fault in given.SetAside)
                setAside(fault);
            string name = document[0].Comment("newdoc id") ?? document[0].Comment("sent_id") ?? Path.GetFileNameWithoutExtension(path);
            var annotated = new AnnotatedArticle(name, published, language.Value.Annotate(given.Text, given.Tokens, given.Sentences, published), language.Value.Features, document, sentences);
            sentences = annotated.SentencesUpToHere;
            yield return annotated;
        }
    }

    private static FileStream OpenFile(string path)
    {
        if (!File.Exists(path))
            throw new EntenteException(Faults.MissingPath(path));
        try
        {
            return File.OpenRead(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new EntenteException(Faults.Unreadable(path, e.Message), e);
        }
    }
}
