using System.Globalization;
using System.Net.Http.Headers;
using Entente.Vocabulary;

namespace Entente.Feeds;

/// <summary>What the head of an answer says.</summary>
internal static class AnswerHeaders
{
    /// <summary>A validator is sent back with each request; one longer than that, or beyond ASCII, is no version's name.</summary>
    private const int LongestValidator = 1024;

    public static Answer Read(Uri address, HttpResponseMessage response, DateTimeOffset now)
    {
        int status = (int)response.StatusCode;
        bool isRedirect = status is 301 or 302 or 303 or 307 or 308;
        return new(address, status)
        {
            MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant(),
            Charset = response.Content.Headers.ContentType?.CharSet?.Trim('"', ' '),
            ETag = Validator(response.Headers, "ETag"),
            LastModified = Validator(response.Content.Headers, "Last-Modified"),
            Location = isRedirect ? First(response.Headers, "Location") : null,
            KeepFor = KeepFor(response, now),
            RetryAfter = RetryAfter(response.Headers.RetryAfter, now),
            Fault = status == Answer.NotModified || response.IsSuccessStatusCode || isRedirect ? null
                : Faults.FetchFailed(address.AbsoluteUri, string.Create(CultureInfo.InvariantCulture, $"{status} {response.ReasonPhrase}")),
            MayPass = status is 408 or 425 or 429 or >= 500,
        };
    }

    /// <summary>Never before now: what has expired is asked again by our own pace.</summary>
    private static TimeSpan? KeepFor(HttpResponseMessage response, DateTimeOffset now)
    {
        if (response.Headers.CacheControl?.MaxAge is { } age)
            return age;
        return response.Content.Headers.Expires is { } expires && expires > now ? expires - now : null;
    }

    private static TimeSpan? RetryAfter(RetryConditionHeaderValue? header, DateTimeOffset now) =>
        header?.Delta ?? (header?.Date is { } date && date > now ? date - now : null);

    private static string? Validator(HttpHeaders headers, string name) =>
        First(headers, name) is { Length: <= LongestValidator } value && value.All(c => c is >= ' ' and <= '~') ? value : null;

    private static string? First(HttpHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.First() : null;
}
