using Bench;

// bench.sh gives the content folder, and a folder of its own that holds the published academy and is deleted afterwards.
var (content, work) = (args[0], args[1]);
var modules = LongQuizzes.Copy(content, Path.Combine(work, "content"));
await using var server = await AcademyServer.StartAsync(work);
var table = new Table();
table.Add(new Row("The server at rest") { Megabytes = server.Megabytes });

using var officers = await Officers.SignInAsync(server);
await PageWeights.MeasureAsync(table, server, modules[^1]);
await new Loads(table, officers).MeasureAsync(modules);
table.Print();
