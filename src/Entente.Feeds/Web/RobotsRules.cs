using System.Globalization;
using System.Text;

namespace Entente.Feeds;

/// <summary>What a robots.txt says to us, after RFC 9309.</summary>
internal sealed class RobotsRules
{
    public static readonly RobotsRules AllowAll = new([], null);

    private readonly List<(bool IsAllowed, string Pattern)> rules;

    private RobotsRules(List<(bool IsAllowed, string Pattern)> rules, TimeSpan? crawlDelay)
    {
        this.rules = rules;
        CrawlDelay = crawlDelay;
    }

    /// <summary>No part of the standard, and honoured all the same.</summary>
    public TimeSpan? CrawlDelay { get; }

    /// <param name="agent">Our name, without version.</param>
    public static RobotsRules Parse(string text, string agent)
    {
        var groups = Groups(text);
        var ours = groups.Where(g => g.Agents.Contains(agent, StringComparer.OrdinalIgnoreCase)).ToList();
        if (ours.Count == 0)
            ours = groups.Where(g => g.Agents.Contains("*")).ToList();
        return new([.. ours.SelectMany(g => g.Rules)], ours.Select(g => g.CrawlDelay).Max());
    }

    /// <summary>The rule that forbids a path, null if none does: the longest that fits decides, and of two as long the one that allows.</summary>
    public string? Forbidding(string pathAndQuery)
    {
        string path = Normal(pathAndQuery);
        var deciding = rules.Where(r => Fits(r.Pattern, path)).OrderByDescending(r => r.Pattern.Length).ThenByDescending(r => r.IsAllowed).FirstOrDefault();
        return deciding.Pattern is null || deciding.IsAllowed || path == "/robots.txt" ? null : $"Disallow: {deciding.Pattern}";
    }

    /// <summary>What is of use of it, as a robots.txt again.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("user-agent: *\n");
        if (CrawlDelay is { } delay)
            text.Append(CultureInfo.InvariantCulture, $"crawl-delay: {delay.TotalSeconds}\n");
        foreach (var (isAllowed, pattern) in rules)
            text.Append(isAllowed ? "allow: " : "disallow: ").Append(pattern).Append('\n');
        return text.ToString();
    }

    private static List<Group> Groups(string text)
    {
        var groups = new List<Group>();
        bool isHead = false;
        foreach (string written in text.TrimStart('\uFEFF').Split('\n', '\r'))
        {
            string line = written.Split('#')[0];
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0)
                continue;
            string key = line[..colon].Trim().ToLowerInvariant(), value = line[(colon + 1)..].Trim();
            if (key == "user-agent")
            {
                if (!isHead)
                    groups.Add(new());
                isHead = true;
                groups[^1].Agents.Add(value.Split('/')[0].Trim());
            }
            else if (groups.Count > 0 && key is "allow" or "disallow" or "crawl-delay")
            {
                isHead = false;
                groups[^1].Add(key, value);
            }
        }
        return groups;
    }

    /// <summary><c>*</c> is any stretch, a last <c>$</c> the end; else the beginning decides. Takes steps in proportion to both lengths, at worst their product.</summary>
    private static bool Fits(string pattern, string path)
    {
        bool toEnd = pattern.EndsWith('$');
        var sought = toEnd ? pattern.AsSpan(0, pattern.Length - 1) : pattern + "*";
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < path.Length)
            if (p < sought.Length && sought[p] == '*')
                (star, mark) = (p++, t);
            else if (p < sought.Length && sought[p] == path[t])
                (p, t) = (p + 1, t + 1);
            else if (star >= 0)
                (p, t) = (star + 1, ++mark);
            else
                return false;
        while (p < sought.Length && sought[p] == '*')
            p++;
        return p == sought.Length;
    }

    /// <summary>One writing of each path: letters beyond ASCII as %XX, what needs no escape plain, hexadecimal in capitals.</summary>
    private static string Normal(string path)
    {
        var text = new StringBuilder(path.Length);
        byte[] bytes = Encoding.UTF8.GetBytes(path);
        for (int i = 0; i < bytes.Length; i++)
        {
            bool isEscape = bytes[i] == '%' && i + 2 < bytes.Length && char.IsAsciiHexDigit((char)bytes[i + 1]) && char.IsAsciiHexDigit((char)bytes[i + 2]);
            char c = isEscape ? (char)((HexOf(bytes[i + 1]) << 4) | HexOf(bytes[i + 2])) : (char)bytes[i];
            if (isEscape)
                i += 2;
            if (isEscape ? char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~' : c is > ' ' and < '\x7F')
                text.Append(c);
            else
                text.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}");
        }
        return text.ToString();
    }

    private static int HexOf(byte digit) => char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<(bool IsAllowed, string Pattern)> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; private set; }

        public void Add(string key, string value)
        {
            if (key != "crawl-delay" && value.Length > 0)
                Rules.Add((key == "allow", Normal(value.StartsWith('/') || value.StartsWith('*') ? value : "/" + value)));
            else if (key == "crawl-delay" && double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double seconds) && seconds < 1e6)
                CrawlDelay = TimeSpan.FromSeconds(seconds);
        }
    }
}
