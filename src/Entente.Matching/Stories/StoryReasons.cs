namespace Entente.Matching;

/// <summary>Why stories are what they are, in words for a person.</summary>
internal sealed class StoryReasons(TermList terms)
{
    private const int Told = 5;

    /// <summary>Of a vector of length 1; a term with less weight in it is no word to tell a story by.</summary>
    private const float Telling = 0.02f;

    /// <summary>"both tell of Kishida, London, access; 14 terms shared"</summary>
    public string Shared(TermVector a, TermVector b)
    {
        var shared = Common(a, b);
        return shared.Count == 0 ? "they share no telling term" : $"both tell of {List(shared)}; {shared.Count} telling terms shared";
    }

    /// <summary>"the one tells of Rome, Meloni, the other of London, Sunak"</summary>
    public string Apart(TermVector a, TermVector b) => (Own(a, b), Own(b, a)) switch
    {
        ("", _) or (_, "") => "they share too little",
        var (first, second) => $"the one tells of {first}, the other of {second}",
    };

    /// <summary>The weightiest terms, for a person to read.</summary>
    public IReadOnlyList<string> Top(TermVector vector, int count) => [.. Weighted(vector).OrderByDescending(t => t.Weight).Take(count).Select(t => terms.Shown(t.Term))];

    private string Own(TermVector of, TermVector than)
    {
        var others = than.Terms.ToArray().ToHashSet();
        return List([.. Weighted(of).Where(t => !others.Contains(t.Term) && terms.IsTelling(t.Term)).OrderByDescending(t => t.Weight).Select(t => t.Term)]);
    }

    private List<int> Common(TermVector a, TermVector b)
    {
        double least = Telling * Telling * Math.Sqrt(a.Dot(a) * b.Dot(b));
        var shared = new List<(int Term, double Weight)>();
        for (int i = 0, j = 0; i < a.Terms.Length && j < b.Terms.Length;)
            if (a.Terms[i] < b.Terms[j])
                i++;
            else if (a.Terms[i] > b.Terms[j])
                j++;
            else
                shared.Add((a.Terms[i], (double)a.Weights[i++] * b.Weights[j++]));
        return [.. shared.Where(t => t.Weight > least && terms.IsTelling(t.Term)).OrderByDescending(t => t.Weight).Select(t => t.Term)];
    }

    private string List(List<int> told) => string.Join(", ", told.Take(Told).Select(terms.Shown));

    private static IEnumerable<(int Term, float Weight)> Weighted(TermVector vector)
    {
        for (int i = 0; i < vector.Terms.Length; i++)
            yield return (vector.Terms[i], vector.Weights[i]);
    }
}
