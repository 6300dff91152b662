using System.Text;
using Entente.Vocabulary;

namespace Entente.Language;

/// <summary>
/// The legible lines at the head of a model file: what it is, what it was trained on, when, and its scores. <c>head -5 FILE</c> shows them; an
/// empty line ends them.
/// </summary>
/// <param name="Kind">What the file is and the version of its layout: "lemmas 1".</param>
/// <param name="Lines">"trained on: …"</param>
public sealed record ModelHeader(string Kind, IReadOnlyList<string> Lines)
{
    public void Write(Stream stream) => stream.Write(Encoding.UTF8.GetBytes(string.Concat(Lines.Prepend($"entente {Kind}").Append("").Select(l => $"{l}\n"))));

    /// <exception cref="EntenteException">ENT0405: the file is another kind of model, or of another version.</exception>
    public static ModelHeader Read(Stream stream, string kind)
    {
        var lines = new List<string>();
        while (lines.Count == 0 || lines[^1].Length > 0)
        {
            lines.Add(ReadLine(stream));
            if (lines[0] != $"entente {kind}")
                throw new EntenteException(Faults.BadModel(kind, lines[0]));
        }
        return new(kind, lines[1..^1]);
    }

    private static string ReadLine(Stream stream)
    {
        const int Longest = 10_000;
        var line = new List<byte>();
        for (int b = stream.ReadByte(); b is not (-1 or '\n') && line.Count < Longest; b = stream.ReadByte())
            line.Add((byte)b);
        return Encoding.UTF8.GetString([.. line]);
    }
}
