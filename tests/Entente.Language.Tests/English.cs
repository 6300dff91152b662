using Entente.Language;

namespace Entente.Tests;

/// <summary>The English pipeline with the tables and models of the data folder, loaded once.</summary>
internal static class English
{
    internal static readonly LanguagePipeline Pipeline = LanguagePipeline.Load(Repository.ReadData, Repository.OpenData);
}
