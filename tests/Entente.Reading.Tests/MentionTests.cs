using Entente.Reading;

namespace Entente.Tests;

/// <summary>Each row: a text of January 2023, and who is mentioned in it, as "words=actors kind"; 's where a possessive marker follows.</summary>
public class MentionTests
{
    [Theory]
    [InlineData("Japan signed.", "Japan=JPN Agent")]
    [InlineData("The Pentagon denied it.", "Pentagon=USA Agent")]
    [InlineData("The White House agreed.", "White House=USA Agent")]
    [InlineData("Tokyo and London agreed.", "Tokyo=JPN Agent | London=GBR Agent")]
    [InlineData("Japan's coast is long.", "Japan=JPN Agent's")]
    [InlineData("Japan’s coast is long.", "Japan=JPN Agent's")]
    [InlineData("Moscow s attack on Ukraine failed.", "Moscow=RUS Agent's | Ukraine=UKR Agent")]
    [InlineData("Chinese exports rose.", "Chinese=CHN Qualifier")]
    [InlineData("North Korea fired.", "North Korea=PRK Agent")]
    [InlineData("Guinea-Bissau and Papua New Guinea signed.", "Guinea-Bissau=GNB Agent | Papua New Guinea=PNG Agent")]
    [InlineData("The Democratic Republic of the Congo signed.", "Democratic Republic of the Congo=COD Agent")]
    [InlineData("The G7 and the G-7 met.", "G7=G7 Agent | G-7=G7 Agent")]
    [InlineData("The EU and ASEAN met.", "EU=EU Agent | ASEAN=ASEAN Agent")]
    [InlineData("the UN Security Council met.", "UN Security Council=UNSC Agent")]
    [InlineData("US sanctions bite.", "US=USA Qualifier")]
    [InlineData("U.S.-Japan talks began.", "U.S.=USA Agent | Japan=JPN Qualifier")]
    public void A_name_stands_for_its_actor(string text, string mentions) => Assert.Equal(mentions, Mentions(text));

    [Theory]
    [InlineData("Let us go.")]
    [InlineData("Chad Smith came home.")]
    [InlineData("The Indian Ocean and the Philippine Sea are wide.")]
    [InlineData("The turkey and the china were served.")]
    [InlineData("A spokesman denied it.")]
    public void What_only_looks_like_an_actor_is_none(string text)
    {
        var annotated = Kit.Annotate(text, Kit.Day);
        Assert.Empty(Kit.Mentions(annotated, Kit.Day).Find(annotated.Sentences[0]).SelectMany(m => m.Actors));
    }

    [Theory]
    [InlineData("Japan's foreign minister arrived.", "Japan's foreign minister=JPN Agent")]
    [InlineData("US and Japanese officials met.", "US=USA Agent | Japanese officials=JPN Agent")]
    [InlineData("Russian troops entered Ukraine.", "Russian troops=RUS Agent | Ukraine=UKR Agent")]
    [InlineData("Russia's army invaded.", "Russia's army=RUS Agent")]
    [InlineData("The Chinese navy sailed.", "Chinese navy=CHN Agent")]
    [InlineData("Iran's parliament voted.", "Iran's parliament=IRN Agent")]
    [InlineData("The presidents of Argentina and Chile met.", "The presidents of Argentina=ARG Agent | Chile=CHL Agent")]
    [InlineData("The president of Argentina's plan failed.", "The president of Argentina=ARG Agent's")]
    [InlineData("The Biden administration spoke.", "Biden administration=USA Agent")]
    public void What_acts_for_a_state_is_the_state(string text, string mentions) => Assert.Equal(mentions, Mentions(text));

    [Theory]
    [InlineData("Prime Minister Fumio Kishida spoke.", "Fumio Kishida=JPN Person")]
    [InlineData("Kishida met Biden.", "Kishida=JPN Person | Biden=USA Person")]
    [InlineData("Mr. Kishida left.", "Kishida=JPN Person")]
    [InlineData("President Xi and President Putin met.", "Xi=CHN Person | Putin=RUS Person")]
    [InlineData("President Joe Biden's plan failed.", "Joe Biden=USA Person's")]
    [InlineData("British Foreign Secretary James Cleverly visited Tokyo.", "British Foreign Secretary James Cleverly=GBR Person | Tokyo=JPN Agent")]
    [InlineData("Chinese Foreign Ministry spokesman Wang Wenbin said so. Wang left.", "Chinese Foreign Ministry spokesman Wang Wenbin=CHN Person | Wang=CHN Person")]
    [InlineData("South Korea's president, Yoon Suk-yeol, spoke.", "South Korea's president, Yoon Suk-yeol=KOR Person")]
    [InlineData("Germany's Olaf Scholz met France's Emmanuel Macron.", "Germany's Olaf Scholz=DEU Person | France's Emmanuel Macron=FRA Person")]
    [InlineData("NATO Secretary General Jens Stoltenberg arrived.", "NATO Secretary General Jens Stoltenberg=NATO Person")]
    [InlineData("Zelensky thanked Warsaw.", "Zelensky=UKR Person | Warsaw=POL Agent")]
    public void A_person_in_office_stands_for_the_state(string text, string mentions) => Assert.Equal(mentions, Mentions(text));

    [Theory]
    [InlineData("Shinzo Abe spoke.")]
    [InlineData("Former Prime Minister Shinzo Abe spoke.")]
    [InlineData("Former Japanese Prime Minister Shinzo Abe spoke.")]
    [InlineData("The late Japanese Prime Minister Shinzo Abe spoke.")]
    [InlineData("Japan's former prime minister Shinzo Abe spoke.")]
    [InlineData("Japan's former prime minister spoke.")]
    [InlineData("The former prime minister of Japan spoke.")]
    [InlineData("Former US president Barack Obama spoke.")]
    [InlineData("Ex-US President Donald Trump spoke.")]
    public void Who_is_out_of_office_stands_for_nobody(string text)
    {
        var annotated = Kit.Annotate(text, Kit.Day);
        Assert.Empty(Kit.Actors(annotated, Kit.Day).SelectMany(s => s.Groups).SelectMany(g => g.Actors));
    }

    [Theory]
    [InlineData("2015-05-01", "Abe=JPN Person")]
    [InlineData("2023-01-17", "")]
    [InlineData("2005-05-01", "")]
    public void The_day_of_the_article_tells_who_is_in_office(string published, string mentions) => Assert.Equal(mentions, Mentions("Prime Minister Abe spoke.", published));

    [Theory]
    [InlineData("Japan, Britain and Italy signed.", "Japan, Britain and Italy=GBR+ITA+JPN")]
    [InlineData("China, Russia, and Iran met.", "China, Russia, and Iran=CHN+IRN+RUS")]
    [InlineData("US and Japanese officials met.", "US and Japanese officials=JPN+USA")]
    [InlineData("The presidents of Argentina and Chile met.", "The presidents of Argentina and Chile=ARG+CHL")]
    [InlineData("The U.S.-Japan alliance holds.", "U.S.-Japan=JPN+USA")]
    [InlineData("In Moscow, Japan and Britain signed a pact.", "Moscow=RUS | Japan and Britain=GBR+JPN")]
    [InlineData("Japan, a US ally, signed.", "Japan=JPN | US=USA")]
    [InlineData("Japan as well as Britain signed.", "Japan as well as Britain=GBR+JPN")]
    [InlineData("Japan told Britain that Italy signed.", "Japan=JPN | Britain=GBR | Italy=ITA")]
    public void What_is_joined_acts_together(string text, string groups) => Assert.Equal(groups, Groups(text)[0]);

    [Theory]
    [InlineData("Japan said it would sign.", "Japan=JPN | it=JPN")]
    [InlineData("Japan signed. It ratified.", "It=JPN")]
    [InlineData("Fumio Kishida met Joe Biden in Washington. He left.", "He=JPN")]
    [InlineData("Japan's prime minister Fumio Kishida spoke. He left.", "He=JPN")]
    [InlineData("Japan and South Korea met. The two countries agreed.", "The two countries=JPN+KOR")]
    [InlineData("Japan met South Korea. Both sides agreed.", "Both sides=JPN+KOR")]
    [InlineData("Japan, Britain and Italy met. They agreed.", "They=GBR+ITA+JPN")]
    [InlineData("Japan attacked. The country won.", "The country=JPN")]
    [InlineData("It signed.", "")]
    [InlineData("The two countries signed.", "")]
    [InlineData("He signed.", "")]
    public void A_pronoun_stands_for_who_was_mentioned_before(string text, string lastSentence) => Assert.Equal(lastSentence, Groups(text)[^1]);

    private static string Mentions(string text, string published = "2023-01-17")
    {
        var day = Vocabulary.When.Parse(published);
        var annotated = Kit.Annotate(text, day);
        var finder = Kit.Mentions(annotated, day);
        return string.Join(" | ", annotated.Sentences.SelectMany(finder.Find).Where(m => m.Actors.Count > 0 || m.Person is not null)
            .Select(m => $"{Kit.WordsOf(annotated, m.First, m.End)}={string.Join('+', m.Actors)} {m.Kind}{(m.IsPossessive ? "'s" : "")}"));
    }

    private static List<string> Groups(string text)
    {
        var annotated = Kit.Annotate(text, Kit.Day);
        return [.. Kit.Actors(annotated, Kit.Day).Select(s => string.Join(" | ", s.Groups.Select(g => $"{Kit.WordsOf(annotated, g.First, g.End)}={string.Join('+', g.Actors)}")))];
    }
}
