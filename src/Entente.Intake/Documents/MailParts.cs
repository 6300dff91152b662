using System.Text;
using MimeKit;
using MimeKit.Cryptography;

namespace Entente.Intake;

/// <summary>A mail's parts by what they are for: its words, its words as a page, and what is attached.</summary>
internal sealed class MailParts
{
    private readonly StringBuilder plain = new(), html = new();

    public string Plain => plain.ToString();

    public string Html => html.ToString();

    public List<MimeEntity> Attached { get; } = [];

    public bool IsEncrypted { get; private set; }

    public int Count { get; private set; }

    public static MailParts Of(MimeEntity? body)
    {
        var parts = new MailParts();
        var left = new Stack<MimeEntity>();
        if (body is not null)
            left.Push(body);
        while (left.TryPop(out var part))
        {
            parts.Count++;
            if (part is MultipartEncrypted)
                parts.IsEncrypted = true;
            else if (part is Multipart several)
                foreach (var inner in several.Reverse())
                    left.Push(inner);
            else
                parts.Take(part);
        }
        return parts;
    }

    /// <summary>Letters that a reader would see, roughly: those outside tags, styles and scripts.</summary>
    public static int LettersOf(ReadOnlySpan<char> html)
    {
        int letters = 0;
        while (!html.IsEmpty)
        {
            int tag = html.IndexOf('<');
            var seen = tag < 0 ? html : html[..tag];
            foreach (char c in seen)
                letters += char.IsLetter(c) ? 1 : 0;
            html = tag < 0 ? [] : html[tag..];
            string? raw = html.StartsWith("<style", StringComparison.OrdinalIgnoreCase) ? "</style" : html.StartsWith("<script", StringComparison.OrdinalIgnoreCase) ? "</script" : null;
            int end = raw is null ? html.IndexOf('>') : html.IndexOf(raw, StringComparison.OrdinalIgnoreCase);
            html = end < 0 ? [] : html[(end + 1)..];
        }
        return letters;
    }

    private void Take(MimeEntity part)
    {
        if (part is ApplicationPkcs7Mime { SecureMimeType: SecureMimeType.EnvelopedData or SecureMimeType.AuthEnvelopedData or SecureMimeType.Unknown })
            IsEncrypted = true;
        else if (part is TextPart { IsAttachment: false, FileName: null } text && (text.IsPlain || text.IsHtml))
            (text.IsHtml ? html : plain).Append(text.Text).Append('\n');
        else if (part is MessagePart || (part is MimePart && IsOpened(part)))
            Attached.Add(part);
    }

    /// <summary>Pictures and signatures of a mail are no loss to tell of.</summary>
    private static bool IsOpened(MimeEntity part) => part.ContentType.MediaType.ToLowerInvariant() is not ("image" or "audio" or "video" or "font")
        && !part.ContentType.MediaSubtype.Contains("signature", StringComparison.OrdinalIgnoreCase);
}
