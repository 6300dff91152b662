using System.Security.Cryptography;
using System.Text;

namespace Entente.Vocabulary;

/// <summary>
/// Names a thing by its content: the first bits of a SHA-256, in lower-case Crockford base 32 (no i, l, o, u to misread).
/// Equal content has an equal id on every machine and in every year; ids may be shortened to any unique prefix of four or more.
/// </summary>
public static class ContentId
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    /// <summary>26 letters (128 bits): articles come from strangers, who may look for collisions.</summary>
    public static string Of(Article article) =>
        Hash(26, article.ExternalId, article.Outlet, article.Url, article.Published?.Text, article.Title, article.Text);

    /// <summary>
    /// 16 letters (80 bits), over what is claimed and where, not over confidence or reader version: a newer reader that reads the same
    /// claim gives it the same id, and so people's decisions hold.
    /// </summary>
    public static string Of(string articleId, Claim claim) =>
        Hash(16, articleId, ClaimJson.Write(claim with { Confidence = 0, Doc = "" }));

    private static string Hash(int letters, params ReadOnlySpan<string?> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (string? part in parts)
        {
            // A length before each part: ("ab", "c") and ("a", "bc") differ; -1 tells null from "".
            byte[] bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
            hash.AppendData(BitConverter.GetBytes(part is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }
        return Base32(hash.GetHashAndReset(), letters);
    }

    private static string Base32(byte[] bytes, int letters) => string.Create(letters, bytes, static (span, source) =>
    {
        int bits = 0, value = 0, next = 0;
        for (int i = 0; i < span.Length; i++)
        {
            if (bits < 5)
            {
                value = (value << 8) | source[next++];
                bits += 8;
            }
            bits -= 5;
            span[i] = Alphabet[(value >> bits) & 31];
            value &= (1 << bits) - 1;
        }
    });
}
