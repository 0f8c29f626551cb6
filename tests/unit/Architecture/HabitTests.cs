namespace Lms.UnitTests.Architecture;

/// <summary>Habits that a review forgets and a machine does not. Scoring has a test of its own (ScoringPurityTests), and so has who may use which route (RouteAccessTests).</summary>
public sealed class HabitTests
{
    private static readonly string[] Clocks =
        ["System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow"];

    [Fact]
    public void Nobody_asks_the_clock_on_the_wall()
    {
        var found = Codebase.All.SelectMany(Codebase.TypesOf).SelectMany(t => Codebase.CallsOf(t).Where(Clocks.Contains).Select(c => $"{t.FullName} ({c})")).Distinct().ToList();
        Assert.True(found.Count == 0, $"{string.Join(", ", found)}: time comes from TimeProvider, once per use case, so that a test can hold it and the replay can move it through ten years.");
    }

    [Fact]
    public void Chance_is_seeded()
    {
        var found = Codebase.Modules.SelectMany(Codebase.TypesOf).SelectMany(t => Codebase.CallsOf(t).Where(c => c is "System.Random::get_Shared" or "System.Random::.ctor").Select(_ => t.FullName)).Distinct().ToList();
        Assert.True(found.Count == 0, $"{string.Join(", ", found)}: an order that cannot be drawn again cannot be explained to who sat the exam. Take a stored seed; for secrets use RandomNumberGenerator.");
    }

    [Fact]
    public void Program_reads_like_a_table_of_contents()
    {
        var lines = File.ReadAllLines(Path.Combine(Codebase.Root, "src", "Lms.Web", "Program.cs")).Length;
        Assert.True(lines <= 45, $"Program.cs has {lines} lines: it names the parts, and each part registers itself.");
    }

    [Fact]
    public void No_file_is_a_library()
    {
        var long_ = Codebase.SourceFiles().Select(f => (File: Path.GetRelativePath(Codebase.Root, f), Lines: File.ReadLines(f).Count())).Where(f => f.Lines > 250).ToList();
        Assert.True(long_.Count == 0, $"{string.Join(", ", long_.Select(f => $"{f.File} ({f.Lines})"))}: a file is read in one sitting. Split it along what it says.");
    }
}
