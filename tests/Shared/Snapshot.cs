using System.Runtime.CompilerServices;
using System.Text;

namespace Entente.Tests;

/// <summary>
/// What people see, kept as text in <c>tests/PROJECT/Approved/NAME.approved.txt</c>. A change shows as a diff; ENTENTE_APPROVE=1 takes it over.
/// </summary>
internal static class Snapshot
{
    private static bool IsApproving => Environment.GetEnvironmentVariable("ENTENTE_APPROVE") == "1";

    /// <param name="name">Of the file; by default the test's.</param>
    public static void Matches(string seen, [CallerMemberName] string name = "")
    {
        string file = Repository.PathOf("tests", typeof(Snapshot).Assembly.GetName().Name!, "Approved", $"{name}.approved.txt");
        string actual = seen.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        string approved = File.Exists(file) ? File.ReadAllText(file) : "";
        if (actual == approved)
            return;
        if (IsApproving)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }
        Assert.Fail($"{name}: people would see something else (- approved, + now). ENTENTE_APPROVE=1 takes it over.\n{Diff(approved.Split('\n'), actual.Split('\n'))}");
    }

    /// <summary>Changed lines with two lines around each change.</summary>
    internal static string Diff(string[] before, string[] after)
    {
        int[,] common = new int[before.Length + 1, after.Length + 1];
        for (int i = before.Length - 1; i >= 0; i--)
            for (int k = after.Length - 1; k >= 0; k--)
                common[i, k] = before[i] == after[k] ? common[i + 1, k + 1] + 1 : Math.Max(common[i + 1, k], common[i, k + 1]);
        var lines = new List<string>();
        int a = 0, b = 0;
        while (a < before.Length || b < after.Length)
            if (a < before.Length && b < after.Length && before[a] == after[b])
            {
                lines.Add($"  {before[a++]}");
                b++;
            }
            else if (a < before.Length && (b == after.Length || common[a + 1, b] >= common[a, b + 1]))
                lines.Add($"- {before[a++]}");
            else
                lines.Add($"+ {after[b++]}");
        var text = new StringBuilder();
        bool wasCut = false;
        for (int i = 0; i < lines.Count; i++)
        {
            bool isNear = Enumerable.Range(Math.Max(0, i - 2), Math.Min(5, lines.Count - Math.Max(0, i - 2))).Any(k => lines[k][0] != ' ');
            if (isNear)
                text.Append(lines[i]).Append('\n');
            else if (!wasCut)
                text.Append("  …\n");
            wasCut = !isNear;
        }
        return text.ToString();
    }
}
