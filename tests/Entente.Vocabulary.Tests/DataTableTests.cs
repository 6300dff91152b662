using Entente.Vocabulary;

namespace Entente.Tests;

public class DataTableTests
{
    private const string Text = "# about the table\n\ncode\tname\tfrom\n# a comment between\nA\tAlpha\t2004\n\nB\tBeta; Bee ;\nC\n";

    [Fact]
    public void Rows_are_read_by_column_and_comments_and_empty_lines_are_passed()
    {
        var table = DataTable.Parse("things.tsv", Text, "code", "name");
        Assert.Equal(["code", "name", "from"], table.Columns);
        Assert.Equal(["A", "B", "C"], table.Rows.Select(r => r["code"]));
        Assert.Equal("Alpha", table.Rows[0]["name"]);
        Assert.Equal("", table.Rows[2]["name"]);
        Assert.Equal("", table.Rows[0]["no such column"]);
        Assert.Equal(["Beta", "Bee"], table.Rows[1].List("name"));
        Assert.Empty(table.Rows[2].List("name"));
        Assert.Equal(When.Parse("2004"), table.Rows[0].Date("from"));
        Assert.Null(table.Rows[1].Date("from"));
    }

    [Fact]
    public void Windows_line_ends_read_the_same()
    {
        var table = DataTable.Parse("things.tsv", Text.Replace("\n", "\r\n", StringComparison.Ordinal), "code", "name", "from");
        Assert.Equal(["A", "B", "C"], table.Rows.Select(r => r["code"]));
        Assert.Equal("2004", table.Rows[0]["from"]);
    }

    [Fact]
    public void A_row_knows_its_file_and_line() => Assert.Equal("things.tsv:7", DataTable.Parse("things.tsv", Text).Rows[1].Place);

    [Fact]
    public void A_line_that_begins_with_a_hash_and_no_space_is_data() =>
        Assert.Equal("#1", Assert.Single(DataTable.Parse("t.tsv", "code\n#1\n").Rows)["code"]);

    [Fact]
    public void A_missing_column_is_named_with_what_was_found()
    {
        var fault = Assert.Throws<EntenteException>(() => DataTable.Parse("things.tsv", Text, "code", "seat")).Fault;
        Assert.Equal("ENT0401", fault.Code);
        Assert.Equal("things.tsv:3", fault.Place);
        Assert.Contains("code, name, from", fault.Found, StringComparison.Ordinal);
        Assert.Contains("seat", fault.Expected, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_a_header_lacks_its_columns() =>
        Assert.Equal("ENT0401", Assert.Throws<EntenteException>(() => DataTable.Parse("t.tsv", "# nothing\n", "code")).Fault.Code);

    [Fact]
    public void A_row_with_too_many_fields_is_refused_with_its_place()
    {
        var fault = Assert.Throws<EntenteException>(() => DataTable.Parse("things.tsv", "code\tname\nA\tAlpha\nB\tBeta\tBee\n")).Fault;
        Assert.Equal("things.tsv:3", fault.Place);
        Assert.Contains("3 fields", fault.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_date_is_refused_with_its_place()
    {
        var row = DataTable.Parse("things.tsv", "code\tfrom\nA\tMay\n").Rows[0];
        Assert.Equal("things.tsv:2", Assert.Throws<EntenteException>(() => row.Date("from")).Fault.Place);
    }
}
