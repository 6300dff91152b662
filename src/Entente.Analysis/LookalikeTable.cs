using System.Text;
using Entente.Vocabulary;

namespace Entente.Analysis;

/// <summary>
/// Names that a reader cannot tell apart although they are spelt with other letters ("Rеuters" with a Cyrillic е), as someone would choose
/// who wants to pass for another. After the idea of skeletons in Unicode Technical Standard 39, with a table of our own.
/// </summary>
public sealed class LookalikeTable
{
    private readonly Dictionary<char, char> like = [];

    public static LookalikeTable Load(Func<string, string> read)
    {
        var table = new LookalikeTable();
        foreach (var row in DataTable.Parse("analysis/lookalikes.tsv", read("analysis/lookalikes.tsv"), "letter", "like").Rows)
            table.like[row["letter"][0]] = row["like"][0];
        return table;
    }

    /// <summary>Equal for names that look alike: without case, marks and spaces, foreign letters as the Latin ones that they resemble.</summary>
    public string Skeleton(string name)
    {
        var skeleton = new StringBuilder(name.Length);
        foreach (char c in name.Normalize(NormalizationForm.FormKD))
            if (char.IsLetterOrDigit(c))
                skeleton.Append(like.TryGetValue(c, out char latin) ? latin : char.ToLowerInvariant(c));
        return skeleton.ToString();
    }
}
