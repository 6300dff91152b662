using Entente.Intake;

namespace Entente.Tests;

/// <summary>Mails and mailboxes become articles; what is broken in them costs itself.</summary>
public sealed class MailTests : IDisposable
{
    private const string Headers = "From: =?utf-8?Q?H=C3=A4fen_heute?= <news@example.org>\nSubject: Fwd: A pact is signed\nDate: Tue, 05 Mar 2024 23:30:00 +0900\nList-Unsubscribe: <https://example.org/u>\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_newsletter_is_an_article_of_its_sender_on_the_day_of_its_own_zone()
    {
        var article = Assert.Single(Read("a.eml", Headers + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nTroms=C3=B8 signed.\n\n-- \nThe newsroom\n")).Article!;
        Assert.Equal(("Tromsø signed.", "A pact is signed", "Häfen heute", "2024-03-05"), (article.Text, article.Title, article.Outlet, article.Published.ToString()));
    }

    [Fact]
    public void A_mailbox_gives_its_mails_and_a_sentence_that_begins_with_From_parts_none()
    {
        string mail = $"From a@example.org Tue Mar  5 10:00:00 2024\n{Headers}\nThey met.\n\nFrom Oslo it was heard that they agreed.\n\n>From there they left.\n\n";
        var all = Read("box.mbox", mail + mail);
        Assert.Equal(2, all.Count);
        Assert.All(all, t => Assert.Equal("They met.\n\nFrom Oslo it was heard that they agreed.\n\nFrom there they left.", t.Article!.Text));
    }

    [Fact]
    public void An_attached_text_is_an_article_of_its_own()
    {
        var all = Read("a.eml", Headers + "Content-Type: multipart/mixed; boundary=x\n\n--x\n\nSee the paper.\n--x\nContent-Disposition: attachment; filename=paper.txt\n\nThe paper.\n--x--\n");
        Assert.Equal(["See the paper.", "The paper."], all.Select(t => t.Article!.Text.Trim()));
    }

    [Fact]
    public void An_encrypted_mail_is_told_as_such() =>
        Assert.Equal("ENT0125", Read("a.eml", Headers + "Content-Type: multipart/encrypted; boundary=x\n\n--x\n\nabc\n--x--\n").Single().SetAside!.Code);

    [Fact]
    public void Ten_thousand_damaged_mails_throw_nothing()
    {
        var random = new Random(5);
        byte[] whole = System.Text.Encoding.UTF8.GetBytes(Headers + "Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/html\n\n<p>A\n--x\nContent-Type: message/rfc822\n\nFrom: a\n\nb\n--x--\n");
        var opening = new Opening();
        for (int i = 0; i < 10_000; i++)
        {
            byte[] damaged = [.. whole];
            for (int n = random.Next(1, 12); n > 0; n--)
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            Assert.NotEmpty(opening.Open(new Parcel("p", "p", new MemoryStream(damaged, 0, random.Next(1, damaged.Length))) { Ending = ".eml" }));
        }
    }

    private List<Taken> Read(string name, string text) => [.. new ArticleFeed(null).ReadFile(folder.Write(name, text))];
}
