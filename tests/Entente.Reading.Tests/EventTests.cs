using Entente.Reading;
using Entente.Vocabulary;

namespace Entente.Tests;

public class EventTests
{
    private static readonly ArticleReader Reader = new(Kit.Language, Kit.Gazetteer, Kit.Rules, Kit.Morphology);

    [Theory]
    [InlineData("Peru held talks with Chile in Geneva on Friday.", "Geneva")]
    [InlineData("Peru held talks with Chile.", null)]
    [InlineData("North Korea fired a missile in the Sea of Japan.", "Sea of Japan")]
    public void An_event_happens_where_the_text_says(string text, string? place) => Assert.All(Events(text), e => Assert.Equal(place, e.Place));

    [Fact]
    public void What_is_asked_for_is_not_done() => Assert.Equal([EventType.REQUEST], Events("Poland urged Moscow to withdraw its troops from Ukraine.").Select(e => e.Type));

    [Fact]
    public void In_an_article_about_two_the_other_is_meant() =>
        Assert.Contains(Events("Peru and Chile share a desert. Peru and Chile share a coast. Peru and Chile held talks. Peru called for a ceasefire."), e => e.Type == EventType.REQUEST && e.Recipients.SequenceEqual(["CHL"]));

    [Fact]
    public void A_step_is_taken_on_a_day_and_not_since_one()
    {
        var claim = Assert.IsType<AgreementClaim>(Assert.Single(Reader.Read(new Article { Name = "example", Text = "Oslo and Seoul signed a defence pact, the first between them since 1959." }).Claims));
        Assert.Null(claim.Date);
    }

    private static List<EventClaim> Events(string text)
    {
        var events = Reader.Read(new Article { Name = "example", Text = text, Published = When.Parse("2020-05-04") }).Claims.OfType<EventClaim>().ToList();
        Assert.NotEmpty(events);
        return events;
    }
}
