using System.Globalization;
using System.Text;

namespace Entente.Tests;

/// <summary>
/// Texts that no newsroom writes and every feed sends some day: astral letters, combining marks, both directions, CRLF, NUL, lone
/// surrogates, and sentences of news with letters lost, doubled and swapped. The seed is fixed, so a failure can be run again.
/// </summary>
internal static class HostileTexts
{
    private static readonly string[] News =
    [
        "Japan's prime minister Fumio Kishida said on Wednesday that Tokyo and London had signed a reciprocal access agreement. ",
        "“We stay,” Chinese Foreign Ministry spokesman Wang Wenbin told reporters in Beijing last week. ",
        "TOKYO (Reuters) — The U.S.-Japan alliance dates from Sept. 8, 1951; it doesn't bind Australia. ",
        "Moscow s attack on Ukraine, which began on Feb. 24, 2022, was condemned by the presidents of Poland and Lithuania. ",
        "• 54,000 American troops are based in Japan\r\n• The Philippines won’t host new bases, officials said\r\n\r\n",
        "NATO members agreed to spend $1.5 billion within five years, and the two countries are obliged to defend each other. ",
        "In Washington, D.C., Mr. Blinken met Gen. Milley from 2010 to 2015... ‘nobody’ denied it.Next, Seoul withdrew! ",
    ];

    private static readonly string[] Oddities =
    [
        "\U0001F54A\uFE0F", "\U0001F1EF\U0001F1F5", "\U0001D400", "\U00020BB7", "e\u0301\u0302\u0303", "\u202E", "\u2066", "\u200F", "\u200D", "\u200B", "\uFEFF", "\u00A0", "\u2028", "\u2029",
        "\r\n", "\r", "\n\n", "\t", "\0", "\u0001", "\uD800", "\uDC00", "\uDFFF\uD83D", "\uFFFF", "“", "”", "\"", "‘", "’", "'", "«", "»", "'s", "n't", "n’t", "s'", "-", "--", "—", "...", "U.S.", "U.S",
        "D.C.", "(", ")", ";", ",", ".", "!", "?", "$", "%", "&", "/", "岸田首相", "Москва", "القاهرة", "İstanbul", "ﬁ", "ß", "Ǆ", "１９５１", "1951", "31", "Feb. 30", "http://a.example/", "jo@", "@a.example", "U.K.-", "no.", "cannot", ":-)", "5pm", "\u00AD", "\U0001F468\u200D", "\U0001F3FD", "’72", "''", "since", "May", "last", "the", "between",
    ];

    /// <summary>2,000 in the daily run; 10,000 where ENTENTE_LONG=1 asks for the long one, or as many as a larger number says.</summary>
    internal static int Count => int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_LONG"), CultureInfo.InvariantCulture, out int asked) ? Math.Max(asked, 10_000) : 2_000;

    internal static IEnumerable<(int Seed, string Text)> All()
    {
        for (int seed = 0; seed < Count; seed++)
            yield return (seed, Make(new Random(seed)));
    }

    /// <summary>Whether an offset lies between two characters and not inside a surrogate pair.</summary>
    internal static bool IsBoundary(string text, int at) =>
        at >= 0 && at <= text.Length && (at == 0 || at == text.Length || !char.IsHighSurrogate(text[at - 1]) || !char.IsLowSurrogate(text[at]));

    private static string Make(Random random)
    {
        var text = new StringBuilder();
        int parts = random.Next(1, 8);
        for (int i = 0; i < parts; i++)
            text.Append(random.Next(3) == 0 ? Soup(random) : News[random.Next(News.Length)]);
        int mutations = random.Next(0, 1 + text.Length / 12);
        for (int i = 0; i < mutations && text.Length > 0; i++)
            Mutate(text, random);
        return text.ToString();
    }

    private static string Soup(Random random) => string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => random.Next(4) switch
    {
        0 => ((char)random.Next(0x20, 0x7F)).ToString(),
        1 => ((char)random.Next(0x10000)).ToString(),
        _ => Oddities[random.Next(Oddities.Length)],
    }));

    private static void Mutate(StringBuilder text, Random random)
    {
        int at = random.Next(text.Length);
        switch (random.Next(5))
        {
            case 0:
                text.Remove(at, 1);
                break;
            case 1:
                text.Insert(at, Oddities[random.Next(Oddities.Length)]);
                break;
            case 2:
                text.Insert(at, text[at]);
                break;
            case 3:
                text[at] = char.IsUpper(text[at]) ? char.ToLowerInvariant(text[at]) : char.ToUpperInvariant(text[at]);
                break;
            default:
                (text[at], text[^1]) = (text[^1], text[at]);
                break;
        }
    }
}
