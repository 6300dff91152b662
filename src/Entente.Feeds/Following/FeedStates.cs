using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Entente.Vocabulary;

namespace Entente.Feeds;

/// <summary>
/// The state of all feeds in one file, for one program at a time. It is written anew and put in the old one's place, so that whoever is
/// killed leaves the one or the other.
/// </summary>
internal sealed class FeedStates : IDisposable
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly string path;
    private readonly FileStream alone;
    private readonly Lock gate = new();
    private readonly Dictionary<string, FeedState> feeds;

    private FeedStates(string path, FileStream alone, Contents contents)
    {
        (this.path, this.alone) = (path, alone);
        feeds = new(contents.Feeds, StringComparer.Ordinal);
        Robots = contents.Robots;
    }

    public IReadOnlyDictionary<string, KnownRobots> Robots { get; private set; }

    public FeedState this[string address]
    {
        get
        {
            lock (gate)
                return feeds.GetValueOrDefault(address) ?? new();
        }
    }

    /// <exception cref="EntenteException">ENT0205: another program follows these feeds; ENT0135: no such state; ENT0114: not to be written.</exception>
    public static FeedStates Open(string path)
    {
        var alone = Alone(path);
        try
        {
            return new(path, alone, File.Exists(path) ? JsonSerializer.Deserialize<Contents>(File.ReadAllBytes(path), Json) ?? new() : new());
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            alone.Dispose();
            throw new EntenteException(Faults.BadFeedState(path, e.Message), e);
        }
    }

    /// <summary>Durable when it returns.</summary>
    /// <exception cref="EntenteException">ENT0114: it cannot be written.</exception>
    public void Change(string address, Func<FeedState, FeedState> change, IReadOnlyDictionary<string, KnownRobots>? robots = null)
    {
        lock (gate)
        {
            feeds[address] = change(feeds.GetValueOrDefault(address) ?? new());
            Robots = robots ?? Robots;
            try
            {
                using (var file = new FileStream(path + ".new", FileMode.Create, FileAccess.Write))
                {
                    JsonSerializer.Serialize(file, new Contents { Feeds = feeds, Robots = Robots }, Json);
                    file.Flush(flushToDisk: true);
                }
                File.Move(path + ".new", path, overwrite: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new EntenteException(Faults.Unwritable(path, e.Message), e);
            }
        }
    }

    public void Dispose() => alone.Dispose();

    private static FileStream Alone(string path)
    {
        try
        {
            return new(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (Exception e) when (e is UnauthorizedAccessException or DirectoryNotFoundException)
        {
            throw new EntenteException(Faults.Unwritable(path, e.Message), e);
        }
        catch (IOException e)
        {
            throw new EntenteException(Faults.RecordBusy(path), e);
        }
    }

    private sealed class Contents
    {
        public IReadOnlyDictionary<string, FeedState> Feeds { get; init; } = new Dictionary<string, FeedState>();

        public IReadOnlyDictionary<string, KnownRobots> Robots { get; init; } = new Dictionary<string, KnownRobots>();
    }
}
