using Entente.Language;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>A time is told by a whole expression; its name is what stands on the calendar.</summary>
public class DateNamesTests
{
    [Theory]
    [InlineData("The pact has held since June 2021.", "June 2021")]
    [InlineData("The two ministers met last Monday.", "Monday")]
    [InlineData("The two ministers met yesterday.", "")]
    [InlineData("The base will close within five years.", "")]
    [InlineData("Both fleets drilled between June 24 and July 8, 2022.", "June 24|July 8, 2022")]
    [InlineData("The talks of the mid-1990s led nowhere.", "1990s")]
    [InlineData("The missile is expected in the early 2030s.", "2030s")]
    [InlineData("It was signed on the 14th of May 2019 in Accra.", "14th of May 2019")]
    [InlineData("The truce began on New Year's Eve 1999 at sea.", "New Year's Eve 1999")]
    [InlineData("The office is shut on Saturdays.", "Saturdays")]
    [InlineData("The note is dated 2021-06-14 and unsigned.", "2021-06-14")]
    public void Names_of_dates(string text, string names)
    {
        var annotated = English.Pipeline.Annotate(text, When.Parse("2023-01-17"));
        Assert.Equal(names, string.Join('|', annotated.Names.Where(n => n.Kind == NameKind.Date).Select(n => n.Span.In(text))));
    }
}
