using Entente.Language.Neural;

namespace Entente.Tests;

public class FixedMatrixTests
{
    private readonly Random random = new(7);

    /// <summary>Below, at and beyond the edges of blocks of rows (8, 32) and of panels (32).</summary>
    public static TheoryData<int, int, int> Sizes => [.. from rows in (int[])[1, 8, 13, 33, 70] from depth in (int[])[16, 64, 256] from columns in (int[])[1, 9, 32, 50, 97]
        select new TheoryDataRow<int, int, int>(rows, depth, columns)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_is_near_the_sum_of_products(int rows, int depth, int columns)
    {
        float[] weights = Numbers(depth * columns), start = Numbers(columns), before = Numbers(rows * columns);
        var left = new FixedRows(rows + 2, depth);
        Numbers(rows * depth).CopyTo(left.Values, 0);
        left.Round(rows);
        var matrix = new FixedMatrix(weights, depth);
        float[] bare = [.. before], begun = [.. before], added = [.. before];
        matrix.Multiply(left, rows, bare, []);
        matrix.Multiply(left, rows, begun, start);
        matrix.Multiply(left, rows, added, null);
        // Each factor is off by half a step of 2,047 at most, and errors of both signs cancel.
        double give = 0.001 * Math.Sqrt(depth) + 1e-4;
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
            {
                double sum = 0;
                for (int k = 0; k < depth; k++)
                    sum += (double)left[r][k] * weights[k * columns + c];
                Assert.Equal(sum, bare[r * columns + c], give);
                Assert.Equal(sum + start[c], begun[r * columns + c], give);
                Assert.Equal(sum + before[r * columns + c], added[r * columns + c], give);
            }
    }

    [Theory]
    [InlineData(256, 1e-9f)]
    [InlineData(256, 1e9f)]
    [InlineData(1024, 1f)]
    public void The_greatest_products_do_not_overflow_however_large_or_small_the_numbers(int depth, float size)
    {
        var left = new FixedRows(1, depth);
        left.Values.AsSpan().Fill(-size);
        left.Round(1);
        float[] weights = new float[depth * 3], result = new float[3];
        Array.Fill(weights, size);
        new FixedMatrix(weights, depth).Multiply(left, 1, result, []);
        Assert.All(result, sum => Assert.Equal(-1.0 * depth, sum / size / size, 0.01 * depth));
    }

    [Fact]
    public void Nothing_times_anything_is_nothing()
    {
        var left = new FixedRows(2, 16);
        left.Values.AsSpan(16).Fill(3);
        left.Round(2);
        float[] result = [9, 9];
        new FixedMatrix(new float[16], 16).Multiply(left, 2, result, []);
        Assert.Equal([0, 0], result);
    }

    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
}
