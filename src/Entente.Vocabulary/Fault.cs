namespace Entente.Vocabulary;

/// <summary>
/// What went wrong, so that a person can mend it: a stable code (<c>entente explain ENT0105</c>), the place, what was found there,
/// what was expected, and what to do.
/// </summary>
public sealed record Fault(string Code, string Place, string Found, string Expected, string Advice)
{
    public override string ToString() => $"{Code} {Place}: found {Found}; expected {Expected}. {Advice}";
}

/// <summary>An operation was refused as a whole. Input that is merely set aside is a <see cref="Fault"/> value, never an exception.</summary>
public sealed class EntenteException(Fault fault, Exception? inner = null) : Exception(fault.ToString(), inner)
{
    public Fault Fault { get; } = fault;
}
