using Entente.Vocabulary;

namespace Entente.Language;

public enum NameKind { Person, Place, Organisation, Nationality, Agreement, Weapon, Exercise, Facility, Event, Other, Date, Money, Quantity }

/// <summary>A name, without the title before it: "British Prime Minister | Rishi Sunak".</summary>
public sealed record Name(int FirstToken, int EndToken, TextSpan Span, NameKind Kind, TextSpan? Title);

public enum MentionKind { Name, Pronoun, Nominal }

/// <summary>A phrase that stands for somebody or something, and the earlier phrase that stands for the same.</summary>
/// <param name="Antecedent">Index of an earlier mention; -1 where none was found, and where there are several.</param>
/// <param name="Reason">How the antecedent was found, for a person to check: "surname of Rishi Sunak". Empty where none was.</param>
public sealed record Mention(int FirstToken, int EndToken, TextSpan Span, MentionKind Kind, int Antecedent, string Reason)
{
    /// <summary>Indexes of the earlier mentions that it stands for together: "the two countries". Most mentions have none.</summary>
    public IReadOnlyList<int> Parts { get; init; } = [];
}
