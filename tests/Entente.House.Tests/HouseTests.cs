using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Entente.Tests;

/// <summary>HOUSE.md is true: its table is compared with every project, every namespace and every file's length.</summary>
public partial class HouseTests
{
    /// <summary>Room → rooms it may import, as HOUSE.md says.</summary>
    private static readonly Dictionary<string, string[]> Rooms = File.ReadAllLines(Repository.PathOf("HOUSE.md"))
        .Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Split('|', StringSplitOptions.TrimEntries))
        .Where(c => c.Length > 5 && char.IsUpper(c[1][0]))
        .ToDictionary(c => c[1], c => c[2] == "nothing" ? [] : c[2].Split(", "));

    public static TheoryData<string> AllRooms() => [.. Rooms.Keys];

    [Fact]
    public void Every_project_is_a_room_of_the_table_and_every_room_a_project()
    {
        var projects = Directory.GetDirectories(Repository.PathOf("src")).Select(d => Path.GetFileName(d)["Entente.".Length..]).Order();
        Assert.Equal(Rooms.Keys.Order(), projects);
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_refers_to_the_rooms_that_the_table_allows_and_no_others(string room)
    {
        var project = XDocument.Load(Repository.PathOf("src", $"Entente.{room}", $"Entente.{room}.csproj"));
        var references = project.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!)["Entente.".Length..]).Order();
        Assert.Equal(Rooms[room].Order(), references);
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_room_speaks_only_of_itself_and_the_rooms_that_it_may_import(string room)
    {
        var allowed = Rooms[room].Append(room).ToHashSet();
        foreach (string file in SourcesOf(room))
            foreach (Match match in UsingOrNamespace().Matches(File.ReadAllText(file)))
                Assert.True(allowed.Contains(match.Groups[1].Value), $"{file} speaks of Entente.{match.Groups[1].Value}; {room} may import {string.Join(", ", Rooms[room])}.");
    }

    [Theory]
    [MemberData(nameof(AllRooms))]
    public void A_file_of_a_room_is_in_the_rooms_own_namespace(string room)
    {
        foreach (string file in SourcesOf(room))
            if (Namespace().Match(File.ReadAllText(file)) is { Success: true } match)
                Assert.StartsWith($"Entente.{room}", match.Groups[1].Value);
    }

    [Fact]
    public void The_arrows_make_no_circle()
    {
        var done = new HashSet<string>();
        while (done.Count < Rooms.Count)
        {
            var next = Rooms.Where(r => !done.Contains(r.Key) && r.Value.All(done.Contains)).Select(r => r.Key).ToList();
            Assert.True(next.Count > 0, $"A circle among {string.Join(", ", Rooms.Keys.Except(done))}.");
            done.UnionWith(next);
        }
    }

    [Fact]
    public void Files_keep_to_the_budget_of_lines()
    {
        var lengths = Rooms.Keys.SelectMany(SourcesOf).Select(f => (File: f, Lines: File.ReadLines(f).Count())).OrderBy(f => f.Lines).ToList();
        Assert.True(lengths[lengths.Count / 2].Lines <= 120, $"median {lengths[lengths.Count / 2].Lines}");
        Assert.True(lengths[lengths.Count * 9 / 10].Lines <= 300, $"p90 {lengths[lengths.Count * 9 / 10].Lines}");
        Assert.All(lengths, f => Assert.True(f.Lines <= 500, $"{f.File} has {f.Lines} lines"));
    }

    [Fact]
    public void Types_are_not_called_like_their_room()
    {
        foreach (string room in Rooms.Keys)
            Assert.DoesNotContain(SourcesOf(room), f => Path.GetFileNameWithoutExtension(f) == room);
    }

    private static IEnumerable<string> SourcesOf(string room) =>
        Directory.EnumerateFiles(Repository.PathOf("src", $"Entente.{room}"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}") && !f.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}"));

    [GeneratedRegex(@"(?:^using |\b)Entente\.([A-Z]\w+)")]
    private static partial Regex UsingOrNamespace();

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex Namespace();
}
