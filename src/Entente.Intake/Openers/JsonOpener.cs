using System.Text.Json;
using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A file of one JSON article, a list of them, or, as many tools name theirs, JSON Lines.</summary>
internal sealed class JsonOpener(LinesOpener lines) : IOpener
{
    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var (text, fault) = Decoding.Whole(parcel);
        return text is null ? [Taken.Aside(fault!)] : Read(parcel, text);
    }

    private IEnumerable<Taken> Read(Parcel parcel, string text)
    {
        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return lines.Open(parcel with { Content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)) });
        }
        using (json)
        {
            var elements = json.RootElement.ValueKind == JsonValueKind.Array ? json.RootElement.EnumerateArray().ToList() : [json.RootElement];
            return elements.Count == 0
                ? [Taken.Aside(Faults.EmptyInput(parcel.Place))]
                : elements.Select((e, i) => JsonArticle.From($"{parcel.Place}[{i}]", e, elements.Count == 1 ? parcel.Name : $"{parcel.Name}:{i}")).ToList();
        }
    }
}
