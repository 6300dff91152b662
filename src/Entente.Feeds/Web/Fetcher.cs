using Entente.Vocabulary;

namespace Entente.Feeds;

/// <summary>
/// Fetches what outlets let programs fetch, at the pace that they ask for: each address, also one that a redirect leads to, is judged first,
/// then the server's robots.txt is heeded, then our turn awaited.
/// </summary>
internal sealed class Fetcher : IDisposable
{
    /// <summary>Between two requests to a host, if it asks for no longer pause.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>A server that asks for more is asked less often, but not never.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(60);

    private readonly AddressGuard guard;
    private readonly WebClient client;
    private readonly HostQueue queue;

    public Fetcher(AddressGuard guard, FetchLimits limits, string agent, TimeProvider clock)
    {
        this.guard = guard;
        client = new(guard, limits, agent, clock);
        queue = new(clock);
        Robots = new(agent.Split('/', ' ')[0], clock, (ask, stop) => FollowAsync(ask, isRobots: true, stop));
    }

    public RobotsCache Robots { get; }

    public void Dispose() => client.Dispose();

    public Task<Answer> GetAsync(Ask ask, CancellationToken stop) => FollowAsync(ask, isRobots: false, stop);

    private async Task<Answer> FollowAsync(Ask ask, bool isRobots, CancellationToken stop)
    {
        var first = ask.Address;
        bool isForGood = true;
        for (int redirects = 0; redirects <= FetchLimits.Redirects; redirects++)
        {
            var answer = await SendAsync(ask, isRobots, stop).ConfigureAwait(false);
            if (answer.Location is null)
                return isForGood && ask.Address != first ? answer with { MovedTo = ask.Address } : answer;
            isForGood &= answer.Status is 301 or 308;
            if (!Uri.TryCreate(ask.Address, answer.Location, out var next))
                return Answer.Refused(ask.Address, Faults.AddressRefused(ask.Address.AbsoluteUri, "a redirect to no address"));
            if (ask.Address.Scheme == Uri.UriSchemeHttps && next.Scheme == Uri.UriSchemeHttp)
                return Answer.Refused(ask.Address, Faults.AddressRefused(ask.Address.AbsoluteUri, "a redirect from https to http"));
            ask = ask with { Address = next };
        }
        return Answer.Refused(first, Faults.TooManyRedirects(first.AbsoluteUri, FetchLimits.Redirects));
    }

    private async Task<Answer> SendAsync(Ask ask, bool isRobots, CancellationToken stop)
    {
        if (guard.WhyNot(ask.Address) is { } why)
            return Answer.Refused(ask.Address, Faults.AddressRefused(ask.Address.OriginalString, why));
        var pause = Pause;
        if (!isRobots)
        {
            if (await Robots.RulesAsync(ask.Address, stop).ConfigureAwait(false) is not { } rules)
                return Answer.Broken(ask.Address, "a server that cannot give its robots.txt for now");
            if (rules.Forbidding(ask.Address.PathAndQuery) is { } rule)
                return Answer.Refused(ask.Address, Faults.RobotsForbid(ask.Address.AbsoluteUri, rule));
            pause = rules.CrawlDelay is { } delay && delay > Pause ? delay < LongestPause ? delay : LongestPause : Pause;
        }
        return await queue.InTurnAsync(ask.Address.IdnHost, pause, () => client.SendAsync(ask, stop), stop).ConfigureAwait(false);
    }
}
