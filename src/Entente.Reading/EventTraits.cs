using Entente.Vocabulary;

namespace Entente.Reading;

/// <summary>What holds for all events of a type.</summary>
internal static class EventTraits
{
    public static bool IsMutual(this EventType type) => type is EventType.CONSULT or EventType.COOPERATE or EventType.AGREE;

    /// <summary>Done to or with somebody by nature: of a lone actor they say nothing of relations between states.</summary>
    public static bool NeedsTwo(this EventType type) => type.IsMutual()
        || type is EventType.SUPPORT or EventType.REJECT or EventType.REQUEST or EventType.ACCUSE or EventType.AID or EventType.CONCEDE or EventType.SANCTION;

    /// <summary>Said to somebody: "criticised his fellow lawmakers" is a quarrel at home, whoever else the article is about.</summary>
    public static bool IsSaid(this EventType type) =>
        type is EventType.ACCUSE or EventType.REJECT or EventType.REQUEST or EventType.SUPPORT or EventType.AGREE or EventType.THREATEN;

    /// <summary>Done to somebody: "Clinton attacked Trump" is a quarrel at home, too.</summary>
    public static bool IsHarm(this EventType type) => type is EventType.ASSAULT or EventType.COERCE or EventType.SANCTION;

    /// <summary>
    /// The types of which an agreement is the stuff: told as an agreement, they are not told again. To end one is an act of its own.
    /// </summary>
    public static bool IsCooperative(this EventType type) => type.IsMutual() || type == EventType.SUPPORT;

    /// <summary>What an agreement has its parties do for each other: "signed a pact that deepens cooperation", "an accord that sets up a joint bank".</summary>
    public static bool IsPromised(this EventType type) => type is EventType.AGREE or EventType.COOPERATE or EventType.SUPPORT or EventType.AID;

    /// <summary>Done by saying so: who does it is its speaker. To recognise, to decorate or to open an embassy takes more than words.</summary>
    public static bool IsSaying(this EventRule rule) => rule.Type is EventType.ACCUSE or EventType.REQUEST or EventType.THREATEN or EventType.REJECT
        || (rule.Type == EventType.SUPPORT && rule.What is not ("recognition" or "embassy" or "envoy" or "membership" or "honour" or "call"));
}
