namespace Entente.Matching;

/// <summary>How two texts stand to each other.</summary>
internal enum Kinship
{
    None,

    /// <summary>Nearly all of each is in the other: one text.</summary>
    Same,

    /// <summary>Most of the text is in the other.</summary>
    FromOther,

    /// <summary>Most of the other is in the text.</summary>
    OtherFrom,

    /// <summary>Most of each is in the other.</summary>
    Mutual,
}

/// <summary>When a text is a copy. All thresholds are here; docs/matching.md tells what each is for. Shares are of a text's words.</summary>
internal static class ReprintRule
{
    /// <summary>Texts looked at closely for each new one: those that share most samples with it.</summary>
    public const int Candidates = 16;

    /// <summary>Of both texts: they are one.</summary>
    public const double Same = 0.75;

    /// <summary>Of both texts: no other is looked for.</summary>
    public const double Whole = 0.95;

    /// <summary>Of a text that comes from another.</summary>
    public const double Most = 0.5;

    /// <summary>A text of which a second source explains this share, beside what the first explains, is a round-up …</summary>
    public const double SecondSource = 0.2;

    /// <summary>… unless so much of it comes from the first.</summary>
    public const double Overwhelming = 0.8;

    /// <summary>Of either text: less is a quotation, a line of the house, or background, and is forgotten.</summary>
    public const double Linked = 0.15;

    /// <summary>Words that two texts share at least, if they are not the same word by word.</summary>
    private const int LeastWords = 15;

    /// <summary>Numbers changed in place before a text can be a filled-in form: results, rates, weather.</summary>
    private const int FewestNumbers = 3;

    /// <summary>A longer text is asked whether it holds together if so much of it lies outside the copy.</summary>
    public const double Rest = 0.3;

    /// <summary>So many of its rare words stand on both sides of the weakest seam of a text that holds together …</summary>
    public const double Cohesive = 0.1;

    /// <summary>… fewer than so many in a round-up …</summary>
    public const double Loose = 0.02;

    /// <summary>… and none, or as good as none, in what cannot be the source even of a text that stands in it whole.</summary>
    public const double Apart = 0.005;

    /// <summary>The source of a text that has other things beside holds together at least half as well as the text does.</summary>
    public const double AsWell = 0.5;

    /// <summary>What a longer text counts that nobody reprinted whole, beside one that was.</summary>
    public const double Alone = 0.85;

    public static bool IsLink(Alignment found, int words, int others) =>
        found.Covered >= Math.Min(LeastWords, Math.Max(words, others)) && !IsForm(found) && (found.Covered >= Linked * words || found.OtherCovered >= Linked * others);

    public static Kinship Of(Link link, int words, int others)
    {
        double share = (double)link.Covered / words, othersShare = (double)link.OtherCovered / others;
        return share >= Same && othersShare >= Same ? Kinship.Same
            : share >= Most && othersShare >= Most ? Kinship.Mutual
            : share >= Most ? Kinship.FromOther
            : othersShare >= Most ? Kinship.OtherFrom : Kinship.None;
    }

    /// <summary>Copies keep their numbers; a form is filled in with others each day.</summary>
    private static bool IsForm(Alignment found) => found.OtherNumbers >= FewestNumbers && found.OtherNumbers * 2 > found.SameNumbers;
}
