namespace Entente.Language;

/// <summary>A hash that is the same in every run and on every machine, as models need it (FNV-1a over UTF-16 units).</summary>
internal static class StableHash
{
    public static uint Of(ReadOnlySpan<char> text)
    {
        uint hash = 2166136261;
        foreach (char c in text)
            hash = (hash ^ c) * 16777619;
        return hash;
    }
}
