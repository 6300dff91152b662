using System.Text.RegularExpressions;
using Entente.Cli;

namespace Entente.Tests;

/// <summary>These tests move the process to another folder, so they run when no other test does.</summary>
[CollectionDefinition(nameof(DocumentsAlone), DisableParallelization = true)]
public sealed class DocumentsAlone;

/// <summary>
/// README.md and docs/ show what the program prints. Each <c>console</c> block is run, in the order of its document, in a folder
/// that holds the samples and, unless the document reads them itself, a record of them. <c>$ </c> begins a command, <c>…</c> alone on a line stands for any lines. A block headed with a file's name
/// (<c>```jsonl articles.jsonl</c>) is that file; headed with a table's name (<c>```tsv data/reading/…</c>) it is added to that table.
/// ENTENTE_APPROVE=1 writes what is printed now into the documents, cut where they were cut.
/// </summary>
[Collection(nameof(DocumentsAlone))]
public sealed partial class ReadmeTests
{
    private const string Cut = "…";

    private static readonly bool IsApproving = Environment.GetEnvironmentVariable("ENTENTE_APPROVE") == "1";

    public static TheoryData<string> Documents() =>
    [
        .. Directory.EnumerateFiles(Repository.PathOf("docs"), "*.md", SearchOption.AllDirectories).Prepend(Repository.PathOf("README.md"))
            .Where(f => File.ReadLines(f).Contains("```console")).Select(f => Path.GetRelativePath(Repository.Root, f)).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void A_document_shows_what_the_program_prints(string document)
    {
        string file = Repository.PathOf(document);
        string[] lines = File.ReadAllLines(file);
        var written = new List<string>();
        var wrong = new List<string>();
        var renamed = new Dictionary<string, string>(StringComparer.Ordinal);
        using var folder = new ExampleFolder();
        if (!lines.Contains("$ ./entente read samples"))
            folder.Run("read samples");
        for (int i = 0; i < lines.Length;)
        {
            written.Add(lines[i]);
            if (!lines[i].StartsWith("```", StringComparison.Ordinal))
            {
                i++;
                continue;
            }
            string head = lines[i++][3..];
            int end = Array.IndexOf(lines, "```", i);
            Assert.True(end > 0, $"{document}:{i}: a block without an end");
            if (head.Split(' ') is [_, var name])
                folder.Add(name, lines[i..end]);
            while (i < end)
            {
                string command = lines[i];
                int next = Math.Max(i + 1, NextCommand(lines, i + 1, end));
                if (head != "console" || !command.StartsWith("$ ./entente ", StringComparison.Ordinal))
                    written.AddRange(lines[i..next]);
                else
                {
                    command = ShortId().Replace(command, m => renamed.GetValueOrDefault(m.Value, m.Value));
                    string[] shown = lines[(i + 1)..next], printed = folder.Run(command["$ ./entente ".Length..]);
                    if (!Matches(shown, printed))
                        wrong.Add($"{document}:{i + 1}: {command}\n--- shown\n{string.Join('\n', shown)}\n--- printed\n{string.Join('\n', printed)}");
                    Rename(shown, printed, renamed);
                    written.AddRange([command, .. Matches(shown, printed) ? shown : CutAsBefore(shown, printed)]);
                }
                i = next;
            }
            written.Add(lines[i++]);
        }
        if (IsApproving && !written.SequenceEqual(lines))
            File.WriteAllText(file, string.Join('\n', written) + "\n");
        Assert.True(IsApproving || wrong.Count == 0, string.Join("\n\n", wrong) + "\n\nENTENTE_APPROVE=1 writes what is printed now into the documents.");
    }

    private static int NextCommand(string[] lines, int from, int end)
    {
        int found = Array.FindIndex(lines, from, end - from, l => l.StartsWith("$ ", StringComparison.Ordinal));
        return found < 0 ? end : found;
    }

    /// <summary>What stands between two cuts must be printed in that order; what stands before the first begins, what follows the last ends it.</summary>
    private static bool Matches(string[] shown, string[] printed)
    {
        int at = 0;
        bool isCut = false;
        foreach (string[] part in Parts(shown))
        {
            int found = at;
            if (isCut)
                while (found + part.Length <= printed.Length && !StandsAt(part, printed, found))
                    found++;
            if (found + part.Length > printed.Length || !StandsAt(part, printed, found))
                return false;
            at = found + part.Length;
            isCut = true;
        }
        return at == printed.Length || shown is [.., Cut] || Parts(shown) is [.., var last] && Parts(shown).Count > 1 && StandsAt(last, printed, printed.Length - last.Length);
    }

    private static List<string[]> Parts(string[] shown)
    {
        var parts = new List<string[]>();
        int start = 0;
        for (int i = 0; i <= shown.Length; i++)
            if (i == shown.Length || shown[i] == Cut)
            {
                parts.Add(shown[start..i]);
                start = i + 1;
            }
        return parts;
    }

    private static bool StandsAt(string[] part, string[] printed, int at) => part.Index().All(line => IsSame(line.Item, printed[at + line.Index]));

    /// <summary>Times differ from run to run: only their label is compared.</summary>
    private static bool IsSame(string shown, string printed) =>
        shown == printed || (Clock().Match(shown) is { Success: true } a && Clock().Match(printed) is { Success: true } b && a.Value == b.Value);

    /// <summary>As many lines at the beginning and at the end as were shown; a part between two cuts stays if its first line is still printed.</summary>
    private static string[] CutAsBefore(string[] shown, string[] printed)
    {
        var parts = Parts(shown);
        if (parts.Count == 1 || parts[0].Length + parts[^1].Length >= printed.Length)
            return printed;
        var kept = new List<string>(printed[..parts[0].Length]);
        foreach (string[] part in parts.Skip(1).SkipLast(1))
        {
            int found = Array.FindIndex(printed, p => p == part.FirstOrDefault());
            if (found >= 0)
                kept.AddRange([Cut, .. printed[found..Math.Min(found + part.Length, printed.Length)]]);
        }
        return [.. kept, Cut, .. printed[^parts[^1].Length..]];
    }

    /// <summary>An id that is printed no more is taken over by the line that is most like its own, so that a later "show ID" still shows something.</summary>
    private static void Rename(string[] shown, string[] printed, Dictionary<string, string> renamed)
    {
        string all = string.Join('\n', printed);
        foreach (string line in shown)
            if (ShortId().Match(line) is { Success: true } old && !all.Contains(old.Value, StringComparison.Ordinal)
                && printed.Where(p => ShortId().IsMatch(p)).MaxBy(p => p.Split(' ').Intersect(line.Split(' ')).Count()) is { } like)
                renamed.TryAdd(old.Value, ShortId().Match(like).Value);
    }

    [GeneratedRegex(@"^(Time: |known since |\s*""known"": )")]
    private static partial Regex Clock();

    /// <summary>The first eight letters of an id, as tables print them: at least one digit tells them from words.</summary>
    [GeneratedRegex(@"(?<![\w-])(?=[a-z]*[0-9])[0-9a-hjkmnp-tv-z]{8}(?![\w-])")]
    private static partial Regex ShortId();
}

/// <summary>A folder of its own for the examples of one document, with the samples in it; the process works there until it is disposed.</summary>
internal sealed class ExampleFolder : IDisposable
{
    /// <summary>What fits a page without scrolling.</summary>
    private const int Width = 120;

    private readonly string before = Environment.CurrentDirectory;
    private readonly string? dataBefore = Environment.GetEnvironmentVariable("ENTENTE_DATA"), recordBefore = Environment.GetEnvironmentVariable("ENTENTE_RECORD");
    private readonly string path = Directory.CreateTempSubdirectory("entente-docs-").FullName;

    public ExampleFolder()
    {
        Copy(Repository.PathOf("samples"), Path.Combine(path, "samples"));
        Environment.CurrentDirectory = path;
        Environment.SetEnvironmentVariable("ENTENTE_DATA", Repository.PathOf("data"));
        Environment.SetEnvironmentVariable("ENTENTE_RECORD", null);
    }

    /// <summary>A file as a document gives it; a table of the data folder gets the lines added, in a copy.</summary>
    public void Add(string name, string[] lines)
    {
        string target = Path.Combine(path, name);
        if (name.StartsWith("data/", StringComparison.Ordinal) && !Directory.Exists(Path.Combine(path, "data")))
        {
            Copy(Repository.PathOf("data"), Path.Combine(path, "data"));
            Environment.SetEnvironmentVariable("ENTENTE_DATA", Path.Combine(path, "data"));
        }
        File.AppendAllLines(target, lines);
    }

    /// <summary>What a command prints on both streams, without the blank lines around it.</summary>
    public string[] Run(string command)
    {
        string[] words = [.. command.Split('"').SelectMany((part, i) => i % 2 == 1 ? [part] : part.Split(' ', StringSplitOptions.RemoveEmptyEntries))];
        int redirect = Array.IndexOf(words, "<");
        using Stream input = redirect < 0 ? Stream.Null : File.OpenRead(Path.Combine(path, words[redirect + 1]));
        using var output = new StringWriter();
        int code = CommandLine.Run(redirect < 0 ? words : words[..redirect], new Terminal(output, output, input, false, false, Width));
        Assert.True(code != CommandLine.Usage, $"{command}\n{output}");
        return [.. output.ToString().Trim('\n', '\r').Split('\n').Select(l => l.TrimEnd()).SkipWhile(l => l.Length == 0).Reverse().SkipWhile(l => l.Length == 0).Reverse()];
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = before;
        Environment.SetEnvironmentVariable("ENTENTE_DATA", dataBefore);
        Environment.SetEnvironmentVariable("ENTENTE_RECORD", recordBefore);
        Directory.Delete(path, true);
    }

    private static void Copy(string from, string to)
    {
        foreach (string file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            string target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
