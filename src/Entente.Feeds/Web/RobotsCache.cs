using System.Collections.Concurrent;
using System.Text;

namespace Entente.Feeds;

/// <summary>What a server's robots.txt said, and how long that holds.</summary>
/// <param name="Text">Null if the server had nothing to say for now, so that nothing may be fetched.</param>
internal sealed record KnownRobots(DateTimeOffset Until, string? Text);

/// <summary>The robots.txt of each server, asked once a day.</summary>
internal sealed class RobotsCache(string agent, TimeProvider clock, Func<Ask, CancellationToken, Task<Answer>> fetch)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1), AskedAgain = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, Lazy<Task<(DateTimeOffset Until, RobotsRules? Rules)>>> known = new(StringComparer.Ordinal);

    /// <summary>Null as rules: nothing may be fetched for now.</summary>
    public async Task<RobotsRules?> RulesAsync(Uri address, CancellationToken stop)
    {
        string origin = address.GetLeftPart(UriPartial.Authority);
        while (true)
        {
            var entry = known.GetOrAdd(origin, o => new(() => AskAsync(new Uri(o + "/robots.txt"), stop)));
            try
            {
                var (until, rules) = await entry.Value.ConfigureAwait(false);
                if (until > clock.GetUtcNow())
                    return rules;
            }
            catch (OperationCanceledException)
            {
                known.TryRemove(new(origin, entry));
                throw;
            }
            known.TryRemove(new(origin, entry));
        }
    }

    public void Restore(IReadOnlyDictionary<string, KnownRobots> kept)
    {
        foreach (var (origin, robots) in kept)
            known[origin] = new(Task.FromResult((robots.Until, robots.Text is { } text ? RobotsRules.Parse(text, agent) : null)));
    }

    /// <summary>What still holds, to be kept from one run to the next.</summary>
    public IReadOnlyDictionary<string, KnownRobots> Known()
    {
        var all = known.Where(k => k.Value is { IsValueCreated: true, Value.IsCompletedSuccessfully: true }).Select(k => (Origin: k.Key, Robots: k.Value.Value.Result));
        return all.Where(k => k.Robots.Until > clock.GetUtcNow()).ToDictionary(k => k.Origin, k => new KnownRobots(k.Robots.Until, k.Robots.Rules?.ToString()));
    }

    /// <summary>Without a robots.txt all is allowed; a server that is ill is left alone (RFC 9309, 2.3.1).</summary>
    private async Task<(DateTimeOffset, RobotsRules?)> AskAsync(Uri address, CancellationToken stop)
    {
        var answer = await fetch(new(address, FetchLimits.RobotsBytes) { IsCut = true }, stop).ConfigureAwait(false);
        RobotsRules? rules = answer switch
        {
            { Fault: null, Status: 200 } => RobotsRules.Parse(Encoding.UTF8.GetString(answer.Body), agent),
            { MayPass: true } => null,
            _ => RobotsRules.AllowAll,
        };
        return (clock.GetUtcNow() + (rules is null ? AskedAgain : Kept), rules);
    }
}
