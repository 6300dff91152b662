namespace Entente.Tests;

/// <summary>Stands still until told to go, forwards or back.</summary>
internal sealed class SteppingClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2024, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public void Go(TimeSpan by) => Now += by;
}
