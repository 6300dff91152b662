using System.Collections.Concurrent;

namespace Entente.Feeds;

/// <summary>Requests to a host one after another, with a pause between two.</summary>
internal sealed class HostQueue(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Turn> turns = new(StringComparer.OrdinalIgnoreCase);

    public async Task<T> InTurnAsync<T>(string host, TimeSpan pause, Func<Task<T>> send, CancellationToken stop)
    {
        var turn = turns.GetOrAdd(host, _ => new());
        await turn.Gate.WaitAsync(stop).ConfigureAwait(false);
        try
        {
            var wait = turn.Last is { } last ? pause - (clock.GetUtcNow() - last) : TimeSpan.Zero;
            // A clock that was set back must not stop us for longer than a pause.
            if (wait > TimeSpan.Zero)
                await Task.Delay(wait < pause ? wait : pause, clock, stop).ConfigureAwait(false);
            return await send().ConfigureAwait(false);
        }
        finally
        {
            turn.Last = clock.GetUtcNow();
            turn.Gate.Release();
        }
    }

    private sealed class Turn
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public DateTimeOffset? Last { get; set; }
    }
}
