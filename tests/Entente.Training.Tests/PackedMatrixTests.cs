using Entente.Language.Neural;

namespace Entente.Tests;

public class PackedMatrixTests
{
    /// <summary>Below, at and beyond the edges of blocks of rows (4, 8, 64) and of panels (32), in both orders, added and not.</summary>
    public static TheoryData<int, int, int, bool, bool> Sizes => [.. from rows in (int[])[1, 3, 8, 13, 67] from depth in (int[])[1, 7, 33] from columns in (int[])[1, 9, 32, 50, 97]
        from flags in Enumerable.Range(0, 4) select new TheoryDataRow<int, int, int, bool, bool>(rows, depth, columns, flags > 1, flags % 2 == 1)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void A_product_is_the_sum_of_products(int rows, int depth, int columns, bool isTransposed, bool add)
    {
        var random = new Random(rows * 31 + depth * 7 + columns);
        int stride = columns + 3;
        float[] a = Numbers(rows * depth), b = Numbers(depth * columns), result = Numbers(rows * stride);
        float[] before = [.. result];
        var matrix = new PackedMatrix();
        matrix.Pack(Numbers(4000), 40, 100, 100, 1);
        matrix.Pack(b, depth, columns, isTransposed ? 1 : columns, isTransposed ? depth : 1);
        matrix.Multiply(a, rows, isTransposed ? 1 : depth, isTransposed ? rows : 1, result, stride, add);
        for (int r = 0; r < rows; r++)
            for (int c = 0; c < stride; c++)
            {
                double sum = add || c >= columns ? before[r * stride + c] : 0;
                for (int k = 0; c < columns && k < depth; k++)
                    sum += (double)a[isTransposed ? k * rows + r : r * depth + k] * b[isTransposed ? c * depth + k : k * columns + c];
                Assert.Equal(sum, result[r * stride + c], 1e-4);
            }

        float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
    }
}
