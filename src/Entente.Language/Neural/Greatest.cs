using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Language.Neural;

/// <summary>The place of the greatest of few numbers, none of them NaN; the first of equals. Rows of scores are so short that a general search spends its time before it begins.</summary>
internal static class Greatest
{
    private static readonly int Lanes = Vector256<float>.Count;

    /// <param name="row">At least one.</param>
    internal static int Of(ReadOnlySpan<float> row)
    {
        if (row.Length < Lanes)
            return OfFew(row);
        ref float first = ref MemoryMarshal.GetReference(row);
        // The last vector may overlap with the one before.
        nuint last = (nuint)(row.Length - Lanes);
        var most = Vector256.LoadUnsafe(ref first, last);
        for (nuint i = 0; i < last; i += (nuint)Lanes)
            most = Vector256.Max(most, Vector256.LoadUnsafe(ref first, i));
        most = Vector256.Create(Most(most));
        for (nuint i = 0; i < last; i += (nuint)Lanes)
            if (Vector256.Equals(most, Vector256.LoadUnsafe(ref first, i)).ExtractMostSignificantBits() is not 0 and var found)
                return (int)i + BitOperations.TrailingZeroCount(found);
        return (int)last + BitOperations.TrailingZeroCount(Vector256.Equals(most, Vector256.LoadUnsafe(ref first, last)).ExtractMostSignificantBits());
    }

    internal static float Most(Vector256<float> values)
    {
        var most = Vector128.Max(values.GetLower(), values.GetUpper());
        return Math.Max(Math.Max(most[0], most[1]), Math.Max(most[2], most[3]));
    }

    private static int OfFew(ReadOnlySpan<float> row)
    {
        int found = 0;
        for (int i = 1; i < row.Length; i++)
            if (row[i] > row[found])
                found = i;
        return found;
    }
}
