using System.Globalization;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>The date in an address, as many outlets build theirs: /2019/05/04/, /2019/may/04/, /20190504-, /2019/05/ for a month.</summary>
internal static class AddressDate
{
    /// <returns>IsSure: the day's parts are parted. Eight figures may be the number of a story.</returns>
    public static (DateOnly? Day, bool IsSure, When? Month) In(string? url)
    {
        string path = PathOf(url);
        When? month = null;
        for (int i = 0; i + 7 <= path.Length; i++)
        {
            if (!IsNumberStart(path, i) || !TryNumber(path.AsSpan(i, 4), out int year) || year is < 1995 or >= 2100)
                continue;
            if (ReadDate.In(path.AsSpan(i, Math.Min(11, path.Length - i))) is { Start: 0 } date && IsWhole(path, i + date.End))
                return (date.Day, !char.IsAsciiDigit(path[i + 4]), null);
            if (path[i + 4] is '/' or '-' && IsWhole(path, i + 7) && TryNumber(path.AsSpan(i + 5, 2), out int number) && number is >= 1 and <= 12)
                month ??= When.Month(year, number);
        }
        return (null, false, month);
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);

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
