namespace Entente.Tests;

/// <summary>A clock that stands still until a test moves it, forward or back.</summary>
internal sealed class TestClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    /// <summary>Added each time that the clock is looked at.</summary>
    public TimeSpan Step { get; init; }

    public override DateTimeOffset GetUtcNow()
    {
        now += Step;
        return now;
    }

    public void Move(TimeSpan by) => now += by;
}
