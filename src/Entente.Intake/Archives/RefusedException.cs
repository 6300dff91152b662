using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A stream passed a limit while somebody read from it. It never leaves Intake.</summary>
/// <param name="by">The stream or budget that refused: whoever made it tells the fault and goes on behind it.</param>
internal sealed class RefusedException(Fault fault, object by) : Exception(fault.ToString())
{
    public Fault Fault { get; } = fault;

    public object By { get; } = by;
}
