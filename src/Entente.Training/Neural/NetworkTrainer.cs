namespace Entente.Training.Neural;

/// <summary>Trains a network on sentences with grammar, on sentences with names, or on both, batch about. The same plan gives the same network.</summary>
internal sealed class NetworkTrainer(Parameters parameters, float[] vectorTable, TrainingPlan plan, int seed)
{
    /// <summary>Two workers, whatever the machine: their number is part of the result.</summary>
    public const int Workers = 2;

    private const int WarmUp = 200;

    private readonly Network[] workers = [.. Enumerable.Range(0, Workers).Select(i => new Network(parameters, vectorTable, seed + 7919 * i))];

    /// <param name="main">Gone through in each pass.</param>
    /// <param name="beside">Of these a batch follows each of the others'; may be empty.</param>
    public void Train(IReadOnlyList<TrainingSentence> main, IReadOnlyList<TrainingSentence> beside, Action<int, double> afterPass)
    {
        var random = new Random(seed);
        var adam = new Adam();
        int words = main.Sum(s => s.Count), steps = plan.Passes * (words / (plan.Batch * Workers) + 1), step = 0;
        var others = beside.Count == 0 ? null : Forever(beside, random).GetEnumerator();
        for (int pass = 0; pass < plan.Passes; pass++)
        {
            double loss = 0;
            foreach (var batch in Batches(main, random))
            {
                double progress = Math.Min(1, (double)step / steps);
                double rate = plan.Rate * Math.Min(1, (step + 1.0) / WarmUp) * (0.02 + 0.98 * 0.5 * (1 + Math.Cos(Math.PI * progress)));
                loss += Step(batch, adam, rate);
                if (others is not null)
                {
                    others.MoveNext();
                    Step(others.Current, adam, rate);
                }
                step++;
            }
            afterPass(pass, loss / words);
        }
    }

    private double Step(List<TrainingSentence>[] batch, Adam adam, double rate)
    {
        var losses = new double[workers.Length];
        int words = batch.Sum(b => b.Sum(s => s.Count));
        Parallel.For(0, workers.Length, new ParallelOptions { MaxDegreeOfParallelism = workers.Length }, w => losses[w] = batch[w].Count == 0 ? 0 : workers[w].Learn(batch[w]));
        adam.Step([.. workers.Select(w => w.Weights)], rate, 1.0 / words);
        return losses.Sum();
    }

    private IEnumerable<List<TrainingSentence>[]> Forever(IReadOnlyList<TrainingSentence> sentences, Random random)
    {
        while (true)
            foreach (var batch in Batches(sentences, random))
                yield return batch;
    }

    /// <summary>Shuffled, then dealt out to the workers until each has its words.</summary>
    private IEnumerable<List<TrainingSentence>[]> Batches(IReadOnlyList<TrainingSentence> sentences, Random random)
    {
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        random.Shuffle(order);
        for (int at = 0; at < order.Length;)
        {
            var batch = new List<TrainingSentence>[workers.Length];
            for (int w = 0; w < workers.Length; w++)
            {
                batch[w] = [];
                for (int words = 0; words < plan.Batch && at < order.Length; at++)
                {
                    batch[w].Add(sentences[order[at]]);
                    words += sentences[order[at]].Count;
                }
            }
            yield return batch;
        }
    }
}
