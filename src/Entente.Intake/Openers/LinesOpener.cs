using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>JSON Lines: an article a line. A line that cannot be read costs itself, not the others.</summary>
internal sealed class LinesOpener : IOpener
{
    public IEnumerable<Taken> Open(Parcel parcel)
    {
        using var utf8 = Decoding.AsUtf8(parcel.Content);
        var reader = new LineReader(utf8, Limits.LongestText);
        int number = 0;
        bool isEmpty = true;
        while (reader.ReadLine() is { } line)
        {
            number++;
            string place = $"{parcel.Place}:{number}";
            var (text, fault) = Decoding.Decode(place, line);
            // An empty line separates nothing; anything else that cannot be read is told.
            if (fault?.Code == "ENT0102")
                continue;
            isEmpty = false;
            yield return text is null ? Taken.Aside(fault!) : FromLine(place, text, $"{parcel.Name}:{number}");
        }
        if (isEmpty)
            yield return Taken.Aside(Faults.EmptyInput(parcel.Place));
    }

    private static Taken FromLine(string place, string line, string name)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return JsonArticle.From(place, json.RootElement, name);
        }
        catch (JsonException e)
        {
            return Taken.Aside(Faults.BadJsonLine(place, $"broken JSON at byte {e.BytePositionInLine}"));
        }
    }
}
