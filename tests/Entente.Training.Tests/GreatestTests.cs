using Entente.Language.Neural;

namespace Entente.Tests;

public class GreatestTests
{
    [Fact]
    public void The_place_of_the_greatest_is_found_in_rows_of_any_length_and_the_first_of_equals()
    {
        var random = new Random(5);
        for (int length = 1; length < 70; length++)
        {
            // Few values, so that many are equal.
            float[] row = [.. Enumerable.Range(0, length).Select(_ => random.Next(6) == 0 ? float.NegativeInfinity : random.Next(-40, 4))];
            Assert.Equal(Array.IndexOf(row, row.Max()), Greatest.Of(row));
        }
    }
}
