namespace Entente.Intake;

/// <summary>Writing systems by their Unicode blocks; letters outside all of them are Latin or of no script that tells a language.</summary>
internal enum Script { Latin, Cyrillic, Arabic, Devanagari, Hebrew, Greek, Thai, Hangul, Kana, Han, Armenian, Georgian, Bengali, Tamil, Ethiopic }

internal static class Scripts
{
    public static readonly int Count = Enum.GetValues<Script>().Length;

    public static Script Of(char c) => c switch
    {
        < '\u0370' => Script.Latin,
        < '\u0400' or (>= '\u1F00' and < '\u2000') => Script.Greek,
        < '\u0530' => Script.Cyrillic,
        < '\u0590' => Script.Armenian,
        < '\u0600' => Script.Hebrew,
        < '\u0780' or (>= '\uFB50' and < '\uFF00') => Script.Arabic,
        >= '\u0900' and < '\u0980' => Script.Devanagari,
        >= '\u0980' and < '\u0A00' => Script.Bengali,
        >= '\u0B80' and < '\u0C00' => Script.Tamil,
        >= '\u0E00' and < '\u0E80' => Script.Thai,
        >= '\u10A0' and < '\u1100' => Script.Georgian,
        >= '\u1200' and < '\u1380' => Script.Ethiopic,
        >= '\u3040' and < '\u3100' => Script.Kana,
        >= '\u3400' and < '\uA000' => Script.Han,
        >= '\uAC00' and < '\uD7B0' => Script.Hangul,
        _ => Script.Latin,
    };
}
