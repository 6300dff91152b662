using System.Collections.Concurrent;
using Entente.Language.Neural;

namespace Entente.Language;

/// <summary>Grammar and names by the trained network. Safe to share: each text borrows a worker's buffers.</summary>
internal sealed class Tagger
{
    private readonly NetworkModel model;
    private readonly Lemmatizer lemmatizer;
    private readonly ConcurrentBag<NetworkRunner> idle = [];
    private readonly NameKind?[] kinds;

    public Tagger(NetworkModel model, Lemmatizer lemmatizer)
    {
        (this.model, this.lemmatizer) = (model, lemmatizer);
        kinds = [.. model.NameTags.Select(tag => tag == "O" ? (NameKind?)null : Enum.Parse<NameKind>(tag[2..]))];
    }

    public string Version => model.Version;

    public (Word[] Words, List<NameRange> Names) Tag(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences)
    {
        var words = new Word[tokens.Count];
        int[] tags = new int[tokens.Count];
        var runner = idle.TryTake(out var rested) ? rested : new(model);
        runner.Run(tokens, sentences, words, tags);
        idle.Add(runner);
        for (int i = 0; i < words.Length; i++)
            words[i] = words[i] with { Lemma = lemmatizer.Lemma(tokens[i].Lexeme, words[i].Pos, words[i].Tag) };
        return (words, NamesOf(tags));
    }

    private List<NameRange> NamesOf(int[] tags)
    {
        var names = new List<NameRange>();
        for (int i = 0; i < tags.Length; i++)
            if (kinds[tags[i]] is { } kind)
            {
                int first = i;
                while (i + 1 < tags.Length && model.NameTags[tags[i + 1]][0] == 'I')
                    i++;
                names.Add(new(first, i + 1, kind));
            }
        return names;
    }
}

/// <summary>Tokens that the network takes for a name.</summary>
internal readonly record struct NameRange(int First, int End, NameKind Kind);
