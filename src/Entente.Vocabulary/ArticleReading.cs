namespace Entente.Vocabulary;

/// <summary>
/// What made a reading: program, rules, language models, gazetteer. Same article and same four versions give the same reading, byte for byte.
/// </summary>
public sealed record ReaderVersion(string Program, string Rules, string Language, string Gazetteer)
{
    public override string ToString() => $"{Program} rules:{Rules} language:{Language} gazetteer:{Gazetteer}";
}

/// <summary>A place where something was noticed but no claim made, and why: precision before volume, but never silently.</summary>
public sealed record PassedOver(TextSpan Span, string Rule, string Reason);

/// <summary>One article, read: its claims in the order of their evidence, and what was passed over.</summary>
public sealed record ArticleReading(Article Article, ReaderVersion Reader, IReadOnlyList<Claim> Claims, IReadOnlyList<PassedOver> Passed)
{
    /// <summary>When its own text says that it was written.</summary>
    public ArticleDate Date { get; init; } = ArticleDate.Silent;

    /// <summary>What a person should look at although the article was read.</summary>
    public IReadOnlyList<Fault> Warnings { get; init; } = [];
}
