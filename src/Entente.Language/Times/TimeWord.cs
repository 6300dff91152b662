using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>What part a word can play in a time expression. A word may have several: "second" is an ordinal and a unit.</summary>
[Flags]
internal enum Role : uint
{
    None = 0,
    Number = 1 << 0,
    Ordinal = 1 << 1,
    Month = 1 << 2,
    Weekday = 1 << 3,
    Season = 1 << 4,
    Unit = 1 << 5,
    Day = 1 << 6,
    Shift = 1 << 7,
    Part = 1 << 8,
    Daypart = 1 << 9,
    Every = 1 << 10,
    Rate = 1 << 11,
    Vague = 1 << 12,
    Decade = 1 << 13,
    Frame = 1 << 14,
    Link = 1 << 15,
    Approximate = 1 << 16,
    Numbering = 1 << 17,
    Clock = 1 << 18,
    Zone = 1 << 19,
    Fiscal = 1 << 20,
    Future = 1 << 21,
    Past = 1 << 22,
    Holiday = 1 << 23,
    Hour = 1 << 24,

    /// <summary>Written in digits, one or two for a day, four for a year.</summary>
    Digits = 1 << 25,

    /// <summary>A month or weekday that is a word or a name as well ("may", "sat"), and needs a preposition or a number beside it.</summary>
    Weak = 1 << 26,
    Plural = 1 << 27,
    Mark = 1 << 28,
    Grammar = 1 << 29,

    /// <summary>A little word that an expression can begin with: "the", "within".</summary>
    Opener = 1 << 30,

    /// <summary>One of these must be in a sentence that tells a time.</summary>
    Core = Number | Ordinal | Month | Weekday | Season | Unit | Day | Daypart | Rate | Decade | Hour | Holiday | Fiscal,

    /// <summary>An expression begins with one of these.</summary>
    Beginning = Core | Shift | Part | Every | Vague | Frame | Approximate | Numbering | Opener,
}

/// <summary>An entry of <c>data/language/calendar.tsv</c>, with all that its rows say of the word.</summary>
internal sealed record TimeWord(Role Roles)
{
    public int Number { get; init; }

    public int Ordinal { get; init; }

    public int Month { get; init; }

    /// <summary>1 is Monday, 7 is Sunday, as in ISO 8601.</summary>
    public int Weekday { get; init; }

    /// <summary>The EDTF code: 21 is spring.</summary>
    public int Season { get; init; }

    /// <summary>The letter of the unit, see <see cref="Calendar"/>.</summary>
    public char Unit { get; init; }

    /// <summary>What the row's value says in the other roles: "last", "early", "P1W", "T12:00".</summary>
    public string Value { get; init; } = "";

    public TimeWord And(TimeWord other) => new(Roles | other.Roles)
    {
        Number = Number + other.Number,
        Ordinal = Ordinal + other.Ordinal,
        Month = Month + other.Month,
        Weekday = Weekday + other.Weekday,
        Season = Season + other.Season,
        Unit = (char)(Unit | other.Unit),
        Value = Value.Length > 0 ? Value : other.Value,
    };
}

/// <summary>A word, number or mark of a sentence, or the part of one that a hyphen or slash sets off: "mid-2021" is three.</summary>
/// <param name="Count">The number that it writes.</param>
internal readonly record struct TimeToken(Role Roles, double Count, TimeWord? Word, int Token, TextSpan Span, bool IsCapital)
{
    public bool Is(Role role) => (Roles & role) != 0;

    public string Value => Word?.Value ?? "";

    /// <summary>Four digits that can be a year.</summary>
    public bool IsYear => Is(Role.Digits) && Span.Length == 4 && Count is >= 1000 and < 2200;

    public bool IsDayNumber => Is(Role.Digits) && Span.Length <= 2 && Count is >= 1 and <= 31;
}
