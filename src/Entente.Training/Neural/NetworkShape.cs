namespace Entente.Training.Neural;

/// <summary>How large a network is.</summary>
/// <param name="Input">Numbers that stand for a word on its own.</param>
/// <param name="Width">Of a recurrent layer, in one direction.</param>
/// <param name="Layers">Recurrent layers below grammar and names.</param>
/// <param name="Arc">Of the vectors that are matched to find heads.</param>
/// <param name="Label">Of the hidden layer that labels an arc.</param>
internal sealed record NetworkShape(int Input, int Width, int Layers, int Arc, int Label, int Upos, int Xpos, int Relations, int NameTags, int Words, int VectorLength);
