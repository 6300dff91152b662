using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>The date in an address, as many outlets build theirs: /2019/05/04/, /2019/may/04/, /20190504-, /2019/05/ for a month.</summary>
internal static class AddressDate
{
    public static (DateOnly? Day, When? Month) In(string? url)
    {
        string path = PathOf(url);
        When? month = null;
        for (int i = 0; i < path.Length; i++)
            if (IsNumberStart(path, i) && path.Length - i >= 7 && int.TryParse(path.AsSpan(i, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year is >= 1995 and < 2100)
            {
                if (ReadDate.In(path.AsSpan(i, Math.Min(11, path.Length - i))) is { Start: 0 } date && IsWhole(path, i + date.End))
                    return (date.Day, null);
                if (path[i + 4] is '/' or '-' && IsWhole(path, i + 7) && int.TryParse(path.AsSpan(i + 5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 12)
                    month ??= When.Month(year, number);
            }
        return (null, month);
    }

    private static bool IsNumberStart(string path, int i) => char.IsAsciiDigit(path[i]) && (i == 0 || !char.IsAsciiDigit(path[i - 1]));

    private static bool IsWhole(string path, int end) => end >= path.Length || !char.IsAsciiDigit(path[end]);

    /// <summary>Without the host, and without the date on which an archive of the web made its copy.</summary>
    private static string PathOf(string? url)
    {
        if (url is null || url.Length > PlainValue.Longest * 4)
            return "";
        int copied = url.LastIndexOf("http", StringComparison.OrdinalIgnoreCase);
        string last = url[Math.Max(copied, 0)..];
        int host = last.IndexOf("://", StringComparison.Ordinal);
        int path = last.IndexOf('/', host < 0 ? 0 : host + 3);
        return path < 0 ? "" : last[path..];
    }
}
