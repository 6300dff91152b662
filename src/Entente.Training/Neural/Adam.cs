using System.Numerics.Tensors;

namespace Entente.Training.Neural;

/// <summary>
/// Adam (Kingma and Ba 2015) with a running mean of the values (Polyak averaging). Rows of tables that a step did not touch stay as they are.
/// </summary>
internal sealed class Adam(double beta1 = 0.9, double beta2 = 0.95, double epsilon = 1e-8)
{
    private const float MeanDecay = 0.998f;

    private int step;

    /// <param name="workers">The same parameter as each worker sees it; their gradients are added in this order.</param>
    public void Step(IReadOnlyList<IReadOnlyList<Weight>> workers, double rate, double scale)
    {
        step++;
        double correction = rate * Math.Sqrt(1 - Math.Pow(beta2, step)) / (1 - Math.Pow(beta1, step));
        for (int w = 0; w < workers[0].Count; w++)
        {
            var parameter = workers[0][w].Shared;
            var gradient = workers[0][w];
            foreach (var other in workers.Skip(1))
                Gather(gradient, other[w]);
            if (parameter.IsTable)
                foreach (int row in gradient.Touched)
                    Update(parameter, gradient.Gradient, row * parameter.Columns, parameter.Columns, correction, scale);
            else
                Update(parameter, gradient.Gradient, 0, gradient.Gradient.Length, correction, scale);
            foreach (var worker in workers)
                worker[w].Forget();
        }
    }

    private static void Gather(Weight to, Weight from)
    {
        if (!to.Shared.IsTable)
            TensorPrimitives.Add(to.Gradient, from.Gradient, to.Gradient);
        foreach (int row in from.Touched)
            TensorPrimitives.Add(to.GradientRow(row), from.GradientRow(row), to.GradientRow(row));
    }

    private void Update(Parameter p, float[] gradient, int first, int count, double rate, double scale)
    {
        float b1 = (float)beta1, b2 = (float)beta2, r = (float)rate, e = (float)epsilon, s = (float)scale;
        for (int i = first; i < first + count; i++)
        {
            float g = gradient[i] * s;
            float m = p.First[i] = b1 * p.First[i] + (1 - b1) * g;
            float v = p.Second[i] = b2 * p.Second[i] + (1 - b2) * g * g;
            p.Value[i] -= r * m / (MathF.Sqrt(v) + e);
            p.Mean[i] = p.IsTable ? p.Value[i] : MeanDecay * p.Mean[i] + (1 - MeanDecay) * p.Value[i];
        }
    }
}
