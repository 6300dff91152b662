namespace Entente.Language;

/// <summary>Addresses of pages, of people and of files.</summary>
internal ref partial struct Scanner
{
    private const int LongestLink = 1000;

    private const string ClosingMarks = ".,;:!?'*-";

    /// <summary>The end of the address that begins with the word from <paramref name="start"/> to <paramref name="end"/>; 0 if it is none.</summary>
    private int LinkEnd(int start, int end)
    {
        if (start < noLinkBefore || end == text.Length || text[end] is not ('.' or ':' or '@' or '-' or '+' or '%'))
            return 0;
        var rest = text.AsSpan(start, Math.Min(text.Length - start, LongestLink));
        if (IsPage(rest))
            return start + Stretch(rest, isPage: true);
        int stop = Stretch(rest, isPage: false);
        noLinkBefore = start + stop;
        if (Mailbox(rest[..stop]) is > 0 and var mailbox)
            return start + mailbox;
        int file = File(rest[..stop]);
        return file == 0 ? 0 : file == stop && Holds(start + stop, '/') ? start + Stretch(rest, isPage: true) : start + file;
    }

    /// <summary>How long an address may be at most: to the next gap, quotation mark or bracket, without marks that end a clause.</summary>
    private static int Stretch(ReadOnlySpan<char> rest, bool isPage)
    {
        int length = 0;
        while (length < rest.Length && !EndsLink(rest[length]) && (isPage || rest[length] is not ('/' or ',' or ':' or ';')))
            length++;
        return isPage ? rest[..length].TrimEnd(ClosingMarks).Length : length;
    }

    private static bool EndsLink(char c) => Chars.IsGap(c) || Chars.IsQuoteMark(c) || c is '<' or '>' or '(' or ')' or '[' or ']' or '{' or '}' or '|' or '’' or '‘' or '—';

    private static bool IsPage(ReadOnlySpan<char> stretch) =>
        Starts(stretch, "http://") || Starts(stretch, "https://") || Starts(stretch, "ftp://") || Starts(stretch, "www.") || Starts(stretch, "mailto:");

    private static bool Starts(ReadOnlySpan<char> stretch, string with) => stretch.Length > with.Length && stretch.StartsWith(with, StringComparison.OrdinalIgnoreCase);

    /// <summary>name@host; 0 for anything else.</summary>
    private static int Mailbox(ReadOnlySpan<char> stretch)
    {
        int at = stretch.IndexOf('@'), end = at + 1;
        if (at <= 0 || stretch[..at].ContainsAny('!', '?'))
            return 0;
        while (end < stretch.Length && (char.IsLetterOrDigit(stretch[end]) || stretch[end] is '.' or '-' or '_'))
            end++;
        return stretch[..end].TrimEnd(ClosingMarks).Length is var length && length > at + 1 ? length : 0;
    }

    /// <summary>"example.com", "notes_2.pdf": ends in a known way; 0 for anything else.</summary>
    private static int File(ReadOnlySpan<char> stretch)
    {
        var file = stretch.TrimEnd(ClosingMarks);
        int dot = file.LastIndexOf('.');
        return dot > 0 && file[dot - 1] != '.' && WrittenForms.Shared.IsLinkEnding(file[(dot + 1)..]) ? file.Length : 0;
    }
}
