using Lms.Training.Organisations;
using Lms.Web.Seeds.People;
using InventedPeople = Lms.Web.Seeds.People.InventedPeople;

namespace Lms.Web.Seeds.Replay;

/// <summary>The workforce of about 6,500 in the proportions of its five groups, each person with an ability for exams.</summary>
internal sealed class ReplayPeople(Organisations organisations, Lms.Training.Organisations.People people)
{
    private static readonly (WorkforceGroup Group, int People)[] Groups =
    [
        (WorkforceGroup.SocialFacilities, 3000), (WorkforceGroup.LocalAuthorities, 1000), (WorkforceGroup.OtherDepartments, 1000),
        (WorkforceGroup.Associations, 500), (WorkforceGroup.NonPublic, 1000),
    ];

    public static string StaffCode(int index) => $"CB{index + 1:00000}";

    public static double Ability(int seed, int index) => SimulatedCandidate.MeanAbility + SeededRandom.For(seed, $"ability {index}").Normal();

    /// <summary>Adds everybody in one commit, unless they are there from an earlier run.</summary>
    public async Task<IReadOnlyList<Guid>> EnsureAsync(int seed)
    {
        if (await people.FindByStaffCodeAsync(StaffCode(0)) is null)
            await people.AddManyAsync(await DraftsAsync(seed));
        var keys = new Guid[ReplayPlan.People];
        for (var page = 1; ; page++)
        {
            var found = await people.PageAsync("CB", null, page, 1000);
            foreach (var person in found.People)
                if (int.TryParse(person.StaffCode.AsSpan(2), out var number) && person.StaffCode == StaffCode(number - 1))
                    keys[number - 1] = person.Key;
            if (page * found.PageSize >= found.Total) break;
        }

        return keys;
    }

    private async Task<List<PersonDraft>> DraftsAsync(int seed)
    {
        var random = SeededRandom.For(seed, "people");
        var workplaces = (await organisations.ListAsync()).Where(o => o.Group is not null).ToLookup(o => o.Group!.Value);
        var groups = Groups.SelectMany(g => Enumerable.Repeat(g.Group, g.People)).ToList();
        random.Shuffle(groups);
        return [.. groups.Select((group, i) => InventedPeople.Person(random, StaffCode(i), random.One(workplaces[group].ToList()).Key, latestBirthYear: 1992))];
    }
}
