using System.Globalization;

namespace Entente.Tests;

/// <summary>
/// News stories in our own words, as long as an agency's: invented people and places, who recur through the story, and sentences of many
/// shapes. A function of the seed and the story's number alone.
/// </summary>
internal sealed class InventedStory
{
    private static readonly string[] Openings = ["b", "br", "d", "dr", "f", "g", "gr", "h", "j", "k", "kl", "l", "m", "n", "p", "pr", "r", "s", "st", "t", "tr", "v", "w", "z"];

    private static readonly string[] Vowels = ["a", "e", "i", "o", "u", "ai", "ei", "ou"];

    private static readonly string[] Endings = ["", "n", "r", "l", "s", "nd", "rk", "m", "th", "sk", "ld", "nt"];

    private static readonly string[] Offices =
    [
        "foreign minister", "defence minister", "prime minister", "president", "central bank governor", "chief negotiator", "ambassador", "army chief", "opposition leader", "harbour master",
        "mayor", "trade envoy", "party chairwoman", "police commissioner", "energy secretary", "union leader",
    ];

    private static readonly string[] Things =
    [
        "treaty", "budget", "pipeline", "harbour", "ceasefire", "ballot", "tariff", "railway", "satellite", "fishery", "border", "refinery", "hospital", "airfield", "inquiry", "embargo", "dam", "loan",
        "shipyard", "census", "strike", "vaccine", "archive", "bridge", "reactor", "subsidy", "patrol", "summit", "charter", "quarry", "festival", "reservoir", "warehouse", "convoy", "garrison", "ministry",
        "programme", "neighbourhood", "licence", "theatre", "labour code", "vineyard", "telescope", "cable", "orchard", "lighthouse", "academy", "tribunal", "monument", "turbine", "ferry", "granary",
    ];

    private static readonly string[] Qualities =
    [
        "new", "disputed", "long-awaited", "costly", "secret", "regional", "northern", "unfinished", "joint", "temporary", "ambitious", "controversial", "modest", "coastal", "shared", "emergency", "ageing",
        "private", "historic", "fragile", "wider", "binding", "rival", "hasty", "generous", "neglected", "profitable", "remote", "flooded", "guarded", "popular", "defunct",
    ];

    private static readonly string[] Deeds =
    [
        "approved", "rejected", "delayed", "criticised", "inspected", "defended", "abandoned", "financed", "reopened", "sold", "rebuilt", "questioned", "expanded", "mapped", "searched", "blocked", "praised",
        "analysed", "leased", "seized", "restored", "measured", "audited", "guarded", "redrew", "honoured", "cancelled", "surveyed", "shelved", "unveiled", "dismantled", "mediated",
    ];

    private static readonly string[] Reasons =
    [
        "after {number} days of protest", "despite warnings from {crowd}", "to calm the {crowd}", "because the {thing} ran out", "without consulting {crowd}", "as {crowd} set out", "under pressure from {quality} lenders",
        "before the {quality} vote", "in spite of {quality} floods", "following a leak about the {thing}", "with {crowd} watching", "at the request of {crowd}", "on the advice of {quality} lawyers", "although few {crowd} had asked",
        "while {crowd} waited elsewhere", "once the {thing} had closed", "in return for {quality} grain", "since the {thing} had expired", "{number} hours after the alarm", "when {quality} fog had lifted",
    ];

    private static readonly string[] Crowds =
    [
        "fishermen", "teachers", "miners", "pensioners", "students", "nurses", "dockers", "farmers", "engineers", "shopkeepers", "reservists", "pilots", "judges", "bakers", "drivers", "villagers", "traders", "sailors",
    ];

    private static readonly string[] Days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    private static readonly string[] Shapes =
    [
        "{place} {deed} the {quality} {thing} on {day}, {reason}.",
        "The {office} of {place}, {person}, told reporters that the {thing} would be {deed} {reason}.",
        "“We never {deed} any {thing},” said {person}, who once ran the {quality} {thing} in {place}.",
        "According to {person}, some {number} {crowd} had signed a letter against the {thing}.",
        "{reason}, the {crowd} of {place} {deed} a {quality} {thing} and asked {person} to resign.",
        "It was the {quality} {thing}, not the {thing}, that {person} {deed} {reason}.",
        "Officials in {place} put the cost of the {thing} at {number} million crowns, {person} said.",
        "A spokesman for {person} denied that {place} had {deed} the {thing} {reason}.",
        "Only {number} of the {number} {crowd} who came to {place} saw the {quality} {thing}.",
        "The {thing}, {deed} {reason}, lies {number} kilometres from {place} and belongs to {person}.",
        "{person} and {person} met in {place} on {day} and {deed} the {quality} {thing}.",
        "What the {crowd} wanted, {person} argued, was a {quality} {thing} instead of the {thing}.",
        "Both {place} and {place} {deed} their {thing} {reason}, though neither published the figures.",
        "Last year's {thing} in {place} drew {number} {crowd}; this one may draw fewer.",
        "Asked about the {thing}, {person} only pointed at the {quality} {thing} across the river.",
        "By {day} evening {number} {crowd} were waiting for the {thing} that {place} had {deed}.",
        "“Give us the {thing} and we shall forget the {thing},” a leader of the {crowd} shouted {reason}.",
        "The court in {place} {deed} a complaint by {crowd} who lost their {quality} {thing}.",
        "{person}, {office} since the {thing} was {deed}, left {place} {reason}.",
        "Neither the {quality} {thing} nor the {thing} will be {deed} before {day}, two {crowd} said.",
        "In {place}, {crowd} still speak of the {thing} that {person} {deed} {reason}.",
        "If the {thing} fails, warned {person}, then {place} must turn to the {quality} {thing} of {place}.",
        "Insurers refused to cover the {thing} {reason}, so {crowd} from {place} {deed} it themselves.",
        "The {quality} {thing} has {number} rooms, {number} of which the {office} keeps for {crowd}.",
    ];

    private readonly Random random;
    private readonly string[] people, places, things;

    private InventedStory(int number, int seed)
    {
        random = new Random(unchecked((seed * 7_368_787) + number));
        people = [.. Enumerable.Range(0, 4).Select(_ => $"{Name(2)} {Name(3)}")];
        places = [.. Enumerable.Range(0, 3).Select(_ => Name(3))];
        things = [.. Enumerable.Range(0, 7).Select(_ => Pick(Things))];
    }

    public static string Text(int number, int seed)
    {
        var story = new InventedStory(number, seed);
        int length = 1600 + story.random.Next(2200);
        string text = "";
        for (int sentence = 0; text.Length < length; sentence++)
            text += story.Sentence() + (sentence % 3 == 2 ? "\n\n" : " ");
        return text.TrimEnd();
    }

    private string Sentence()
    {
        string sentence = Pick(Shapes);
        for (int open = sentence.IndexOf('{', StringComparison.Ordinal); open >= 0; open = sentence.IndexOf('{', StringComparison.Ordinal))
        {
            int close = sentence.IndexOf('}', StringComparison.Ordinal);
            sentence = sentence[..open] + Filling(sentence[(open + 1)..close]) + sentence[(close + 1)..];
        }
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private string Filling(string slot) => slot switch
    {
        "place" => Pick(places),
        "person" => Pick(people) is var name && random.Next(2) == 0 ? name : name[(name.IndexOf(' ', StringComparison.Ordinal) + 1)..],
        "thing" => random.Next(4) > 0 ? Pick(things) : Pick(Things),
        "quality" => Pick(Qualities),
        "deed" => random.Next(3) == 0 ? $"{Pick(Deeds)} and {Pick(Deeds)}" : Pick(Deeds),
        "reason" => Pick(Reasons),
        "crowd" => random.Next(3) == 0 ? $"{Pick(Qualities)} {Pick(Crowds)}" : Pick(Crowds),
        "office" => Pick(Offices),
        "day" => Pick(Days),
        _ => random.Next(2, 2000).ToString(CultureInfo.InvariantCulture),
    };

    private string Name(int syllables)
    {
        string name = string.Concat(Enumerable.Range(0, syllables).Select(i => Pick(Openings) + Pick(Vowels) + (i == syllables - 1 ? Pick(Endings) : "")));
        return char.ToUpperInvariant(name[0]) + name[1..];
    }

    private string Pick(string[] among) => among[random.Next(among.Length)];
}
