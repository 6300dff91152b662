using Entente.Language;

namespace Entente.Training;

/// <summary>Kinds of names coarse enough to compare sets that draw their lines differently.</summary>
public enum NameClass { Person, Place, Organisation, Nationality, Miscellany, Date, Money, Quantity }

public static class NameClasses
{
    public static NameClass ClassOf(this NameKind kind) => kind switch
    {
        NameKind.Person => NameClass.Person,
        NameKind.Place or NameKind.Facility => NameClass.Place,
        NameKind.Organisation => NameClass.Organisation,
        NameKind.Nationality => NameClass.Nationality,
        NameKind.Date => NameClass.Date,
        NameKind.Money => NameClass.Money,
        NameKind.Quantity => NameClass.Quantity,
        _ => NameClass.Miscellany,
    };
}
