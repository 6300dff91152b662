using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Entente.Language.Neural;

namespace Entente.Training.Neural;

/// <summary>A trained network as a file to read with: means of the parameters, words with their vectors multiplied out, tables in bytes.</summary>
internal static class NetworkExport
{
    /// <param name="vectorWords">The most frequent words with a vector that are kept beside those of the corpora.</param>
    public static ModelFile Export(Parameters parameters, Labels labels, WordVectors vectors, int vectorWords)
    {
        var file = new ModelFile();
        file.AddLines("upos.list", labels.Upos.Items);
        file.AddLines("xpos.list", labels.Xpos.Items);
        file.AddLines("relations.list", labels.Relations.Items);
        file.AddLines("nametags.list", labels.NameTags.Items);
        string[] words = [.. labels.Words.Items, .. vectors.Words.Take(vectorWords).Where(w => labels.Words.Find(w) < 0)];
        file.AddLines("words.list", words);
        AddTable(file, "words", Words(parameters, labels, vectors, words), parameters.Shape.Input);
        for (int i = 0; i < parameters.Shapes.Length; i++)
            AddTable(file, $"form{i}", parameters.Shapes[i].Mean, parameters.Shape.Input);
        foreach (var parameter in parameters.All)
            if (!parameter.IsTable && parameter != parameters.Vectors)
                file.AddHalves(parameter.Name, parameter.Mean);
        return file;
    }

    private static float[] Words(Parameters parameters, Labels labels, WordVectors vectors, string[] words)
    {
        int width = parameters.Shape.Input;
        var table = new float[words.Length * width];
        for (int i = 0; i < words.Length; i++)
        {
            var row = table.AsSpan(i * width, width);
            parameters.Words.Mean.AsSpan(labels.WordOf(words[i]) * width, width).CopyTo(row);
            if (vectors.Row(words[i]) is >= 0 and var vector)
                for (int k = 0; k < vectors.Length; k++)
                    TensorPrimitives.MultiplyAdd(parameters.Vectors.Mean.AsSpan(k * width, width), vectors.Table[vector * vectors.Length + k], row, row);
        }
        return table;
    }

    private static void AddTable(ModelFile file, string name, float[] values, int columns)
    {
        int rows = values.Length / columns;
        var bytes = new sbyte[values.Length];
        var scales = new float[rows];
        for (int r = 0; r < rows; r++)
        {
            var row = values.AsSpan(r * columns, columns);
            float most = Math.Abs(row[TensorPrimitives.IndexOfMaxMagnitude<float>(row)]);
            // Rounded to what is stored, so that the bytes are right for it.
            scales[r] = (float)(Half)(most == 0 ? 1 : most / sbyte.MaxValue);
            for (int c = 0; c < columns; c++)
                bytes[r * columns + c] = (sbyte)Math.Clamp(MathF.Round(row[c] / scales[r]), -sbyte.MaxValue, sbyte.MaxValue);
        }
        file.Add(name, MemoryMarshal.AsBytes(bytes.AsSpan()).ToArray());
        file.AddHalves($"{name}.scale", scales);
    }
}
