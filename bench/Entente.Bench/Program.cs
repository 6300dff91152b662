using System.Diagnostics;
using Entente.Analysis;
using Entente.Bench;
using Entente.Record;
using Entente.Record.Sqlite;
using Entente.Vocabulary;

// Goals P1, P2: the reader of English, over the texts of a folder; bench/peers.mjs measures wink-nlp on the same.
//   dotnet run -c Release --project bench/Entente.Bench -- language FOLDER [data folder = data]
if (args is ["language", var articles, ..])
{
    LanguageBench.Run(args.Length > 2 ? args[2] : "data", articles);
    return;
}

// What reading adds to it, over the articles of a file or a folder.
//   dotnet run -c Release --project bench/Entente.Bench -- reading FOLDER|FILE [data folder = data]
if (args is ["reading", var read, ..])
{
    ReadingBench.Run(args.Length > 2 ? args[2] : "data", read);
    return;
}

// Web archives: gunzip and split only, and memory over a gigabyte.
//   dotnet run -c Release --project bench/Entente.Bench -- intake
if (args is ["intake", ..])
{
    IntakeBench.Run();
    return;
}

// Goal P5: reprints among generated copies of invented stories, or of the articles of a file of JSON Lines. Shares are of the whole set.
//   dotnet run -c Release --project bench/Entente.Bench -- reprints [articles = 10000] [reprints = 0.2] [follow-ups = 0.1] [round-ups = 0.1] [seed = 1] [FILE]
if (args is ["reprints", ..])
{
    double Number(int at, double usual) => args.Length > at ? double.Parse(args[at], System.Globalization.CultureInfo.InvariantCulture) : usual;
    ReprintBench.Run((int)Number(1, 10_000), Number(2, 0.2), Number(3, 0.1), Number(4, 0.1), (int)Number(5, 1), args.Length > 6 ? args[6] : null);
    return;
}

// Goals P10, P11, P12, P13: the record beside a plain SQLite table and DuckDB, on the same claims.
//   dotnet run -c Release --project bench/Entente.Bench -- [claims = 2000000] [data folder = data]
int count = args.Length > 0 ? int.Parse(args[0], System.Globalization.CultureInfo.InvariantCulture) : 2_000_000;
string data = args.Length > 1 ? args[1] : "data";
const int Batch = 20_000, Rounds = 7;
string folder = Directory.CreateTempSubdirectory("entente-bench").FullName;
try
{
    var codeBook = CodeBook.Load(table => File.ReadAllText(Path.Combine(data, table)));
    using var ledger = SqliteLedger.OpenOrCreate(Path.Combine(folder, "entente.db"));
    IRival[] rivals = [new PlainSqlite(Path.Combine(folder, "plain.db")), new DuckDb(Path.Combine(folder, "plain.duckdb"))];

    Console.WriteLine($"{count:N0} claims, batches of {Batch:N0}, {Environment.ProcessorCount} cores, .NET {Environment.Version}");
    Console.WriteLine();
    Console.WriteLine("P12 bulk insert, durable each batch (rows/s, wall)");
    using (var writer = ledger.OpenWriter(TimeProvider.System))
        Report("Entente ledger (chain, evidence check, indexes)", count / Seconds(GeneratedClaims.Readings(count, 1).Chunk(Batch / 5), readings => writer.Append(readings)));
    foreach (var rival in rivals)
    {
        Report(rival.Name, count / Seconds(GeneratedClaims.Readings(count, 1).Chunk(Batch / 5), readings => rival.Insert([.. readings.SelectMany(r => r.Claims).Cast<AgreementClaim>()])));
        rival.Index();
    }

    var day = new DateOnly(2013, 6, 30);
    string a = GeneratedClaims.Code(17), b = GeneratedClaims.Code(61);
    Console.WriteLine();
    Console.WriteLine($"P10 the whole network as of {day:yyyy-MM-dd} (ms, median of {Rounds} alternating rounds, min-max)");
    Alternate([("Entente Network.Of", () => WithView(view => Network.Of(view, codeBook).Ties.Count)), .. rivals.Select(r => (r.Name, (Func<int>)(() => r.Network(day))))]);
    Console.WriteLine();
    Console.WriteLine("P11 one pair, all its claims (ms)");
    Alternate([("Entente View.Claims", () => WithView(view => view.Claims(new ClaimFilter { Actor = a, Other = b, IncludeRejected = true }).Count())), .. rivals.Select(r => (r.Name, (Func<int>)(() => r.Pair(a, b))))]);

    foreach (var rival in rivals)
        rival.Dispose();
    Console.WriteLine();
    Console.WriteLine("P13 bytes on disk a claim (with the articles' texts, entries and indexes in Entente)");
    foreach (string file in (string[])["entente.db", "plain.db", "plain.duckdb"])
        Report(file, (double)Directory.GetFiles(folder, file + "*").Sum(f => new FileInfo(f).Length) / count);

    int WithView(Func<View, int> ask)
    {
        using var view = ledger.AsOf(day).KnownNow();
        return ask(view);
    }
}
finally
{
    Directory.Delete(folder, true);
}

static double Seconds<T>(IEnumerable<T> batches, Action<T> store)
{
    // The making of the rows is not timed.
    long ticks = 0;
    foreach (var batch in batches)
    {
        long start = Stopwatch.GetTimestamp();
        store(batch);
        ticks += Stopwatch.GetTimestamp() - start;
    }
    return (double)ticks / Stopwatch.Frequency;
}

static void Alternate((string Name, Func<int> Ask)[] questions)
{
    var times = questions.ToDictionary(q => q.Name, _ => new List<double>());
    var answers = new Dictionary<string, int>();
    for (int round = -1; round < Rounds; round++)
        foreach (var (name, ask) in questions)
        {
            long start = Stopwatch.GetTimestamp();
            answers[name] = ask();
            if (round >= 0)
                times[name].Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
    foreach (var (name, list) in times)
    {
        list.Sort();
        Console.WriteLine($"  {name,-50} {list[list.Count / 2],10:N2} ({list[0]:N2}-{list[^1]:N2})   {answers[name]:N0} rows");
    }
}

static void Report(string name, double value) => Console.WriteLine($"  {name,-50} {value,10:N0}");
