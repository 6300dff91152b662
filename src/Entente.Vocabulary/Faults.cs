using System.Globalization;

namespace Entente.Vocabulary;

/// <summary>
/// Every fault the product can report, one method each. The codes are stable; <c>data/codebook/errors.tsv</c> tells about them and a test
/// compares the two.
/// </summary>
public static class Faults
{
    public static Fault UnknownExplain(string code, IEnumerable<string> near) => new("ENT0001", "explain", $"'{code}'", "a code of the code book",
        near.Any() ? $"Did you mean {string.Join(", ", near)}? 'entente explain' alone lists all." : "'entente explain' alone lists all codes.");

    public static Fault MissingPath(string path) => new("ENT0101", path, "nothing there", "a file or a folder", "Check the path; '-' reads standard input.");

    public static Fault EmptyInput(string place) => new("ENT0102", place, "no text", "an article", "Nothing to do: the input is empty.");

    public static Fault BinaryInput(string place, string found) => new("ENT0103", place, found, "text", "Save it as plain text or JSON Lines first.");

    public static Fault BadEncoding(string place, string found) => new("ENT0104", place, found, "text in UTF-8, UTF-16 or a known legacy encoding",
        "Convert the file to UTF-8 (iconv -t utf-8).");

    public static Fault BadJsonLine(string place, string found) => new("ENT0105", place, found, "one JSON object on the line",
        "Mend or remove the line; the other lines were taken.");

    public static Fault BadArticleField(string place, string field, string found) => new("ENT0106", place, $"\"{field}\": {found}",
        field switch { "text" => "a string with the article's text", "authors" => "a list of strings", _ => $"\"{field}\" as a string" }, "The fields are id, text, title, outlet, wire, authors, published, modified, language, url.");

    public static Fault TooLong(string place, long bytes, long limit) => new("ENT0107", place, string.Create(CultureInfo.InvariantCulture, $"{bytes:N0} bytes"), string.Create(CultureInfo.InvariantCulture, $"at most {limit:N0}"),
        "An article is never that long: split the input, or raise nothing and leave it out.");

    public static Fault Unreadable(string place, string why) => new("ENT0108", place, why, "a readable file", "Check its permissions.");

    public static Fault UnknownFileKind(string place, string kind, string known) => new("ENT0109", place, $"a {kind} file", known,
        "Convert it to one of these, or hand it in on standard input.");

    public static Fault BadPublished(string place, string field, string found) => new("ENT0110", place, $"\"{field}\": {found}", "a date such as 2023-01-11, 2023-01 or 2023-01-09/2023-01-15 (EDTF)",
        "The article was not taken, since a wrong date would spoil every relative date in it. Mend or remove the field.");

    public static Fault BadConllu(string place, string found, string expected) => new("ENT0111", place, found, expected,
        "Mend the file: universaldependencies.org/format.html tells how CoNLL-U is written.");

    public static Fault BadClaim(string place, string found, string expected) => new("ENT0112", place, found, expected,
        "Mend the line: nothing is scored as long as one claim cannot be read. docs/scoring.md tells how claims are written.");

    public static Fault GoldWithoutArticle(string doc) => new("ENT0113", "gold", $"claims of '{doc}'", "an article called so among those of --articles",
        "Its claims count as missed. Mend the name, or give its article.");

    public static Fault Unwritable(string path, string why) => new("ENT0114", path, why, "a file that can be written", "Check the folder and its permissions.");

    public static Fault DateContradicted(string place, string stated, string words, string says) => new("ENT0115", place, $"\"{words}\": {says}", $"a text that fits its stated date, {stated}",
        "The stated date was kept, and relative dates counted from it. 'entente date' shows the whole proof.");

    public static Fault TooDeep(string place, long limit) => new("ENT0116", place, "an archive within archives", string.Create(CultureInfo.InvariantCulture, $"at most {limit} of them"),
        "Unpack it first, if it is yours; nothing of it was taken.");

    public static Fault TooMany(string place, string found, long limit) => new("ENT0117", place, found, string.Create(CultureInfo.InvariantCulture, $"at most {limit:N0}"),
        "Split it, if it is yours: so many are a fault or an attack.");

    public static Fault Bomb(string place, long packed, long unpacked) => new("ENT0118", place, string.Create(CultureInfo.InvariantCulture, $"{packed:N0} bytes that unpack to {unpacked:N0} and more"),
        "data that shrinks as news does, 3 to 10 times", "It was left there: such data is made to fill memory.");

    public static Fault BrokenArchive(string place, string found) => new("ENT0119", place, found, "a whole archive", "What stood before the damage was taken. Fetch the file again.");

    public static Fault BrokenWarcRecord(string place, string found, string expected) => new("ENT0120", place, found, expected, "The record was skipped and reading went on with the next.");

    public static Fault NoStory(string place, string found) => new("ENT0121", place, found, "a page with a story", "Nothing to do if it is a list, a form or a video; else hand the story in as text.");

    public static Fault OtherLanguage(string place, string language) => new("ENT0122", place, $"an article in {language}", "English",
        "It was kept and marked, but no claim was read from it.");

    public static Fault BrokenMarkup(string place, string found, string expected) => new("ENT0123", place, found, expected, "Mend the file, or hand its articles in as text.");

    public static Fault UnsafeName(string place, string found) => new("ENT0124", place, found, "the name of a file inside the archive", "It was left out. The archive may be an attack.");

    public static Fault Encrypted(string place) => new("ENT0125", place, "something encrypted", "something that anyone may open", "Save it without a password.");

    public static Fault BrokenDocument(string place, string kind, string found) => new("ENT0126", place, found, $"a whole {kind}", "Open and save it again with the program that made it, or hand its text in.");

    public static Fault ReaderFailed(string place, string found) => new("ENT0127", place, found, "a reading", "The article was set aside and the others were read. This is a fault of entente: please report it with the article.");

    public static Fault AddressRefused(string place, string found) => new("ENT0130", place, found, "an address of a public web server (http or https)",
        "Nothing was sent there. Mend the address in the list; if an outlet pointed to it, leave it.");

    public static Fault RobotsForbid(string place, string rule) => new("ENT0131", place, rule, "a page that its outlet lets programs fetch",
        "It was not fetched. Ask the outlet, or save the page by hand and read it.");

    public static Fault FetchFailed(string place, string found) => new("ENT0132", place, found, "an answer with content",
        "It is tried again later if that may help; look at the address in a browser if it stays so.");

    public static Fault TooManyRedirects(string place, long limit) => new("ENT0133", place, "one redirect after another", string.Create(CultureInfo.InvariantCulture, $"at most {limit} of them"),
        "Look where the address leads in a browser, and name that place.");

    public static Fault FeedGone(string place) => new("ENT0134", place, "gone for good, as its server says (410)", "a feed",
        "It is asked no more. Take it from the list, or name its new address.");

    public static Fault BadFeedState(string path, string found) => new("ENT0135", path, found, "what 'entente watch' wrote there",
        "Move the file away: the feeds are then met as new, and articles in the record stay known.");

    public static Fault OnlyPointers(string place, long pointers, long items) => new("ENT0136", place, items == 0 ? "a feed without items" : string.Create(CultureInfo.InvariantCulture, $"{pointers:N0} of {items:N0} items with a teaser only"),
        "items that hold their story", "'entente watch' fetches the stories that they point to.");

    public static Fault NoRecord(string path) => new("ENT0201", path, "no record", "a record made by 'entente read'",
        "Read some articles first ('entente read samples'), or name another file with --record.");

    public static Fault NotARecord(string path, string found) => new("ENT0202", path, found, "an Entente record of this version",
        "Check --record; a record of a newer version needs a newer entente.");

    public static Fault EvidenceMismatch(string place, string found, string expected) => new("ENT0203", place, $"the quote \"{found}\"", $"the article's own words there, \"{expected}\"",
        "The reading was refused. This is a fault of the reader that made it.");

    public static Fault BrokenChain(string place, string found, string expected) => new("ENT0204", place, found, expected,
        "The record was changed behind the ledger's back, or damaged on disk. Restore a backup, or export and re-read the articles.");

    public static Fault RecordBusy(string path) => new("ENT0205", path, "another program writing", "the record free", "Wait for it to finish, then repeat.");

    public static Fault WriteFailed(string path, string why) => new("ENT0206", path, why, "the batch stored",
        "Nothing of the batch was kept; what was acknowledged before is safe. Mend the cause (disk full?) and repeat the command.");

    public static Fault UnknownId(string id) => new("ENT0207", "show", $"'{id}'", "the id of a claim, an article or an arrangement in this record, or four or more of its first letters",
        "Ids stand first in each row of 'entente claims'.");

    public static Fault AmbiguousId(string id, IEnumerable<string> matches) => new("ENT0208", "show", $"'{id}', which begins {matches.Count()} ids", "an id that only one has",
        $"Give more letters: {string.Join(", ", matches.Take(5))}.");

    public static Fault UnknownStory(string id) => new("ENT0209", "stories", $"'{id}'", "the id of a story in this record, or four or more of its first letters", "'entente stories --singles' lists all.");

    public static Fault UnknownActor(string name, IEnumerable<string> near) => new("ENT0301", "actor", $"'{name}'", "a state's ISO code or a body's acronym, or a name of one",
        near.Any() ? $"Did you mean {string.Join(", ", near)}?" : "Try JPN, Japan, NATO.");

    public static Fault BadDate(string place, string found) => new("ENT0302", place, $"'{found}'", "an EDTF date: 2023, 2023-01, 2023-01-11, 2023-01-09/2023-01-15, 2004/..",
        "Write the date so.");

    public static Fault UnknownCode(string place, string? found, IEnumerable<string> expected) => new("ENT0303", place, found is null ? "nothing" : $"'{found}'",
        $"one of {string.Join(", ", expected)}", "'entente explain CODE' tells about each.");

    public static Fault BadField(string field, string? found, string expected) => new("ENT0304", field, found ?? "nothing", expected, "Mend the JSON; docs/formats.md has the fields.");

    public static Fault BadTable(string place, string found, string expected) => new("ENT0401", place, found, expected, "Mend the table in the data folder.");

    public static Fault BadRule(string place, string found, string expected) => new("ENT0402", place, found, expected,
        "Mend the rule; docs/reading-rules.md tells how they are written.");

    public static Fault DuplicateId(string place, string id, string other) => new("ENT0403", place, $"the id '{id}', which {other} has too", "an id of its own",
        "Rename one of them.");

    public static Fault NoData(string path) => new("ENT0404", path, "no data folder", "the tables that come with entente", "Reinstall, or point ENTENTE_DATA at the data folder.");

    public static Fault BadModel(string place, string found) => new("ENT0405", place, found, "a model file as 'entente train' writes it", "Reinstall, or train it again: docs/language.md.");
}
