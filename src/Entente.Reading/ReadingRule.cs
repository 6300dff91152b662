using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>
/// A reading rule: data of <c>data/reading</c>, with an id that goes on each claim it makes and an example that runs as a test.
/// </summary>
/// <param name="Confidence">The prior that a sentence it matches really says so, 0 to 1.</param>
/// <param name="Place">File and line, for messages.</param>
public abstract record ReadingRule(string Id, string Place, Trigger Trigger, Slot Who, Slot Whom, double Confidence, RuleExample Example);

/// <summary>The sentence that shows a rule at work, what must come out of it, and one that looks alike but must yield nothing.</summary>
public sealed record RuleExample(string Text, string Expect, string? Counterexample);

/// <summary>A trigger for an event of a PLOVER type.</summary>
public sealed record EventRule(string Id, string Place, Trigger Trigger, Slot Who, Slot Whom, double Confidence, RuleExample Example, EventType Type, string? What)
    : ReadingRule(Id, Place, Trigger, Who, Whom, Confidence, Example);

/// <summary>A trigger for a duty of <c>Who</c> towards <c>Whom</c>, or its absence said aloud.</summary>
public sealed record ObligationRule(
    string Id, string Place, Trigger Trigger, Slot Who, Slot Whom, double Confidence, RuleExample Example, ObligationLevel Level, string? Contingency, Modality? Modality, bool IsMutual)
    : ReadingRule(Id, Place, Trigger, Who, Whom, Confidence, Example);

/// <summary>A phrase that names a kind of agreement.</summary>
/// <param name="Form">Null where only the topic beside it tells ("deal", "pact").</param>
/// <param name="Standing">The status of an agreement that is merely mentioned: an alliance is in force, a deal is nothing yet.</param>
/// <param name="Parties">Whom a treaty with a name binds; a single body for one that is open to all its members.</param>
public sealed record AgreementNounRule(
    string Id, string Place, Trigger Trigger, Slot Who, Slot Whom, double Confidence, RuleExample Example, string? Form, string? Name, Status? Standing,
    IReadOnlyList<string>? Parties = null)
    : ReadingRule(Id, Place, Trigger, Who, Whom, Confidence, Example);

/// <summary>A word beside a bare "deal" or "pact" that tells its form.</summary>
public sealed record AgreementTopic(string Place, Trigger Trigger, string Form);

/// <summary>How the agreement stands to the words that give its status.</summary>
public enum AgreementRole { Object, Subject }

/// <summary>What is done to an agreement, and the status that it reaches by it.</summary>
/// <param name="IsStanding">Nothing is done: the words only show that it is there ("under a pact"), and their time is not its own.</param>
public sealed record StatusRule(
    string Id, string Place, Trigger Trigger, Slot Who, Slot Whom, double Confidence, RuleExample Example, AgreementRole Role, Status Status, Modality? Modality,
    bool IsStanding = false)
    : ReadingRule(Id, Place, Trigger, Who, Whom, Confidence, Example);

/// <summary>Who is, becomes or ceases to be a member of a body.</summary>
public sealed record MembershipRule(
    string Id, string Place, Trigger Trigger, Slot Who, Slot Whom, double Confidence, RuleExample Example, Status Status, Modality? Modality)
    : ReadingRule(Id, Place, Trigger, Who, Whom, Confidence, Example);

/// <summary>A number with what it measures.</summary>
/// <param name="IsFall">Whether what it measures went down by it, so that the claim's number is negative.</param>
public sealed record FigureRule(string Id, string Place, Trigger Trigger, Slot Who, double Confidence, RuleExample Example, string Measure, string Unit, bool IsFall)
    : ReadingRule(Id, Place, Trigger, Who, Slot.Parse(Place, "-"), Confidence, Example);

/// <summary>Words that make what follows them a plan, a possibility, a denial or a judgement.</summary>
/// <param name="Reported">What they make of it in somebody's reported speech, if it is another.</param>
public sealed record ModalityCue(string Place, Trigger Trigger, Modality Modality, Modality? Reported);

/// <summary>Words by which an article tells of what field it is.</summary>
/// <param name="Weight">Above 0 for a field that is no affair of states, below for affairs of state.</param>
public sealed record FieldCue(string Place, Trigger Trigger, string Field, int Weight)
{
    public const string Affairs = "affairs";

    public bool IsAffairs => Field == Affairs;
}
