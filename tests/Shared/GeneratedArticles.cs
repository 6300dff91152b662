using System.Text.Encodings.Web;
using System.Text.Json;

namespace Entente.Tests;

/// <summary>
/// News-like articles in our own words, as JSON Lines: any number, each a function of its number and the seed alone. About one in five
/// holds characters that break careless programs: outside the basic plane, combining, bidirectional, no-break, CRLF.
/// </summary>
internal static class GeneratedArticles
{
    private static readonly string[] States =
    [
        "Japan", "Britain", "France", "Germany", "Italy", "Canada", "Australia", "India", "Brazil", "Mexico", "Turkey", "Poland", "Norway", "Sweden", "Finland", "Spain",
        "Egypt", "Kenya", "Nigeria", "Ethiopia", "Indonesia", "Malaysia", "Vietnam", "Thailand", "Pakistan", "Iran", "Russia", "China", "Argentina", "Chile", "Peru", "Greece", "Türkiye", "Côte d’Ivoire",
    ];

    private static readonly string[] Capitals = ["Tokyo", "London", "Paris", "Berlin", "Rome", "Ottawa", "Canberra", "Ankara", "Warsaw", "Oslo", "Nairobi", "Jakarta"];

    private static readonly string[] Months = ["January", "March", "April", "June", "September", "October", "December"];

    private static readonly string[] Days = ["Monday", "Tuesday", "Thursday", "Friday", "Sunday"];

    private static readonly string[] Surnames = ["Okafor", "Lindqvist", "Marchetti", "Tanaka", "Petrov", "Almeida", "O’Rourke", "Nguyễn"];

    private static readonly string[] Outlets = ["Harbour Gazette", "The Northern Ledger", "Plain Wire"];

    private static readonly string[] Deeds =
    [
        "{A} and {B} signed a reciprocal access agreement in {city} on {day} {month} {year}.",
        "{A} and {B} signed a mutual defence pact on {weekday}.",
        "{A} signed a defence cooperation agreement with {B} in {month} {year}.",
        "{A} ratified a free trade agreement with {B}.",
        "{A} and {B} agreed to set up a military hotline, a step that {C} welcomed.",
        "{A} withdrew from its security agreement with {B} in {year}.",
        "{A} is in talks with {B} on an intelligence-sharing agreement.",
        "{A}'s president visited {B} on {weekday} and met his counterpart in {city}.",
        "{A} and {B} held joint naval exercises off {C} in {month}.",
        "{A} threatened to impose sanctions on {B}.",
        "{A} imposed sanctions on {B} on {day} {month} {year}.",
        "{A} accused {B} of violating its airspace.",
        "{A} expelled two diplomats from {B}.",
        "{A} warned {B} against any attack on {C}.",
        "{A} condemned {B} for the missile test.",
        "{A} pledged to defend {B} if it is attacked.",
        "{A} is not obliged to defend {B}.",
        "{A} and {B} agreed to consult each other in a crisis.",
        "{A} sent 1,200 troops to {B}.",
        "{A} pledged $500 million in aid to {B}.",
        "{A} will spend 3 percent of its GDP on defence.",
        "“We will stand by {B},” {A}'s foreign minister {name} said in {city}.",
        "“{B} broke its word,” {name}, the defence minister of {A}, told reporters on {weekday}.",
        "{A} rejected a proposal by {B} for a summit.",
        "{A} joined {B} and {C} in calling for a ceasefire.",
    ];

    private static readonly string[] Talk =
    [
        "Shops near the harbour stayed open and the ferries ran on time.",
        "Analysts said that the step had been months in the making.",
        "Neither side gave further details, and the text has not been published.",
        "It rained for most of the afternoon, and the guests stood under umbrellas.",
        "The vote is due before the summer break, a person familiar with the matter said.",
        "Prices at the market were unchanged, traders said.",
    ];

    private static readonly string[] OddTalk =
    [
        "The embassy wrote “🤝🚢 see you soon” on its account, and 4,000 people liked it 👍🏽.",
        "The sign in the square read 𠮷野家, and below it 𝐓𝐫𝐞𝐚𝐭𝐲 𝐃𝐚𝐲.",
        "The delegates stayed in Bogota\u0301 and drank cafe\u0301 in Sa\u0303o Paulo.",
        "The ministry’s name, وزارة الخارجية, stood beside \u200Fמשרד החוץ\u200F on the door.",
        "Some 1\u00A0500 guests\u00A0came, 20\u202F% more than the year before.",
        "The zero\u200Bwidth and the joined 👨\u200D👩\u200D👧 stood in one line.",
        "A dotted İstanbul and a dotless ılık, said the guide: MİLLÎ.",
    ];

    /// <summary>The lines of the articles 0 to <paramref name="count"/>; a larger count only adds to them.</summary>
    public static IEnumerable<string> Lines(int count, int seed = 1) => Enumerable.Range(0, count).Select(i => Line(i, seed));

    private static string Line(int number, int seed)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        bool isOdd = random.Next(5) == 0;
        var sentences = new List<string>();
        for (int left = 3 + random.Next(8); left > 0; left--)
            sentences.Add(random.Next(3) > 0 ? Spaced(Deed(random), isOdd, random) : isOdd ? Pick(random, OddTalk) : Pick(random, Talk));
        string ends = isOdd && random.Next(2) == 0 ? "\r\n" : "\n";
        string text = string.Join("", sentences.Select(s => s + (random.Next(3) == 0 ? ends + ends : " ")));
        var fields = new Dictionary<string, object?>
        {
            ["id"] = FormattableString.Invariant($"g{seed}-{number:000000}"),
            ["title"] = random.Next(2) == 0 ? $"{Pick(random, States)} and {Pick(random, States)}: what was said {number}" : null,
            ["outlet"] = random.Next(4) == 0 ? null : Pick(random, Outlets),
            ["published"] = random.Next(6) == 0 ? null : FormattableString.Invariant($"{1995 + random.Next(30)}-{1 + random.Next(12):00}-{1 + random.Next(28):00}"),
            ["text"] = text,
        };
        return JsonSerializer.Serialize(fields.Where(f => f.Value is not null).ToDictionary(), Legible);
    }

    private static readonly JsonSerializerOptions Legible = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Deed(Random random)
    {
        string[] who = [.. States];
        random.Shuffle(who);
        return Pick(random, Deeds).Replace("{A}", who[0], StringComparison.Ordinal).Replace("{B}", who[1], StringComparison.Ordinal).Replace("{C}", who[2], StringComparison.Ordinal)
            .Replace("{city}", Pick(random, Capitals), StringComparison.Ordinal).Replace("{name}", Pick(random, Surnames), StringComparison.Ordinal)
            .Replace("{month}", Pick(random, Months), StringComparison.Ordinal).Replace("{weekday}", Pick(random, Days), StringComparison.Ordinal)
            .Replace("{day}", FormattableString.Invariant($"{1 + random.Next(28)}"), StringComparison.Ordinal)
            .Replace("{year}", FormattableString.Invariant($"{1990 + random.Next(35)}"), StringComparison.Ordinal);
    }

    /// <summary>Pages often hold no-break spaces between the words of a story.</summary>
    private static string Spaced(string sentence, bool isOdd, Random random) => isOdd && random.Next(2) == 0 ? string.Concat(sentence.Select(c => c == ' ' && random.Next(3) == 0 ? '\u00A0' : c)) : sentence;

    private static string Pick(Random random, string[] among) => among[random.Next(among.Length)];
}
