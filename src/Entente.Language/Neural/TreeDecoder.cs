namespace Entente.Language.Neural;

/// <summary>
/// The best tree over a sentence's scored arcs: the best head of each word where that is a tree with one root, as it mostly is; otherwise the
/// maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967).
/// </summary>
public sealed class TreeDecoder
{
    private double[] table = [];
    private int[] best = [];
    private bool[] isGone = [];

    /// <param name="scores">Row i holds word i's scores: column 0 the root, column j + 1 the word j.</param>
    /// <param name="heads">Filled in: -1 for the root.</param>
    public void Decode(ReadOnlySpan<float> scores, int count, Span<int> heads)
    {
        int columns = count + 1, roots = 0;
        for (int i = 0; i < count; i++)
        {
            heads[i] = Greatest.Of(scores.Slice(i * columns, columns)) - 1;
            roots += heads[i] < 0 ? 1 : 0;
        }
        if (roots == 1 && IsTree(heads))
            return;
        Span(scores, columns, rootCost: 0);
        if (best.AsSpan(1, count).Count(0) > 1)
            Span(scores, columns, RootCost(scores[..(count * columns)]));
        for (int i = 0; i < count; i++)
            heads[i] = best[i + 1] - 1;
    }

    /// <summary>
    /// So much taken off each of the root's arcs makes one better than two, whatever else they gain (Stanojević and Cohen 2021): the best tree of
    /// all then has one root. It makes circles of nearly all words, and so it is tried only when needed.
    /// </summary>
    private static double RootCost(ReadOnlySpan<float> scores)
    {
        float least = float.PositiveInfinity, most = float.NegativeInfinity;
        foreach (float score in scores)
            if (float.IsFinite(score))
                (least, most) = (Math.Min(least, score), Math.Max(most, score));
        return ((double)most - least) * (1 + Math.Sqrt(scores.Length)) + 1;
    }

    /// <summary>A table by dependent and head with the root as node 0.</summary>
    private void FillTable(ReadOnlySpan<float> scores, int columns, double rootCost)
    {
        if (best.Length < columns)
            (table, best, isGone) = (new double[columns * columns], new int[columns], new bool[columns]);
        isGone.AsSpan(0, columns).Clear();
        table.AsSpan(0, columns).Fill(double.NegativeInfinity);
        for (int i = 1; i < columns; i++)
        {
            var row = table.AsSpan(i * columns, columns);
            for (int j = 0; j < columns; j++)
                row[j] = j == i ? double.NegativeInfinity : scores[(i - 1) * columns + j];
            row[0] -= rootCost;
        }
    }

    private static bool IsTree(ReadOnlySpan<int> heads)
    {
        // A word is sure once its way up has met the root; a way that meets itself is a circle.
        Span<int> seen = heads.Length <= 512 ? stackalloc int[heads.Length] : new int[heads.Length];
        seen.Clear();
        for (int i = 0; i < heads.Length; i++)
        {
            int at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = heads[at];
            }
            if (at >= 0 && seen[at] == i + 1)
                return false;
        }
        return true;
    }

    /// <summary>A circle of words that was shrunk to its first: by whom it is entered and left, for each word outside.</summary>
    private sealed record Circle(int[] Members, int[] Heads, int[] EnteredAt, int[] LeftFrom);

    /// <summary>Circles are shrunk, within the same table of scores, until none is left; then opened again, the last first.</summary>
    private void Span(ReadOnlySpan<float> scores, int count, double rootCost)
    {
        FillTable(scores, count, rootCost);
        var circles = new Stack<Circle>();
        best[0] = -1;
        for (int i = 1; i < count; i++)
            best[i] = BestOf(i, count);
        while (FindCircle(count) is { } members)
        {
            circles.Push(Shrink(members, count));
            // Whose best head was in the circle is still best off with it; nobody else's changes, so that the work grows with the square only.
            for (int i = 1; i < count; i++)
                if (!isGone[i] && isGone[best[i]])
                    best[i] = members[0];
            best[members[0]] = BestOf(members[0], count);
        }
        while (circles.TryPop(out var circle))
            Open(circle, best.AsSpan(0, count));
    }

    private int BestOf(int node, int count)
    {
        var row = table.AsSpan(node * count, count);
        int found = -1;
        for (int j = 0; j < row.Length; j++)
            if (!isGone[j] && (found < 0 || row[j] > row[found]))
                found = j;
        return found;
    }

    private int[]? FindCircle(int count)
    {
        var seen = new int[count];
        for (int i = 0; i < count; i++)
        {
            if (isGone[i])
                continue;
            int at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = best[at];
            }
            if (at < 0 || seen[at] != i + 1)
                continue;
            var circle = new List<int> { at };
            for (int next = best[at]; next != at; next = best[next])
                circle.Add(next);
            return [.. circle];
        }
        return null;
    }

    /// <summary>The first member takes the scores of the whole circle: to be entered costs the arc that is broken there.</summary>
    private Circle Shrink(int[] members, int count)
    {
        var scores = table;
        var circle = new Circle(members, [.. members.Select(m => best[m])], new int[count], new int[count]);
        double[] own = [.. members.Select(m => scores[m * count + best[m]])];
        var isMember = new bool[count];
        foreach (int member in members)
            isMember[member] = true;
        int node = members[0];
        for (int other = 0; other < count; other++)
        {
            if (isGone[other] || isMember[other])
                continue;
            int entered = 0, left = 0;
            for (int m = 1; m < members.Length; m++)
            {
                if (scores[members[m] * count + other] - own[m] > scores[members[entered] * count + other] - own[entered])
                    entered = m;
                if (scores[other * count + members[m]] > scores[other * count + members[left]])
                    left = m;
            }
            (circle.EnteredAt[other], circle.LeftFrom[other]) = (members[entered], members[left]);
            double outOf = scores[other * count + members[left]];
            scores[node * count + other] = scores[members[entered] * count + other] - own[entered];
            scores[other * count + node] = outOf;
        }
        foreach (int member in members.AsSpan(1))
            isGone[member] = true;
        return circle;
    }

    private static void Open(Circle circle, Span<int> heads)
    {
        int node = circle.Members[0], outside = heads[node];
        for (int i = 0; i < heads.Length; i++)
            if (heads[i] == node)
                heads[i] = circle.LeftFrom[i];
        for (int m = 0; m < circle.Members.Length; m++)
            heads[circle.Members[m]] = circle.Heads[m];
        heads[circle.EnteredAt[outside]] = outside;
    }
}
