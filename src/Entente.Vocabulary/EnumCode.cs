using System.Text;

namespace Entente.Vocabulary;

/// <summary>
/// The written codes of the closed schemes: <c>InForce</c> is written <c>in-force</c>, a PLOVER type <c>CONSULT</c>.
/// The code book tells each of them in a sentence; a test compares the two.
/// </summary>
public static class EnumCode
{
    public static string Code(this ClaimKind kind) => Names<ClaimKind>.Codes[(int)kind];

    public static string Code(this Modality modality) => Names<Modality>.Codes[(int)modality];

    public static string Code(this Status status) => Names<Status>.Codes[(int)status];

    public static string Code(this ObligationLevel level) => Names<ObligationLevel>.Codes[(int)level];

    public static string Code(this EventType type) => Names<EventType>.Codes[(int)type];

    /// <summary>The code of a value whose scheme belongs to another room.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Names<T>.Codes[Array.IndexOf(Names<T>.Values, value)];

    /// <summary>All codes of a scheme, in the order of the scheme.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Names<T>.Codes;

    public static bool TryParse<T>(string? code, out T value) where T : struct, Enum
    {
        int at = code is null ? -1 : Array.IndexOf(Names<T>.Codes, code);
        value = at < 0 ? default : Names<T>.Values[at];
        return at >= 0;
    }

    private static class Names<T> where T : struct, Enum
    {
        internal static readonly T[] Values = Enum.GetValues<T>();
        internal static readonly string[] Codes = [.. Values.Select(v => Write(v.ToString()))];
    }

    private static string Write(string name)
    {
        if (name.All(char.IsUpper))
            return name;
        var code = new StringBuilder();
        foreach (char c in name)
        {
            if (char.IsUpper(c) && code.Length > 0)
                code.Append('-');
            code.Append(char.ToLowerInvariant(c));
        }
        return code.ToString();
    }
}
