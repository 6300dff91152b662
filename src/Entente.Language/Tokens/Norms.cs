using System.Text;

namespace Entente.Language;

/// <summary>Written forms to the form that lexicons are written in.</summary>
internal static class Norms
{
    public static string Of(string text, FormRole role)
    {
        string lower = text.ToLowerInvariant();
        if (!System.Text.Ascii.IsValid(lower))
            lower = Plain(lower);
        return role == FormRole.Word ? lower : WithApostrophe(lower.Replace('`', '\''));
    }

    /// <summary>What a clitic is when its apostrophe is put back: "dont", "thats", "Moscow s".</summary>
    private static string WithApostrophe(string norm) => norm switch
    {
        "nt" => "n't",
        "s" or "m" or "re" or "ve" or "ll" or "d" => "'" + norm,
        _ => norm,
    };

    private static string Plain(string text)
    {
        bool isComposable = true;
        var plain = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (Chars.IsApostrophe(c))
                plain.Append('\'');
            else if (Chars.IsHyphen(c))
                plain.Append('-');
            else if (!Chars.IsJoiner(c))
                plain.Append(c);
            isComposable &= !char.IsSurrogate(c) && c < '\uFFF0';
        }
        if (plain.Length == 0)
            return text;
        string norm = plain.ToString();
        return isComposable ? norm.Normalize(NormalizationForm.FormC) : norm;
    }
}
