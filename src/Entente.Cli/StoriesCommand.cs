using System.CommandLine;
using System.Text.Json;
using Entente.Desk;
using Entente.Vocabulary;

namespace Entente.Cli;

internal static class StoriesCommand
{
    /// <summary>Characters of a headline.</summary>
    private const int WidestTitle = 60;

    public static Command Create(Terminal terminal, SharedOptions shared)
    {
        var id = new Argument<string?>("id") { Description = "A story, by four or more letters of its id: its articles, and how it came to be.", Arity = ArgumentArity.ZeroOrOne };
        var singles = new Option<bool>("--singles") { Description = "Also stories that one article alone tells." };
        var command = new Command("stories", "Which articles tell of the same happening: how many, how many of them independent, from when to when, and about what.") { id, singles, shared.Limit };
        shared.AddTo(command);
        command.SetAction(parsed =>
        {
            var all = shared.Desk(parsed).Stories(shared.Moment(parsed));
            bool json = parsed.GetValue(shared.Json);
            if (parsed.GetValue(id) is { } prefix)
                Show(Beginning(all, prefix), json, terminal);
            else
                List([.. all.Where(s => s.Articles.Count > 1 || parsed.GetValue(singles)).Take(shared.LimitOf(parsed))], all.Count, json, terminal);
            return CommandLine.Done;
        });
        return command;
    }

    private static ToldStory Beginning(IReadOnlyList<ToldStory> all, string prefix)
    {
        var found = prefix.Length < 4 ? [] : all.Where(s => s.Story.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new EntenteException(Faults.UnknownStory(prefix)),
            _ => throw new EntenteException(Faults.AmbiguousId(prefix, found.Select(s => s.Story.Id))),
        };
    }

    private static void List(IReadOnlyList<ToldStory> shown, int all, bool json, Terminal terminal)
    {
        if (json)
        {
            Rendering.JsonList(terminal, "stories", shown, WriteFields);
            return;
        }
        var table = Rendering.NewTable("id", "articles", "dates", "what", "says");
        foreach (var story in shown)
            Rendering.Row(table, Rendering.Short(story.Story.Id), Rendering.Support(story.Articles.Count, story.Origins), Rendering.Date(story.Story.Dates), string.Join(", ", story.Story.Terms), Title(story.Articles[0]));
        terminal.Write(table);
        terminal.Error.WriteLine($"{Rendering.Count(all, "story", "stories")}, {Rendering.Number(shown.Count)} shown. 'entente stories ID' shows the articles of one.");
    }

    private static void Show(ToldStory story, bool json, Terminal terminal)
    {
        if (json)
        {
            Rendering.Json(terminal, "story", writer =>
            {
                writer.WriteStartObject();
                WriteFields(writer, story);
                writer.WriteEndObject();
            });
            return;
        }
        var table = Rendering.NewTable("id", "published", "outlet", "wire", "says");
        foreach (var article in story.Articles)
            Rendering.Row(table, Rendering.Short(article.Id), Rendering.Date(article.Published), article.Outlet ?? "", article.Wire ?? "", Title(article));
        terminal.Write(table);
        foreach (var change in story.Story.Changes)
            terminal.Out.WriteLine(Rendering.OneLine($"  {change.Kind.ToString().ToLowerInvariant(),-7} {Rendering.Short(change.Article)}  {change.Reason}"));
    }

    private static string Title(Article article) => Rendering.Cut(article.Title ?? article.Text, WidestTitle);

    private static void WriteFields(Utf8JsonWriter writer, ToldStory story)
    {
        writer.WriteString("id", story.Story.Id);
        writer.WriteNumber("articles", story.Articles.Count);
        writer.WriteNumber("independent", story.Origins);
        writer.WriteString("dates", story.Story.Dates?.Text);
        writer.WriteStartArray("terms");
        foreach (string term in story.Story.Terms)
            writer.WriteStringValue(term);
        writer.WriteEndArray();
        Rendering.List(writer, "members", story.Articles, article =>
        {
            writer.WriteString("id", article.Id);
            writer.WriteString("doc", article.Name);
            writer.WriteString("outlet", article.Outlet);
            writer.WriteString("published", article.Published?.Text);
        });
        Rendering.List(writer, "changes", story.Story.Changes, change =>
        {
            writer.WriteString("kind", change.Kind.ToString().ToLowerInvariant());
            writer.WriteString("article", change.Article);
            writer.WriteString("reason", change.Reason);
        });
    }
}
