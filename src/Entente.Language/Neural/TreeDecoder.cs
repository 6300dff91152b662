using System.Numerics.Tensors;

namespace Entente.Language.Neural;

/// <summary>
/// The best tree over a sentence's scored arcs: the best head of each word where that is a tree with one root, as it mostly is; otherwise the
/// maximum spanning arborescence (Chu and Liu 1965, Edmonds 1967).
/// </summary>
public static class TreeDecoder
{
    /// <param name="scores">Row i holds word i's scores: column 0 the root, column j + 1 the word j.</param>
    /// <param name="heads">Filled in: -1 for the root.</param>
    public static void Decode(ReadOnlySpan<float> scores, int count, Span<int> heads)
    {
        int columns = count + 1, roots = 0;
        for (int i = 0; i < count; i++)
        {
            heads[i] = Best(scores.Slice(i * columns, columns)) - 1;
            roots += heads[i] < 0 ? 1 : 0;
        }
        if (roots == 1 && IsTree(heads))
            return;
        var nodes = new int[columns];
        Span(Nodes(scores, count), columns, nodes);
        for (int i = 0; i < count; i++)
            heads[i] = nodes[i + 1] - 1;
    }

    /// <summary>
    /// A table by dependent and head with the root as node 0. So much is taken off each of the root's arcs that one arc is better than two,
    /// whatever else they gain (Stanojević and Cohen 2021): the best tree of all then has one root.
    /// </summary>
    private static double[] Nodes(ReadOnlySpan<float> scores, int count)
    {
        int columns = count + 1;
        float least = float.PositiveInfinity, most = float.NegativeInfinity;
        foreach (float score in scores[..(count * columns)])
            if (float.IsFinite(score))
                (least, most) = (Math.Min(least, score), Math.Max(most, score));
        double rootCost = ((double)most - least) * columns + 1;
        var nodes = new double[columns * columns];
        Array.Fill(nodes, double.NegativeInfinity, 0, columns);
        for (int i = 0; i < count; i++)
        {
            var row = nodes.AsSpan((i + 1) * columns, columns);
            for (int j = 0; j < columns; j++)
                row[j] = j == i + 1 ? double.NegativeInfinity : scores[i * columns + j];
            row[0] -= rootCost;
        }
        return nodes;
    }

    private static int Best(ReadOnlySpan<float> row) => TensorPrimitives.IndexOfMax(row);

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
    private static void Span(double[] scores, int count, Span<int> heads)
    {
        var isGone = new bool[count];
        var best = new int[count];
        var circles = new Stack<Circle>();
        best[0] = -1;
        for (int i = 1; i < count; i++)
            best[i] = BestOf(scores.AsSpan(i * count, count), isGone);
        while (FindCircle(best, isGone) is { } members)
        {
            circles.Push(Shrink(scores, isGone, best, members, count));
            // Whose best head was in the circle is still best off with it; nobody else's changes, so that the work grows with the square only.
            for (int i = 1; i < count; i++)
                if (!isGone[i] && isGone[best[i]])
                    best[i] = members[0];
            best[members[0]] = BestOf(scores.AsSpan(members[0] * count, count), isGone);
        }
        best.CopyTo(heads);
        while (circles.TryPop(out var circle))
            Open(circle, heads);
    }

    private static int BestOf(ReadOnlySpan<double> row, bool[] isGone)
    {
        int best = -1;
        for (int j = 0; j < row.Length; j++)
            if (!isGone[j] && (best < 0 || row[j] > row[best]))
                best = j;
        return best;
    }

    private static int[]? FindCircle(int[] heads, bool[] isGone)
    {
        var seen = new int[heads.Length];
        for (int i = 0; i < heads.Length; i++)
        {
            if (isGone[i])
                continue;
            int at = i;
            while (at >= 0 && seen[at] == 0)
            {
                seen[at] = i + 1;
                at = heads[at];
            }
            if (at < 0 || seen[at] != i + 1)
                continue;
            var circle = new List<int> { at };
            for (int next = heads[at]; next != at; next = heads[next])
                circle.Add(next);
            return [.. circle];
        }
        return null;
    }

    /// <summary>The first member takes the scores of the whole circle: to be entered costs the arc that is broken there.</summary>
    private static Circle Shrink(double[] scores, bool[] isGone, int[] best, int[] members, int count)
    {
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
