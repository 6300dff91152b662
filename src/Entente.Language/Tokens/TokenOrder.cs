namespace Entente.Language;

/// <summary>Search in what lies in the order of its tokens.</summary>
internal static class TokenOrder
{
    /// <summary>The index of the first item that begins at this token or later; the number of items where none does.</summary>
    public static int FirstFrom<T>(IReadOnlyList<T> items, int token, Func<T, int> first)
    {
        int low = 0, high = items.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (first(items[middle]) < token)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
