using System.Text;

namespace Entente.Intake;

/// <summary>The words of a mail without what mail programs put around them: quotes of an earlier mail, headers of a forwarded one, a signature.</summary>
internal static class MailText
{
    private static readonly string[] HeaderNames = ["From:", "Sent:", "Date:", "To:", "Cc:", "Subject:", "Reply-To:"];

    /// <summary>A signature is short; a rule of two hyphens with more below it parts stories.</summary>
    private const int SignatureLines = 12;

    public static (string Text, IReadOnlyList<Removed> Removed) Clean(string text)
    {
        string[] lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n');
        var kept = new StringBuilder(text.Length);
        var removed = new List<Removed>();
        for (int i = 0; i < lines.Length; i++)
        {
            if (IsReplyMark(lines[i]) && kept.ToString().Trim().Length > 0)
                return Cut(lines, i, "quoted mail");
            if (lines[i].TrimEnd('\r') == "-- " && lines.Length - i <= SignatureLines)
                return Cut(lines, i, "signature");
            if (lines[i].StartsWith('>'))
                removed.Add(new(lines[i], "quoted mail"));
            else if (IsForwardMark(lines[i]) || IsReplyMark(lines[i]) || IsForwardedHeader(lines, i))
                removed.Add(new(lines[i].Trim(), "mail header"));
            else
                kept.Append(lines[i]).Append('\n');
        }
        return (kept.ToString().Trim(), removed);

        (string Text, IReadOnlyList<Removed> Removed) Cut(string[] all, int from, string why) =>
            (kept.ToString().Trim(), [.. removed, new(string.Join('\n', all[from..]).Trim(), why)]);
    }

    private static bool IsReplyMark(string line) => line.TrimStart().StartsWith("-----Original Message", StringComparison.OrdinalIgnoreCase);

    private static bool IsForwardMark(string line) => line.Trim() is var mark
        && ((mark.StartsWith("---", StringComparison.Ordinal) && mark.Contains("Forwarded message", StringComparison.OrdinalIgnoreCase)) || mark.StartsWith("Begin forwarded message", StringComparison.OrdinalIgnoreCase));

    /// <summary>One alone may be a line of the story; two in a row are headers.</summary>
    private static bool IsForwardedHeader(string[] lines, int at) =>
        IsHeader(lines[at]) && ((at > 0 && IsHeader(lines[at - 1])) || (at + 1 < lines.Length && IsHeader(lines[at + 1])));

    private static bool IsHeader(string line) => HeaderNames.Any(n => line.StartsWith(n, StringComparison.OrdinalIgnoreCase));
}
