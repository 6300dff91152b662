using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A mailbox (mbox): one mail after another, cut at their "From " lines, which need not be escaped in the mails.</summary>
internal sealed class MailboxOpener(IOpener mail) : IOpener
{
    public IEnumerable<Taken> Open(Parcel parcel)
    {
        int number = 0;
        foreach (var (bytes, length) in Mails(parcel.Content))
        {
            string place = $"{parcel.Place}[{number}]";
            if (length > Limits.LargestItem)
                yield return Taken.Aside(Faults.TooLong(place, length, Limits.LargestItem));
            else
                foreach (var taken in mail.Open(parcel with { Place = place, Name = $"{parcel.Name}:{number}", Content = new MemoryStream(bytes) }))
                    yield return taken;
            number++;
        }
        if (number == 0)
            yield return Taken.Aside(Faults.EmptyInput(parcel.Place));
    }

    private static IEnumerable<(byte[] Bytes, long Length)> Mails(Stream stream)
    {
        var reader = new LineReader(stream, Limits.LongestText);
        var mail = new MemoryStream();
        long length = 0;
        bool afterBlank = true;
        while (reader.ReadLine() is { } line)
        {
            if (afterBlank && IsPostmark(line.Bytes))
            {
                if (length > 0)
                    yield return (mail.ToArray(), length);
                mail.SetLength(0);
                length = 0;
                continue;
            }
            afterBlank = line.Length == 0 || line.Bytes is [(byte)'\r'];
            length += line.Length + 1;
            if (length > Limits.LargestItem)
                continue;
            mail.Write(Unescaped(line.Bytes));
            mail.WriteByte((byte)'\n');
        }
        if (length > 0)
            yield return (mail.ToArray(), length);
    }

    /// <summary>"From anna@example.org Mon Mar  4 10:00:00 2024", perhaps with a zone: a sentence that begins with "From" has no time and year at its end.</summary>
    public static bool IsPostmark(ReadOnlySpan<byte> line)
    {
        if (!line.StartsWith("From "u8) || line.Length > 300)
            return false;
        var rest = line.TrimEnd("\r "u8);
        int zone = rest.LastIndexOfAny((byte)'+', (byte)'-');
        if (zone > rest.Length - 6 && zone > 0)
            rest = rest[..zone].TrimEnd((byte)' ');
        return rest.Length > 20 && rest[5..].Contains((byte)':') && rest[^4..].IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;
    }

    /// <summary>">From" is "From", ">>From" is ">From".</summary>
    private static ReadOnlySpan<byte> Unescaped(ReadOnlySpan<byte> line) => line is [(byte)'>', ..] && line.TrimStart((byte)'>').StartsWith("From "u8) ? line[1..] : line;
}
