using Entente.Language.Neural;

namespace Entente.Tests;

public class FixedMatrixTests
{
    private readonly Random random = new(7);

    /// <summary>Below, at and beyond the edges of blocks of rows (4, 32) and of panels (16).</summary>
    public static TheoryData<int, int, int> Sizes => [.. from rows in (int[])[1, 4, 13, 33, 70] from depth in (int[])[16, 64, 256] from columns in (int[])[1, 9, 16, 50, 97]
        select new TheoryDataRow<int, int, int>(rows, depth, columns)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_is_near_the_sum_of_products(int rows, int depth, int columns)
    {
        float[] weights = Numbers(depth * columns);
        var left = new FixedRows(rows + 2, depth);
        Numbers(rows * depth).CopyTo(left.Values, 0);
        left.Round(rows);
        var matrix = new FixedMatrix(weights, depth);
        float[] start = Numbers(matrix.Stride), before = Numbers(rows * matrix.Stride), begun = [.. before], added = [.. before];
        matrix.Multiply(left, rows, begun, start);
        matrix.Multiply(left, rows, added, []);
        // The left is off by half a step of 127 at most; a weight by half a 124th of what eight evenly spread ones make up, 3 at most. Errors of both signs cancel.
        double give = 0.02 * Math.Sqrt(depth) + 1e-4;
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < columns; c++)
            {
                double sum = 0;
                for (int k = 0; k < depth; k++)
                    sum += (double)left[r][k] * weights[k * columns + c];
                Assert.Equal(sum + start[c], begun[r * matrix.Stride + c], give);
                Assert.Equal(sum + before[r * matrix.Stride + c], added[r * matrix.Stride + c], give);
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
        float[] weights = new float[depth * 3], result = new float[16];
        Array.Fill(weights, size);
        new FixedMatrix(weights, depth).Multiply(left, 1, result, new float[16]);
        Assert.All(result[..3], sum => Assert.Equal(-1.0 * depth, sum / size / size, 0.05 * depth));
    }

    [Fact]
    public void A_few_large_weights_leave_the_others_their_steps()
    {
        var left = new FixedRows(1, 256);
        left.Values.AsSpan(16).Fill(1);
        left.Round(1);
        float[] weights = [.. Enumerable.Repeat(1f, 16), .. Enumerable.Repeat(0.01f, 240)], result = new float[16];
        new FixedMatrix(weights, 256).Multiply(left, 1, result, new float[16]);
        Assert.Equal(2.4, result[0], 0.05);
    }

    /// <summary>Weights as large as <see cref="FixedColumn"/> lets them be, of one sign or of both.</summary>
    [Theory]
    [InlineData(0, 16)]
    [InlineData(-16, 17)]
    [InlineData(-16, 0)]
    public void Processors_without_the_instruction_find_the_same_sums(int least, int beyond)
    {
        const int Rows = 4, Depth = 64, Columns = ByteProducts.Columns;
        byte[] left = new byte[Rows * Depth];
        random.NextBytes(left);
        left.AsSpan(Depth, Depth).Fill(byte.MaxValue);
        sbyte[] panel = [.. Enumerable.Range(0, Depth * Columns).Select(_ => (sbyte)random.Next(least, beyond))];
        short[] steps = [.. Enumerable.Range(0, Depth / ByteProducts.StepDepth * Columns).Select(_ => (short)random.Next(1, 128))];
        float[] ones = [.. Enumerable.Repeat(1f, Columns)], found = new float[Rows * Columns], plain = new float[Rows * Columns];
        ByteProducts.Multiply(left, panel, steps, Depth, new(ones, new int[Columns], ones.AsSpan(0, Rows), found, Columns, new float[Columns]));
        ByteProducts.Plain(left, panel, steps, Depth, 0, new(ones, new int[Columns], ones.AsSpan(0, Rows), plain, Columns, new float[Columns]));
        Assert.Equal(found, plain);
        for (int i = 0; i < found.Length; i++)
        {
            int row = i / Columns, column = i % Columns;
            int sum = Enumerable.Range(0, Depth).Sum(k => left[row * Depth + k] * panel[(k / 4 * Columns + column) * 4 + k % 4] * steps[(k / 16 * Columns + column) * 2 + k % 4 / 2]);
            Assert.Equal(sum, found[i]);
        }
    }

    [Fact]
    public void Nothing_times_anything_is_nothing()
    {
        var left = new FixedRows(2, 16);
        left.Values.AsSpan(16).Fill(3);
        left.Round(2);
        float[] result = [.. Enumerable.Repeat(9f, 32)];
        new FixedMatrix(new float[16], 16).Multiply(left, 2, result, new float[16]);
        Assert.Equal(new float[32], result);
    }

    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
}
