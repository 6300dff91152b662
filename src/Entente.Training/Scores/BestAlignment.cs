namespace Entente.Training;

/// <summary>The greatest sum of values when each row is paired with one column at most (Kuhn 1955, Munkres 1957; shortest augmenting paths, cubic).</summary>
internal static class BestAlignment
{
    public static double Of(int rows, int columns, Func<int, int, double> value)
    {
        if (rows > columns)
            return Of(columns, rows, (c, r) => value(r, c));
        double[] rowPrice = new double[rows + 1], columnPrice = new double[columns + 1];
        // Row 0 and column 0 stand for none.
        int[] rowOf = new int[columns + 1];
        for (int row = 1; row <= rows; row++)
            Augment(row, rowOf, rowPrice, columnPrice, value);
        double sum = 0;
        for (int c = 1; c <= columns; c++)
            sum += rowOf[c] > 0 ? value(rowOf[c] - 1, c - 1) : 0;
        return sum;
    }

    private static void Augment(int row, int[] rowOf, double[] rowPrice, double[] columnPrice, Func<int, int, double> value)
    {
        int columns = rowOf.Length - 1, at = 0;
        double[] least = new double[columns + 1];
        int[] way = new int[columns + 1];
        bool[] isUsed = new bool[columns + 1];
        Array.Fill(least, double.PositiveInfinity);
        rowOf[0] = row;
        do
        {
            isUsed[at] = true;
            int r = rowOf[at], next = 0;
            double step = double.PositiveInfinity;
            for (int c = 1; c <= columns; c++)
            {
                if (isUsed[c])
                    continue;
                double cost = -value(r - 1, c - 1) - rowPrice[r] - columnPrice[c];
                if (cost < least[c])
                    (least[c], way[c]) = (cost, at);
                if (least[c] < step)
                    (step, next) = (least[c], c);
            }
            for (int c = 0; c <= columns; c++)
                if (isUsed[c])
                {
                    rowPrice[rowOf[c]] += step;
                    columnPrice[c] -= step;
                }
                else
                    least[c] -= step;
            at = next;
        }
        while (rowOf[at] != 0);
        for (; at != 0; at = way[at])
            rowOf[at] = rowOf[way[at]];
    }
}
