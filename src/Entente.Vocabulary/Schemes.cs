namespace Entente.Vocabulary;

/// <summary>What a claim is about.</summary>
public enum ClaimKind { Agreement, Event, Obligation, Figure }

/// <summary>How the article puts a claim. A plan that is denied is <see cref="Denied"/>.</summary>
public enum Modality { Fact, Planned, Possible, Denied, Opinion }

/// <summary>The life of a commitment, in its order; <see cref="Rejected"/> may come at any point before <see cref="InForce"/>.</summary>
public enum Status { Proposed, Negotiating, Agreed, Signed, Ratified, InForce, Suspended, Ended, Rejected }

/// <summary>
/// What one actor owes another. The last three are absences, which an analyst must not miss: said not to be obliged, said not to be
/// expected, doubted.
/// </summary>
public enum ObligationLevel { Defend, Assist, Consult, NuclearUmbrella, None, ExpectedNone, Doubted }

/// <summary>The sixteen event types of PLOVER (Open Event Data Alliance, manual draft 2.0, 2024), from cooperation to violence.</summary>
public enum EventType
{
    AGREE, CONSULT, SUPPORT, CONCEDE, COOPERATE, AID, RETREAT, REQUEST,
    ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, COERCE, ASSAULT,
}
