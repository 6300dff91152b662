using System.Text;
using Entente.Vocabulary;
using MimeKit;

namespace Entente.Intake;

/// <summary>
/// A mail: one article, as newsletters are, and what is attached to it, which goes back to be opened. The plain part is taken unless it is
/// only a stub beside its HTML part.
/// </summary>
internal sealed class MailOpener(IOpener opening) : IOpener
{
    private const int LargestCountOfParts = 500;

    /// <summary>So many times more letters in the HTML part make a stub of the plain one.</summary>
    private const int Stub = 2;

    private static readonly ParserOptions Options = new() { MaxMimeDepth = 32 };

    static MailOpener() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var whole = new LineReader(parcel.Content, Limits.LargestItem).ReadAll();
        if (whole.IsTooLong)
            return [Taken.Aside(Faults.TooLong(parcel.Place, whole.Length, Limits.LargestItem))];
        try
        {
            return Read(parcel, MimeMessage.Load(Options, new MemoryStream(whole.Bytes)));
        }
        catch (Exception e) when (e is FormatException or ArgumentException or InvalidOperationException or NotSupportedException or IndexOutOfRangeException or DecoderFallbackException)
        {
            return [Taken.Aside(Faults.BrokenDocument(parcel.Place, "mail", "no mail that can be taken apart"))];
        }
    }

    private List<Taken> Read(Parcel parcel, MimeMessage mail)
    {
        var parts = MailParts.Of(mail.Body);
        if (parts.IsEncrypted)
            return [Taken.Aside(Faults.Encrypted(parcel.Place))];
        if (parts.Count > LargestCountOfParts)
            return [Taken.Aside(Faults.TooMany(parcel.Place, $"{parts.Count} parts", LargestCountOfParts))];
        var all = new List<Taken>();
        if (StoryOf(parcel, parts) is { } story)
            all.Add(story.Article is { } article ? story with { Article = WithHeaders(article, mail) } : story);
        if (parcel.Depth >= Limits.Depth && parts.Attached.Count > 0)
            all.Add(Taken.Aside(Faults.TooDeep(parcel.Place, Limits.Depth)));
        else
            all.AddRange(parts.Attached.SelectMany((a, i) => OpenAttached(parcel, a, i)));
        return all.Count > 0 ? all : [Taken.Aside(Faults.EmptyInput(parcel.Place))];
    }

    private Taken? StoryOf(Parcel parcel, MailParts parts)
    {
        if (parts.Html.Length > 0 && MailParts.LettersOf(parts.Html) > Stub * parts.Plain.Count(char.IsLetter))
        {
            var page = opening.Open(parcel with { Content = new MemoryStream(Encoding.UTF8.GetBytes(parts.Html)), Ending = "", MediaType = "text/html", Charset = "utf-8", Depth = parcel.Depth + 1 }).FirstOrDefault();
            if (page?.Article is not null || string.IsNullOrWhiteSpace(parts.Plain))
                return page;
        }
        var (text, removed) = MailText.Clean(parts.Plain);
        return text.Length == 0 ? null : Taken.From(parcel.Place, new Article { Name = parcel.Name, Text = text }) with { Removed = removed };
    }

    private IEnumerable<Taken> OpenAttached(Parcel parcel, MimeEntity attached, int number)
    {
        string file = attached is MimePart { FileName: { Length: > 0 } given } ? Path.GetFileName(given.Replace('\\', '/')) : "";
        var content = new MemoryStream();
        if (attached is MessagePart nested)
            nested.Message?.WriteTo(content);
        else
            ((MimePart)attached).Content?.DecodeTo(content);
        content.Position = 0;
        return opening.Open(new Parcel($"{parcel.Place}/{(file.Length > 0 ? file : number)}", $"{parcel.Name}/{(file.Length > 0 ? Path.GetFileNameWithoutExtension(file) : number)}", content)
        {
            Ending = attached is MessagePart ? ".eml" : Path.GetExtension(file).ToLowerInvariant(),
            MediaType = attached.ContentType.MimeType.ToLowerInvariant(),
            Charset = attached.ContentType.Charset,
            Depth = parcel.Depth + 1,
        });
    }

    private static Article WithHeaders(Article article, MimeMessage mail)
    {
        bool isNewsletter = mail.Headers.Contains(HeaderId.ListUnsubscribe) || mail.Headers.Contains(HeaderId.ListId);
        var sender = mail.From.Mailboxes.FirstOrDefault();
        return article with
        {
            Title = article.Title ?? (SubjectOf(mail.Subject) is { Length: > 0 } subject ? subject : null),
            Outlet = article.Outlet ?? (isNewsletter && sender?.Name is { Length: > 0 } name ? name : null),
            Published = article.Published ?? (mail.Date == default ? null : When.Day(DateOnly.FromDateTime(mail.Date.DateTime))),
        };
    }

    private static string SubjectOf(string? subject)
    {
        string rest = subject?.Trim() ?? "";
        while (rest.IndexOf(':', StringComparison.Ordinal) is > 1 and < 4 and var colon && rest[..colon].ToLowerInvariant() is "fw" or "fwd" or "re" or "aw" or "wg")
            rest = rest[(colon + 1)..].TrimStart();
        return rest;
    }
}
