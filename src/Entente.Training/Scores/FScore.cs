namespace Entente.Training;

/// <summary>How much of gold was found, and how much of what was found is gold.</summary>
public readonly record struct FScore(int Gold, int System, int Both)
{
    public double Precision => System == 0 ? 0 : (double)Both / System;

    public double Recall => Gold == 0 ? 0 : (double)Both / Gold;

    public double F1 => Gold + System == 0 ? 0 : 2.0 * Both / (Gold + System);

    public static FScore operator +(FScore a, FScore b) => new(a.Gold + b.Gold, a.System + b.System, a.Both + b.Both);
}
