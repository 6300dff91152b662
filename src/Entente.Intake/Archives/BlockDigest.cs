using System.Security.Cryptography;
using System.Text;

namespace Entente.Intake;

/// <summary>"sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ": a digest in base 32 or in hexadecimal digits.</summary>
internal static class BlockDigest
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>False too where there is no digest, or none that we know.</summary>
    public static bool Differs(ReadOnlySpan<byte> stated, ReadOnlySpan<byte> block)
    {
        int colon = stated.IndexOf((byte)':');
        if (colon < 0)
            return false;
        string digits = Encoding.Latin1.GetString(stated[(colon + 1)..]).TrimEnd('=').ToUpperInvariant();
        byte[]? digest = Encoding.Latin1.GetString(stated[..colon]).ToLowerInvariant().Replace("-", "", StringComparison.Ordinal) switch
        {
#pragma warning disable CA5350, CA5351 // Against damage, not against people.
            "sha1" => SHA1.HashData(block),
            "md5" => MD5.HashData(block),
#pragma warning restore CA5350, CA5351
            "sha256" => SHA256.HashData(block),
            _ => null,
        };
        return digest is not null && digits != Convert.ToHexString(digest) && digits != InBase32(digest);
    }

    private static string InBase32(byte[] bytes)
    {
        var digits = new StringBuilder();
        for (int bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            int pair = (bytes[bit / 8] << 8) | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            digits.Append(Base32[(pair >> (11 - (bit % 8))) & 31]);
        }
        return digits.ToString();
    }
}
