namespace Entente.Tests;

/// <summary>What an outlet does to another's story, and what only looks like it. The order is that of tables of figures.</summary>
public enum Edit { Original, Verbatim, Spelling, Cut, Light, Heavy, Inserted, Reordered, Spun, Mixed, FollowUp, Splice }

/// <summary>Edits texts as outlets do. All chance comes from the given source, so that a set of copies can be made again.</summary>
internal sealed class EditedCopies(Random random)
{
    private static readonly string[] Boilerplate =
    [
        "Sign up here for our morning letter, and never miss what our writers think of the day.",
        "This story was first published by an agency and has been edited by our desk for length and style.",
        "Reading us costs less than a cup of tea a week: become a member today.",
        "All rights reserved. This material may not be copied, sold or shown elsewhere without leave.",
        "Share this article with your friends, print it, or keep it for later.",
        "Our reporters are on the spot around the clock; write to the desk if you have seen something.",
        "More on this: what we know so far, the story in pictures, and how it came about.",
    ];

    /// <summary>Words that an editor may put in or put in the place of another.</summary>
    private static readonly string[] Fillers =
    [
        "recently", "however", "officials", "reportedly", "meanwhile", "large", "several", "major", "local", "further", "government", "talks", "leaders", "decision", "plans", "stated", "noted", "added", "nearly",
        "about", "during", "amid", "their", "these", "other", "key", "senior", "early", "late", "public", "issue", "matter", "move", "step", "deal", "side", "country", "group", "state", "report",
    ];

    private static readonly (string British, string American)[] Spellings =
    [
        ("programme", "program"), ("defence", "defense"), ("harbour", "harbor"), ("neighbourhood", "neighborhood"), ("labour", "labor"), ("honoured", "honored"), ("criticised", "criticized"),
        ("analysed", "analyzed"), ("licence", "license"), ("theatre", "theater"), ("ageing", "aging"), ("cancelled", "canceled"), ("organisation", "organization"), ("centre", "center"),
        ("“", "\""), ("”", "\""), ("’", "'"), (" – ", " — "), ("per cent", "percent"),
    ];

    /// <param name="foreign">A story of another agency, of which paragraphs may be put in.</param>
    public string Copy(string text, Edit edit, string foreign) => edit switch
    {
        Edit.Verbatim => $"{Heading()}\n\n{text}",
        Edit.Spelling => Respelt(text),
        Edit.Cut => Cut(text, 1 / 3.0),
        Edit.Light => Edited(text, 0.1),
        Edit.Heavy => Edited(text, 0.2 + (random.NextDouble() * 0.1)),
        Edit.Inserted => Inserted(text, foreign),
        Edit.Reordered => Reordered(text),
        Edit.Spun => Spun(text),
        Edit.Mixed => Inserted(Respelt(Edited(Cut(text, 0.4 + (random.NextDouble() * 0.3)), 0.12)), null),
        _ => text,
    };

    /// <summary>A story of its own that repeats 8 to 16 % of an older one as background.</summary>
    public string FollowUp(string text, string older)
    {
        var sentences = Sentences(text);
        sentences.Insert(sentences.Count * 2 / 3, Cut(older, Math.Min(0.3, text.Length * (0.08 + (random.NextDouble() * 0.08)) / older.Length)));
        return string.Join(' ', sentences);
    }

    /// <summary>A round-up: a piece of each of two or three stories.</summary>
    public string Splice(params string[] stories)
    {
        double length = stories.Min(s => s.Length) * (1 + random.NextDouble()) / stories.Length;
        return string.Join("\n\n", stories.Select(s => Cut(s, Math.Min(0.6, length / s.Length))));
    }

    /// <summary>The first part, as often as not, or another.</summary>
    private string Cut(string text, double share)
    {
        string[] words = text.Split(' ');
        int length = Math.Max(1, (int)Math.Round(words.Length * share));
        return string.Join(' ', words.Skip(random.Next(2) == 0 ? 0 : random.Next(words.Length - length + 1)).Take(length));
    }

    /// <summary>A share of the words replaced, left out or followed by another, and now and then a sentence dropped.</summary>
    private string Edited(string text, double share)
    {
        var words = new List<string>();
        foreach (string sentence in Sentences(text))
        {
            if (random.NextDouble() < share / 4)
                continue;
            foreach (string word in sentence.Split(' '))
                if (random.NextDouble() >= share)
                    words.Add(word);
                else
                    words.AddRange(random.Next(4) switch { 0 => [], 1 => [word, Pick(Fillers)], _ => [Pick(Fillers)] });
        }
        return string.Join(' ', words);
    }

    private static string Respelt(string text) => Spellings.Aggregate(text, (t, s) => t.Contains(s.British, StringComparison.Ordinal)
        ? t.Replace(s.British, s.American, StringComparison.Ordinal) : t.Replace(s.American, s.British, StringComparison.Ordinal));

    /// <summary>Lines of the outlet before, between and after, and up to a fifth of another agency's story.</summary>
    private string Inserted(string text, string? foreign)
    {
        var sentences = Sentences(text);
        sentences.Insert(random.Next(sentences.Count), Pick(Boilerplate));
        sentences.Insert(random.Next(sentences.Count), Pick(Boilerplate));
        if (foreign is not null && random.Next(2) == 0)
            sentences.Insert(random.Next(sentences.Count), Cut(foreign, Math.Min(0.3, text.Length * (0.1 + (random.NextDouble() * 0.1)) / foreign.Length)));
        return $"{Heading()}\n\n{string.Join(' ', sentences)}\n\n{Pick(Boilerplate)} {Pick(Boilerplate)}";
    }

    private string Reordered(string text)
    {
        var sentences = Sentences(text);
        for (int swaps = sentences.Count / 3; swaps > 0; swaps--)
        {
            int a = random.Next(sentences.Count), b = random.Next(sentences.Count);
            (sentences[a], sentences[b]) = (sentences[b], sentences[a]);
        }
        return string.Join(' ', sentences.Where(_ => random.Next(8) > 0));
    }

    /// <summary>A machine puts a synonym for three in ten of the longer words, the same for the same word each time.</summary>
    private string Spun(string text)
    {
        int turn = random.Next();
        return string.Join(' ', text.Split(' ').Select(w => w.Length > 3 && char.IsLower(w[0]) && Chance(w, turn) % 10 < 3 ? Fillers[Chance(w, turn) / 16 % Fillers.Length] : w));
    }

    private static int Chance(string word, int turn) => (int)(word.Aggregate(unchecked((uint)turn), (h, c) => unchecked((h ^ c) * 16777619)) >> 8);

    private string Heading() => string.Join(' ', Enumerable.Range(0, 7).Select(_ => Pick(Fillers)));

    private static List<string> Sentences(string text)
    {
        var sentences = new List<string>();
        int start = 0;
        for (int i = 0; i < text.Length; i++)
            if (text[i] is '.' or '\n' && i > start && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1])))
            {
                sentences.Add(text[start..(i + 1)].Trim());
                start = i + 1;
            }
        sentences.Add(text[start..].Trim());
        sentences.RemoveAll(s => s.Length == 0);
        return sentences;
    }

    private string Pick(string[] among) => among[random.Next(among.Length)];
}
