namespace Entente.Matching;

/// <summary>Two texts that share enough to matter, as the words of each inside shared passages.</summary>
internal readonly record struct Link(int Text, int Other, int Covered, int OtherCovered)
{
    public Link Turned => new(Other, Text, OtherCovered, Covered);
}
