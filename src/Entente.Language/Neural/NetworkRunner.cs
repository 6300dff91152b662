using System.Numerics.Tensors;

namespace Entente.Language.Neural;

/// <summary>
/// One worker's buffers to run a <see cref="NetworkModel"/>. What the first layer makes of a word on its own is kept from text to text: most
/// words of an article have been met before, so that most of the first layer's products are never done again. What is kept changes the speed,
/// never an answer.
/// </summary>
internal sealed class NetworkRunner(NetworkModel model)
{
    /// <summary>Words run at once, if sentences allow: enough to keep the arithmetic busy, few enough to stay in the processor's cache.</summary>
    private const int Chunk = 192;

    /// <summary>The longest chunk: one sentence.</summary>
    private const int Longest = SentenceSplitter.LongestSentence;

    /// <summary>Projections kept. The first are the commonest words and stay; when all are full, the later ones make room.</summary>
    private const int Kept = 8 * 1024, Staying = 6 * 1024;

    /// <summary>One more than the row that is kept of a lexeme, by its number; 0 for none.</summary>
    private readonly int[] keptRows = new int[Lexicon.Slots];

    /// <summary>The number of the lexeme in each row.</summary>
    private readonly int[] keptLexemes = new int[Kept];
    private readonly KeptRows keptWords = new(Kept, model.Layers[0].ProjectedWidth);
    private readonly FixedRows input = new(Longest, model.Input);
    private readonly float[] state = new float[model.Width];
    private readonly int[] rows = new int[Longest], heads = new int[Longest];
    private readonly FixedRows[] layers = [.. model.Layers.Select(_ => new FixedRows(Longest, 2 * model.Width))];
    private readonly float[] projected = new float[Longest * model.Layers[0].ProjectedWidth];
    private readonly float[] headScores = new float[Longest * model.Heads.Stride];
    private readonly float[] dependents = new float[Longest * model.Arc], hidden = new float[Longest * model.Label];
    private readonly float[] matched = new float[Longest * model.Arc], sentenceHeads = new float[(Longest + 1) * model.Arc];
    private readonly float[] labelScores = new float[Longest * model.LabelScores.Width];
    private readonly float[] nameScores = new float[Longest * model.NameStride];
    private readonly PackedMatrix packedHeads = new();
    private readonly TreeDecoder trees = new();
    private readonly NameDecoder names = new(model.NameTags);
    private float[] arcScores = [];
    private int keptCount;

    /// <summary>Fills in <paramref name="words"/> (lemmas excepted) and the name tag of each token, sentence by sentence.</summary>
    public void Run(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, Word[] words, int[] nameTags)
    {
        for (int s = 0; s < sentences.Count;)
        {
            int first = s, start = sentences[s].First;
            while (s < sentences.Count && sentences[s].End - start <= (s == first ? Longest : Chunk))
                s++;
            if (s > first)
                RunChunk(tokens, sentences, first, s, words, nameTags);
            else
                RunPieces(tokens, sentences[s++], words, nameTags);
        }
    }

    /// <summary>Somebody else's sentence that is longer than any of ours: piece by piece, and one tree again in the end.</summary>
    private void RunPieces(IReadOnlyList<Token> tokens, Sentence sentence, Word[] words, int[] nameTags)
    {
        int root = -1;
        for (int first = sentence.First; first < sentence.End; first += SentenceSplitter.LongestSentence)
        {
            var piece = sentence with { First = first, End = Math.Min(sentence.End, first + SentenceSplitter.LongestSentence) };
            RunChunk(tokens, [piece], 0, 1, words, nameTags);
            int own = Array.FindIndex(words, first, w => w.Head < 0);
            if (root >= 0)
                words[own] = words[own] with { Head = root, Relation = "parataxis" };
            else
                root = own;
        }
    }

    private void RunChunk(IReadOnlyList<Token> tokens, IReadOnlyList<Sentence> sentences, int first, int end, Word[] words, int[] nameTags)
    {
        int start = sentences[first].First, count = sentences[end - 1].End - start;
        Look(tokens, start, count);
        for (int layer = 0; layer < model.Layers.Count; layer++)
            RunLayer(model.Layers[layer], layer == 0 ? null : layers[layer - 1], layers[layer], sentences, first, end);
        model.Heads.Forward(layers[^1], count, headScores);
        Match(count);
        for (int s = first; s < end; s++)
            Parse(sentences[s], sentences[s].First - start);
        Tag(start, count, words);
        Name(sentences, first, end, count, nameTags);
    }

    /// <summary>The row of each token in what is kept; words not met before are worked out, all at once.</summary>
    private void Look(IReadOnlyList<Token> tokens, int start, int count)
    {
        if (keptCount + count > Kept)
            Forget();
        int fresh = 0;
        for (int i = 0; i < count; i++)
        {
            var lexeme = tokens[start + i].Lexeme;
            // A form that the lexicon does not keep has no number, and is worked out each time.
            if (lexeme.Id >= 0 && keptRows[lexeme.Id] is > 0 and var kept)
            {
                rows[i] = kept - 1;
                continue;
            }
            model.Embed(lexeme, input[fresh]);
            rows[i] = keptCount + fresh++;
            keptLexemes[rows[i]] = lexeme.Id;
            if (lexeme.Id >= 0)
                keptRows[lexeme.Id] = rows[i] + 1;
        }
        input.Round(fresh);
        model.Layers[0].Project(input, fresh, projected);
        int width = model.Layers[0].ProjectedWidth;
        for (int i = 0; i < fresh; i++)
            keptWords.Put(keptCount++, projected.AsSpan(i * width, width));
    }

    private void Forget()
    {
        for (int row = Staying; row < keptCount; row++)
            if (keptLexemes[row] >= 0)
                keptRows[keptLexemes[row]] = 0;
        keptCount = Staying;
    }

    private void RunLayer(RecurrentLayer layer, FixedRows? x, FixedRows h, IReadOnlyList<Sentence> sentences, int first, int end)
    {
        int start = sentences[first].First, count = sentences[end - 1].End - start, both = 2 * model.Width;
        if (x is not null)
            layer.Project(x, count, projected);
        for (int s = first; s < end; s++)
        {
            int from = sentences[s].First - start, n = sentences[s].Count;
            var to = h.Values.AsSpan(from * both, n * both);
            if (x is null)
                layer.Run<KeptRows.Selection, KeptRows.Row>(new KeptRows.Selection(keptWords, rows, from), n, [], to, state);
            else
                layer.Run<PlainRows, PlainRow>(new PlainRows(projected, from, layer.ProjectedWidth), n, x.Values.AsSpan(from * both, n * both), to, state);
        }
        h.Round(count);
    }

    private int ArcAt => model.Upos.Length + model.Xpos.Length;

    private Span<float> HeadRow(int i, int from, int length) => headScores.AsSpan(i * model.Heads.Stride + from, length);

    private void Match(int count)
    {
        for (int i = 0; i < count; i++)
        {
            var arcs = HeadRow(i, ArcAt, 2 * model.Arc);
            TensorPrimitives.Max(arcs, 0f, arcs);
            arcs[..model.Arc].CopyTo(dependents.AsSpan(i * model.Arc));
        }
        model.ArcMatch.Forward(dependents, count, matched);
    }

    /// <summary>The heads of a sentence, as tokens of the text.</summary>
    /// <param name="from">Of the sentence's first word in the chunk.</param>
    private void Parse(Sentence sentence, int from)
    {
        int n = sentence.Count, columns = n + 1;
        if (arcScores.Length < n * columns)
            arcScores = new float[n * columns];
        model.ArcRoot.CopyTo(sentenceHeads, 0);
        for (int i = 0; i < n; i++)
            HeadRow(from + i, ArcAt + model.Arc, model.Arc).CopyTo(sentenceHeads.AsSpan((i + 1) * model.Arc));
        packedHeads.Pack(sentenceHeads, model.Arc, columns, 1, model.Arc);
        packedHeads.Multiply(matched.AsSpan(from * model.Arc), n, model.Arc, 1, arcScores, columns, add: false);
        ArcDistance.Add(model.ArcLeaning, arcScores, n);
        var own = heads.AsSpan(from, n);
        trees.Decode(arcScores, n, own);
        Hide(from, own);
        foreach (ref int head in own)
            head = head < 0 ? -1 : sentence.First + head;
    }

    private void Hide(int from, ReadOnlySpan<int> heads)
    {
        int dependentAt = ArcAt + 2 * model.Arc, headAt = dependentAt + model.Label;
        for (int i = 0; i < heads.Length; i++)
        {
            var to = hidden.AsSpan((from + i) * model.Label, model.Label);
            TensorPrimitives.Add(HeadRow(from + i, dependentAt, model.Label), heads[i] < 0 ? model.LabelRoot : HeadRow(from + heads[i], headAt, model.Label), to);
            TensorPrimitives.Add(to, model.LabelLeaning.AsSpan(ArcDistance.Bucket(i, heads[i]) * model.Label, model.Label), to);
            TensorPrimitives.Max(to, 0f, to);
        }
    }

    private void Tag(int start, int count, Word[] words)
    {
        model.LabelScores.Forward(hidden, count, labelScores);
        int labels = model.LabelScores.Width;
        for (int i = 0; i < count; i++)
            words[start + i] = new()
            {
                Head = heads[i],
                Pos = model.Upos[Greatest.Of(HeadRow(i, 0, model.Upos.Length))],
                Tag = model.Xpos[Greatest.Of(HeadRow(i, model.Upos.Length, model.Xpos.Length))],
                Relation = heads[i] < 0 ? "root" : model.Relations[Greatest.Of(labelScores.AsSpan(i * labels, labels))],
            };
    }

    private void Name(IReadOnlyList<Sentence> sentences, int first, int end, int count, int[] nameTags)
    {
        int at = model.Heads.Width - model.NameTags.Length;
        for (int i = 0; i < count; i++)
            HeadRow(i, at, model.NameTags.Length).CopyTo(nameScores.AsSpan(i * model.NameStride));
        for (int layer = 0; layer < model.NamesBelow.Length; layer++)
            model.NamesBelow[layer].Add(layers[layer], count, nameScores);
        int start = sentences[first].First;
        for (int s = first; s < end; s++)
        {
            int from = sentences[s].First - start, n = sentences[s].Count;
            names.Decode(nameScores.AsSpan(from * model.NameStride, n * model.NameStride), model.NameStride, nameTags.AsSpan(sentences[s].First, n));
        }
    }
}
