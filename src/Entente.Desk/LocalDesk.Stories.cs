using Entente.Matching;
using Entente.Vocabulary;

namespace Entente.Desk;

/// <summary>A story with its articles.</summary>
/// <param name="Articles">In the order in which they were taken in.</param>
/// <param name="Origins">How many of them are independent texts.</param>
public sealed record ToldStory(Story Story, IReadOnlyList<Article> Articles, int Origins);

public sealed partial class LocalDesk
{
    /// <summary>
    /// The stories that the articles of the record tell, the most told first. They are found anew from what the record knew at the moment, so
    /// that an article taken out leaves its story too.
    /// </summary>
    public IReadOnlyList<ToldStory> Stories(Moment moment) => Ask(moment, view =>
    {
        var index = new StoryIndex(WordFrequencies.Load(data.Read));
        var articles = new Dictionary<string, Article>(StringComparer.Ordinal);
        var origins = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var article in view.Articles().Where(a => moment.AsOf is not { } day || a.Published?.First is not { } first || first <= day))
        {
            articles.Add(article.Id, article);
            string origin = view.Origins.Of(article.Id);
            origins.TryAdd(origin, origins.Count);
            index.Add(new() { Id = article.Id, Title = article.Title, Text = article.Text, Published = article.Published, Origin = origins[origin] });
        }
        return (IReadOnlyList<ToldStory>)
        [
            .. index.Stories.Select(s => new ToldStory(s, [.. s.Members.Select(m => articles[m])], view.Origins.Count(s.Members)))
                .OrderByDescending(s => s.Origins).ThenByDescending(s => s.Articles.Count).ThenBy(s => s.Story.Id, StringComparer.Ordinal),
        ];
    });
}
