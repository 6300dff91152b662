namespace Entente.Record;

/// <summary>What a person decided about a claim.</summary>
public enum Verdict { Accept, Reject, Unsure }

/// <summary>
/// A person's word on a claim, kept apart from readings and never overwritten: a later decision supersedes it and both stay. It is tied to
/// the claim's content, so a newer reader that reads the same claim finds it in force.
/// </summary>
public sealed record Decision(string ClaimId, Verdict Verdict, string By, string? Note = null);
