namespace Entente.Intake;

/// <summary>Tags such as "en-GB" and "en_US": the language of a page, and where it is read.</summary>
internal static class PageLanguage
{
    public static bool IsTag(string tag) => tag.Length >= 2 && char.IsAsciiLetter(tag[0]) && char.IsAsciiLetter(tag[1]) && (tag.Length == 2 || tag[2] is '-' or '_');

    public static string? Code(string? tag) => tag?[..2].ToLowerInvariant();

    /// <summary>How days and months are ordered where a page is read: by its language tag, or by the end of its host.</summary>
    public static DayOrder DayOrder(string? tag, string? url)
    {
        string region = tag is { Length: >= 5 } ? tag[^2..] : "";
        if (DateWords.OrderIn(region) is not Intake.DayOrder.Unknown and var order)
            return order;
        string host = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.Host : "";
        return DateWords.OrderIn(host[(host.LastIndexOf('.') + 1)..]);
    }
}
