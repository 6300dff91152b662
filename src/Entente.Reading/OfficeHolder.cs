using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>A person's term in an office: while it lasts, the person stands for the state or body in the news.</summary>
public sealed record OfficeHolder(string Person, string Short, string Actor, string Office, string Title, When Term)
{
    /// <summary>Some weeks beyond the term: news speaks of a minister as such before the swearing-in and after the resignation.</summary>
    private const int GraceDays = 30;

    /// <summary>The words of the title, cut as texts are.</summary>
    public string[] TitleNorms { get; } = [.. Tokenizer.Tokenize(Title).Select(t => t.Norm)];

    /// <summary>Tokens of the surname: two of "dos Santos".</summary>
    public int ShortLength { get; } = Tokenizer.Tokenize(Short).Count;

    /// <summary>Head of state or of government.</summary>
    public bool IsHead => Office.StartsWith("head-of-", StringComparison.Ordinal);

    /// <summary>Whether the person may have been in office when the article was written; true where its date is unknown.</summary>
    public bool IsInOffice(When? published) =>
        published is not { } p
        || ((p.End is null || Term.First is null || Term.First.Value.AddDays(-GraceDays) < p.End)
            && (p.First is null || Term.End is null || p.First < Term.End.Value.AddDays(GraceDays)));
}
