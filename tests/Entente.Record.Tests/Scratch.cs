namespace Entente.Tests;

/// <summary>A folder of a test's own; in memory where the machine has such a place, since thousands of durable writes are slow on a disk.</summary>
internal sealed class Scratch : IDisposable
{
    private static readonly string Root = Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private readonly string folder = Directory.CreateDirectory(Path.Combine(Root, $"entente-test-{Guid.NewGuid():N}")).FullName;

    public string Record => PathOf("record.db");

    public string PathOf(string name) => Path.Combine(folder, name);

    public void Dispose() => Directory.Delete(folder, true);
}
