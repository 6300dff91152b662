using Entente.Vocabulary;

namespace Entente.Intake;

/// <summary>A plain text: one article.</summary>
internal sealed class TextOpener : IOpener
{
    public IEnumerable<Taken> Open(Parcel parcel)
    {
        var (text, fault) = Decoding.Whole(parcel);
        yield return text is null ? Taken.Aside(fault!) : Taken.From(parcel.Place, new Article { Name = parcel.Name, Text = text, Url = parcel.Url });
    }
}
