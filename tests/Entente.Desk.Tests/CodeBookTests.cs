using System.Text.RegularExpressions;
using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>The code book and the program know the same codes, and each is told in a sentence.</summary>
public partial class CodeBookTests
{
    private static readonly CodeBook Book = CodeBook.Load(Repository.ReadData);

    [Fact]
    public void Every_fault_of_the_program_is_told_in_the_code_book_and_no_other()
    {
        var inProgram = ErrorCode().Matches(File.ReadAllText(Repository.PathOf("src", "Entente.Vocabulary", "Faults.cs"))).Select(m => m.Groups[1].Value).Order().ToList();
        Assert.Equal(inProgram.Distinct(), inProgram);
        Assert.Equal(inProgram, Codes("error").Order());
    }

    [Fact]
    public void No_file_of_the_program_speaks_of_a_fault_that_does_not_exist()
    {
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories))
            foreach (Match match in AnyErrorCode().Matches(File.ReadAllText(file)))
                Assert.True(Codes("error").Contains(match.Value), $"{file} speaks of {match.Value}.");
    }

    [Fact]
    public void Every_kind_is_told_and_no_other() => Assert.Equal(EnumCode.All<ClaimKind>(), Codes("kind"));

    [Fact]
    public void Every_status_is_told_in_the_order_of_its_life_and_no_other() => Assert.Equal(EnumCode.All<Status>(), Codes("status"));

    [Fact]
    public void Every_level_of_obligation_is_told_and_no_other() => Assert.Equal(EnumCode.All<ObligationLevel>(), Codes("level"));

    [Fact]
    public void Every_event_type_is_told_in_the_order_of_plover_and_no_other() => Assert.Equal(EnumCode.All<EventType>(), Codes("event"));

    [Fact]
    public void Every_modality_is_told_and_no_other() => Assert.Equal(EnumCode.All<Modality>(), Codes("modality"));

    [Fact]
    public void Every_entry_has_a_meaning_in_a_sentence_and_an_example()
    {
        var bare = Book.Entries.Where(e => e.Meaning.Length < 10 || !e.Meaning.EndsWith('.') || (e.Scheme != "context" && e.Example.Length == 0));
        Assert.True(!bare.Any(), string.Join("\n", bare.Select(e => $"{e.Scheme} {e.Code}: {e.Meaning} | {e.Example}")));
    }

    [Fact]
    public void No_code_is_told_twice_in_one_scheme()
    {
        // Modes belong to a type: "visit" of CONSULT is not another's.
        var twice = Book.Entries.Where(e => e.Scheme != "mode").CountBy(e => $"{e.Scheme} {e.Code}").Where(c => c.Value > 1);
        Assert.Empty(twice);
    }

    private static IEnumerable<string> Codes(string scheme) => Book.Entries.Where(e => e.Scheme == scheme).Select(e => e.Code);

    [GeneratedRegex("""new\("(ENT\d{4})",""")]
    private static partial Regex ErrorCode();

    [GeneratedRegex(@"\bENT\d{4}\b")]
    private static partial Regex AnyErrorCode();
}
