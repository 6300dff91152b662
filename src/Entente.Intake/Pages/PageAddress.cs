namespace Entente.Intake;

/// <summary>The address under which a page wants to be known: of its own host, and never a front page for a story.</summary>
internal static class PageAddress
{
    public static string? Of(PageWitnesses page, string? url)
    {
        bool isKnown = Uri.TryCreate(url, UriKind.Absolute, out var came) && came.Scheme is "http" or "https";
        foreach (var witness in page.Of(MetaField.Url))
            if (Uri.TryCreate(isKnown ? came : null, witness.Value, out var stated) || Uri.TryCreate(witness.Value, UriKind.Absolute, out stated))
                if (stated.IsAbsoluteUri && stated.Scheme is "http" or "https" && (!isKnown || IsOfOneSite(came!, stated)))
                    return stated.AbsoluteUri;
        return url;
    }

    private static bool IsOfOneSite(Uri came, Uri stated) => SameSite(came.Host, stated.Host) && (stated.AbsolutePath.Length > 1 || came.AbsolutePath.Length <= 1);

    /// <summary>m.example.com and www.example.com are of one site.</summary>
    private static bool SameSite(string a, string b) => Site(a).EndsWith(Site(b), StringComparison.OrdinalIgnoreCase) || Site(b).EndsWith(Site(a), StringComparison.OrdinalIgnoreCase);

    private static string Site(string host) => "." + (host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) || host.StartsWith("amp.", StringComparison.OrdinalIgnoreCase) ? host[4..]
        : host.StartsWith("m.", StringComparison.OrdinalIgnoreCase) ? host[2..] : host);
}
