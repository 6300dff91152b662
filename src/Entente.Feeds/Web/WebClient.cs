using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Entente.Vocabulary;

namespace Entente.Feeds;

/// <summary>One request, one answer: no redirects, no cookies, no credentials, no proxy. What goes wrong is a fault in the answer.</summary>
internal sealed class WebClient : IDisposable
{
    private readonly FetchLimits limits;
    private readonly string agent;
    private readonly TimeProvider clock;
    private readonly HttpClient client;

    public WebClient(AddressGuard guard, FetchLimits limits, string agent, TimeProvider clock)
    {
        (this.limits, this.agent, this.clock) = (limits, agent, clock);
        client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ConnectTimeout = limits.Connect,
            ConnectCallback = (context, stop) => guard.ConnectAsync(context.DnsEndPoint, stop),
            MaxResponseHeadersLength = FetchLimits.HeaderKilobytes,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
            ActivityHeadersPropagator = null,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    public void Dispose() => client.Dispose();

    public async Task<Answer> SendAsync(Ask ask, CancellationToken stop)
    {
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(stop);
        whole.CancelAfter(limits.Whole);
        try
        {
            using var request = RequestFor(ask);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, whole.Token).ConfigureAwait(false);
            var answer = AnswerHeaders.Read(ask.Address, response, clock.GetUtcNow());
            return response.StatusCode == HttpStatusCode.OK ? await BodyReader.ReadAsync(answer, response.Content, ask, whole.Token).ConfigureAwait(false) : answer;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            var (missing, limit) = whole.IsCancellationRequested ? ("whole answer", limits.Whole) : ("connection", limits.Connect);
            return Answer.Broken(ask.Address, string.Create(CultureInfo.InvariantCulture, $"no {missing} within {limit.TotalSeconds} s"));
        }
        catch (Exception e) when (e is HttpRequestException or IOException or SocketException or AuthenticationException or InvalidDataException or FormatException)
        {
            for (Exception? cause = e; cause is not null; cause = cause.InnerException)
                if (cause is AddressRefusedException)
                    return Answer.Refused(ask.Address, Faults.AddressRefused(ask.Address.AbsoluteUri, cause.Message));
            return Answer.Broken(ask.Address, (e.InnerException ?? e).Message);
        }
    }

    private HttpRequestMessage RequestFor(Ask ask)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, ask.Address);
        foreach (var (name, value) in new[]
        {
            ("User-Agent", agent),
            ("Accept", "application/atom+xml, application/rss+xml, application/xml;q=0.9, text/html;q=0.8, text/*;q=0.7, */*;q=0.1"),
            ("Accept-Language", "en"),
            ("Accept-Encoding", "gzip, br"),
            ("If-None-Match", ask.ETag),
            ("If-Modified-Since", ask.LastModified),
        })
            if (value is { Length: > 0 })
                request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }
}
