using System.Globalization;
using static Entente.Tests.ArchiveMaking;

namespace Entente.Tests;

/// <summary>A file of several parts with a few changes, and which parts none of them touched.</summary>
internal sealed record Spoilt(byte[] Bytes, IReadOnlyList<int> Untouched)
{
    /// <summary>How many are tried of each kind.</summary>
    public static int Rounds { get; } = int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_FUZZ"), CultureInfo.InvariantCulture, out int rounds) ? rounds : 20_000;

    public static Spoilt Of(byte[][] parts, Random random)
    {
        var touched = new HashSet<int>();
        byte[][] all = [.. parts];
        for (int change = 1 + random.Next(4); change > 0; change--)
        {
            int at = random.Next(all.Length);
            touched.Add(at);
            all[at] = Change(all[at], random);
        }
        byte[] bytes = Join(all);
        if (random.Next(4) == 0)
        {
            // Cut off.
            bytes = bytes[..random.Next(1, bytes.Length)];
            for (int i = 0, end = 0; i < all.Length; i++)
                if ((end += all[i].Length) > bytes.Length)
                    touched.Add(i);
        }
        return new(bytes, [.. Enumerable.Range(0, parts.Length).Where(i => !touched.Contains(i))]);
    }

    private static byte[] Change(byte[] bytes, Random random)
    {
        if (bytes.Length == 0)
            return bytes;
        int at = random.Next(bytes.Length), length = Math.Min(1 + random.Next(1 << random.Next(9)), bytes.Length - at);
        byte[] noise = new byte[length];
        random.NextBytes(noise);
        switch (random.Next(6))
        {
            case 0:
                return [.. bytes[..at], .. bytes[(at + length)..]];
            case 1:
                return [.. bytes[..at], .. noise, .. bytes[at..]];
            case 2:
                return [.. bytes[..at], .. noise, .. bytes[(at + length)..]];
            case 3:
                return [.. bytes[..at], .. bytes[at..(at + length)], .. bytes[at..]];
            case 4:
                return Digits(bytes, random);
            default:
                byte[] flipped = [.. bytes];
                flipped[at] ^= (byte)(1 << random.Next(8));
                return flipped;
        }
    }

    /// <summary>Another number where one stands: lengths are what a reader of archives trusts most.</summary>
    private static byte[] Digits(byte[] bytes, Random random)
    {
        int from = random.Next(bytes.Length);
        int at = Array.FindIndex(bytes, from, b => b is >= (byte)'0' and <= (byte)'9');
        byte[] number = Utf8(random.Next(4) switch { 0 => "-1", 1 => "9223372036854775807", 2 => $"{random.Next(100_000)}", _ => "" });
        return at < 0 ? bytes[..^1] : [.. bytes[..at], .. number, .. bytes[(at + 1)..]];
    }
}
