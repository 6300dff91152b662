using Entente.Vocabulary;

namespace Entente.Matching;

/// <summary>Articles on one happening and its immediate course.</summary>
/// <param name="Id">Of its first member. When two stories are joined, the one begun earlier keeps its id.</param>
/// <param name="Members">Ids in the order in which they came; copies of one text are all there.</param>
/// <param name="Dates">From the first publication to the last; null where no article is dated.</param>
/// <param name="Terms">What its articles have in common and others have not, the weightiest first.</param>
/// <param name="Changes">How it came to be, in order.</param>
public sealed record Story(string Id, IReadOnlyList<string> Members, When? Dates, IReadOnlyList<string> Terms, IReadOnlyList<StoryChange> Changes);

public enum StoryChangeKind
{
    Begun,
    Added,
    Joined,
    Split,
}

/// <param name="Article">The article whose coming brought the change about.</param>
/// <param name="Reason">For a person to read.</param>
public sealed record StoryChange(StoryChangeKind Kind, string Article, string Reason);

/// <summary>Where an article was put as it came. Later articles may move it: <see cref="StoryIndex.Stories"/> has the last word.</summary>
/// <param name="Story">The id of its story.</param>
/// <param name="Reason">For a person to read.</param>
public sealed record StoryPlacement(string Article, string Story, string Reason);
