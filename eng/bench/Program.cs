using Bench;

// bench.sh gives what to do, the content folder, and a folder of its own that holds the published academy and is deleted afterwards.
var (what, content, work) = (args[0], args[1], args[2]);
if (what == ReportSpeed.Filling)
{
    await ReportSpeed.FillAsync(content, work);
    return;
}

var modules = LongQuizzes.Copy(content, Path.Combine(work, "content"));
if (what == "kill")
{
    await Killing.RunAsync(work, modules);
    return;
}

var table = new Table();
// Other work on the machine makes every figure of time worse; the reader should know.
table.Add(new Row($"Cores: {Environment.ProcessorCount}. Load average before: {(OperatingSystem.IsLinux() ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown")}"));
if (what is "all" or "certificates")
{
    CertificateSpeed.Measure(table);
}

if (what is "all" or "reports")
{
    await ReportSpeed.MeasureAsync(table, content, work);
}

if (what == "reminders")
{
    ReminderYearRun.Measure(table);
}

if (what is "certificates" or "reminders" or "reports")
{
    table.Print();
    return;
}

await using var server = await AcademyServer.StartAsync(work);
table.Add(new Row("The server at rest") { Megabytes = server.Megabytes });

using var officers = await Officers.SignInAsync(server);
if (what == "all")
{
    await PageWeights.MeasureAsync(table, server, modules[^1]);
    await new Loads(table, officers).MeasureAsync(modules);
    ContentSpeed.Measure(table);
}

await ClassLoad.MeasureAsync(table, server, work, modules[0]);
table.Print();
