using System.Buffers;
using System.Buffers.Binary;
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

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? parts;

    /// <summary>26 letters (128 bits): articles come from strangers, who may look for collisions.</summary>
    public static string Of(Article article)
    {
        var hashed = Begin();
        foreach (string? part in (ReadOnlySpan<string?>)[article.ExternalId, article.Outlet, article.Url, article.Published?.Text, article.Title, article.Text])
            Add(hashed, part);
        return End(hashed, 26);
    }

    /// <summary>
    /// 16 letters (80 bits), over what is claimed and where, not over confidence, rule or reader version: a newer reader that reads the same
    /// claim gives it the same id, and so people's decisions hold.
    /// </summary>
    public static string Of(string articleId, Claim claim)
    {
        var hashed = Begin();
        Add(hashed, articleId);
        Add(hashed, claim.Kind.Code());
        AddCore(hashed, claim);
        Add(hashed, claim.Date?.Text);
        Add(hashed, claim.Modality.Code());
        Add(hashed, claim.Speaker?.Name);
        Add(hashed, claim.Evidence.Span.Start);
        Add(hashed, claim.Evidence.Span.End);
        return End(hashed, 16);
    }

    /// <summary>12 letters (60 bits), over what the arrangement is.</summary>
    public static string OfArrangement(string? name, string form, IReadOnlyList<string> parties, int spell)
    {
        var hashed = Begin();
        Add(hashed, name);
        Add(hashed, form);
        Add(hashed, parties);
        Add(hashed, spell);
        return End(hashed, 12);
    }

    private static void AddCore(ArrayBufferWriter<byte> hashed, Claim claim)
    {
        switch (claim)
        {
            case AgreementClaim a:
                Add(hashed, a.Name);
                Add(hashed, a.Form);
                Add(hashed, a.Status.Code());
                Add(hashed, a.Parties);
                break;
            case EventClaim e:
                Add(hashed, e.Type.Code());
                Add(hashed, e.Actors);
                Add(hashed, e.Recipients);
                Add(hashed, e.Place);
                Add(hashed, e.What);
                break;
            case ObligationClaim o:
                Add(hashed, o.Level.Code());
                Add(hashed, o.From);
                Add(hashed, o.To);
                Add(hashed, o.Contingency);
                break;
            case FigureClaim f:
                Add(hashed, f.Subject);
                Add(hashed, f.Measure);
                Add(hashed, BitConverter.DoubleToInt64Bits(f.Value));
                Add(hashed, f.Unit);
                break;
        }
    }

    private static ArrayBufferWriter<byte> Begin()
    {
        var hashed = parts ??= new(1024);
        hashed.ResetWrittenCount();
        return hashed;
    }

    private static string End(ArrayBufferWriter<byte> hashed, int letters)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(hashed.WrittenSpan, digest);
        Span<char> id = stackalloc char[letters];
        int bits = 0, value = 0, next = 0;
        for (int i = 0; i < id.Length; i++)
        {
            if (bits < 5)
            {
                value = (value << 8) | digest[next++];
                bits += 8;
            }
            bits -= 5;
            id[i] = Alphabet[(value >> bits) & 31];
            value &= (1 << bits) - 1;
        }
        return new string(id);
    }

    /// <summary>A length before each part: ("ab", "c") and ("a", "bc") differ; -1 tells null from "".</summary>
    private static void Add(ArrayBufferWriter<byte> hashed, string? part)
    {
        Add(hashed, part is null ? -1 : Encoding.UTF8.GetByteCount(part));
        if (part is not null)
            Encoding.UTF8.GetBytes(part, hashed);
    }

    private static void Add(ArrayBufferWriter<byte> hashed, IReadOnlyList<string> list)
    {
        Add(hashed, list.Count);
        foreach (string item in list)
            Add(hashed, item);
    }

    private static void Add(ArrayBufferWriter<byte> hashed, long number)
    {
        BinaryPrimitives.WriteInt64LittleEndian(hashed.GetSpan(sizeof(long)), number);
        hashed.Advance(sizeof(long));
    }
}
