using Entente.Vocabulary;

namespace Entente.Tests;

/// <summary>The code book is data; the closed schemes are in the program. The two say the same.</summary>
public class CodeBookTests
{
    private static readonly CodeBook Book = CodeBook.Load(Repository.ReadData);

    [Fact]
    public void The_closed_schemes_of_the_program_are_those_of_the_code_book()
    {
        Assert.Equal(EnumCode.All<ClaimKind>(), CodesOf("kind"));
        Assert.Equal(EnumCode.All<Modality>().Order(), CodesOf("modality").Order());
        Assert.Equal(EnumCode.All<Status>().Order(), CodesOf("status").Order());
        Assert.Equal(EnumCode.All<ObligationLevel>().Order(), CodesOf("level").Order());
        Assert.Equal(EnumCode.All<EventType>().Order(), CodesOf("event").Order());
    }

    [Fact]
    public void No_code_stands_twice_in_its_scheme_and_each_has_a_meaning()
    {
        // Modes belong to an event type each, and several types have a mode of the same name.
        Assert.All(Book.Entries.Where(e => e.Scheme != "mode").GroupBy(e => (e.Scheme, e.Code)), g => Assert.Single(g));
        Assert.All(Book.Entries, e => Assert.False(string.IsNullOrWhiteSpace(e.Meaning), $"{e.Scheme} {e.Code}"));
    }

    [Fact]
    public void Every_form_stands_on_a_rung_and_the_ladder_has_six()
    {
        Assert.Equal(21, Book.Forms.Count);
        Assert.All(Book.Forms, f => Assert.NotNull(Book.RungOf(f)));
        Assert.Equal([0, 1, 2, 3, 4, 5], Book.Rungs.Values.Select(r => r.Height).OfType<int>().Order());
        Assert.Equal(5, Book.RungOf("alliance")!.Height);
        Assert.Equal("enable", Book.RungOf("basing")!.Code);
        Assert.Null(Book.RungOf("peace")!.Height);
        Assert.Null(Book.RungOf("a form of later years"));
    }

    [Fact]
    public void A_form_carries_an_obligation_only_where_it_is_one_by_nature()
    {
        Assert.Equal("defend", Book.ObligationOf("alliance"));
        Assert.Equal("defend", Book.ObligationOf("security-guarantee"));
        Assert.Equal("consult", Book.ObligationOf("consultation-pact"));
        Assert.Null(Book.ObligationOf("basing"));
        Assert.Null(Book.ObligationOf("no such form"));
    }

    [Fact]
    public void A_code_is_found_in_every_scheme_that_has_it_whatever_its_case()
    {
        Assert.Equal(["event", "level", "rung"], Book.Find("Consult").Select(e => e.Scheme).Order());
        Assert.Empty(Book.Find("aliance"));
    }

    [Fact]
    public void A_form_on_a_rung_that_the_ladder_lacks_is_refused()
    {
        string Tampered(string table) => table == "codebook/forms.tsv" ? "code\trung\tmeaning\nalliance\tdefnd\tx\n" : Repository.ReadData(table);
        var fault = Assert.Throws<EntenteException>(() => CodeBook.Load(Tampered)).Fault;
        Assert.Equal("ENT0303", fault.Code);
        Assert.Contains("defnd", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_the_program_is_told_in_the_code_book_and_no_other()
    {
        var codes = typeof(Faults).GetMethods().Where(m => m.ReturnType == typeof(Fault))
            .Select(m => ((Fault)m.Invoke(null, [.. m.GetParameters().Select(p => Something(p.ParameterType))])!).Code);
        Assert.Equal(CodesOf("error").Order(), codes.Order());
    }

    private static object Something(Type type) => type == typeof(string) ? "x" : type == typeof(long) ? 1L : new[] { "x" };

    private static IEnumerable<string> CodesOf(string scheme) => Book.Entries.Where(e => e.Scheme == scheme).Select(e => e.Code);
}
