namespace Lms.Web.Seeds.Replay;

/// <param name="Attendees">Indexes into the plan's people.</param>
internal sealed record PlannedClass(int Ordinal, string Code, string ProgrammeCode, string CourseCode, string InstitutionCode, DateOnly StartsOn, DateOnly EndsOn, IReadOnlyList<int> Attendees);

/// <summary>
/// The ten-year programme as a pure function of a seed: 319 classes with 23,912 attendances between 2010 and 2020,
/// by 6,500 people who come back. Sizes, years, courses and workplaces are drawn; the totals are the reported ones.
/// </summary>
internal sealed class ReplayPlan
{
    public const int TotalClasses = 319, TotalAttendances = 23_912, People = 6_500, FirstYear = 2010, LastYear = 2020;
    private const int SmallestClass = 40, LargestClass = 110, Days = 24;

    private static readonly (string Programme, string Course, double Share)[] Mix =
        [("CTXH-IV", "NM", 0.40), ("CTXH-III", "QLTH", 0.25), ("CTXH-III", "TV", 0.23), ("KHV", "KH", 0.12)];

    public IReadOnlyList<PlannedClass> Classes { get; }

    public ReplayPlan(int seed, IReadOnlyList<string> institutionCodes)
    {
        var random = SeededRandom.For(seed, "plan");
        var sizes = Sizes(random);
        var attended = new Dictionary<string, HashSet<int>>();
        var days = new DateOnly(LastYear, 11, 20).DayNumber - new DateOnly(FirstYear, 2, 1).DayNumber;
        var classes = new List<PlannedClass>();
        for (var i = 0; i < TotalClasses; i++)
        {
            var start = new DateOnly(FirstYear, 2, 1).AddDays((int)((long)days * i / TotalClasses) + random.Below(6));
            var (programme, course) = Course(random);
            var seen = attended.TryGetValue(course, out var known) ? known : attended[course] = [];
            classes.Add(new PlannedClass(i + 1, $"HCMC-{start.Year}-{i + 1:000}", programme, course, random.One(institutionCodes), start, start.AddDays(Days), Roster(random, sizes[i], seen)));
        }

        Classes = classes;
    }

    private static (string Programme, string Course) Course(SeededRandom random)
    {
        var share = random.Share();
        foreach (var (programme, course, width) in Mix)
            if ((share -= width) < 0) return (programme, course);
        return (Mix[^1].Programme, Mix[^1].Course);
    }

    /// <summary>Drawn around the mean of 75, then nudged one by one until the sum is the reported one.</summary>
    private static int[] Sizes(SeededRandom random)
    {
        var sizes = Enumerable.Range(0, TotalClasses).Select(_ => Math.Clamp(75 + (int)Math.Round(13 * random.Normal()), SmallestClass, LargestClass)).ToArray();
        for (var missing = TotalAttendances - sizes.Sum(); missing != 0;)
        {
            var i = random.Below(TotalClasses);
            var step = Math.Sign(missing);
            if (sizes[i] + step is < SmallestClass or > LargestClass) continue;
            sizes[i] += step;
            missing -= step;
        }

        return sizes;
    }

    /// <summary>People who have not had the course come first; most choose it once, a few come back for a refresher.</summary>
    private static List<int> Roster(SeededRandom random, int size, HashSet<int> attended)
    {
        var roster = new HashSet<int>();
        while (roster.Count < size)
        {
            var person = random.Below(People);
            if (attended.Contains(person) && !random.Chance(0.15)) continue;
            roster.Add(person);
        }

        attended.UnionWith(roster);
        return [.. roster.Order()];
    }
}
