using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Training;

public sealed class EnrolmentTests
{
    [Theory, EveryDatabase]
    public async Task Where_one_cannot_be_enrolled_nobody_is(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync(school.Draft(capacity: 2));
        foreach (var i in Enumerable.Range(1, 3)) await school.PersonAsync($"NV-{i}");

        Assert.Equal([new EnrolPersonResult("NV-9", EnrolOutcome.UnknownPerson)], await school.EnrolAsync(of, "NV-1", "NV-9"));
        Assert.Equal([new EnrolPersonResult("NV-3", EnrolOutcome.ClassFull)], await school.EnrolAsync(of, "NV-1", "NV-2", "NV-3"));
        Assert.Empty(await school.RosterAsync(of));

        Assert.Equal([new EnrolPersonResult("NV-1", EnrolOutcome.Enrolled)], await school.EnrolAsync(of, " NV-1 ", "NV-1"));
        Assert.Equal([new EnrolPersonResult("NV-1", EnrolOutcome.AlreadyEnrolled), new EnrolPersonResult("NV-2", EnrolOutcome.Enrolled)], await school.EnrolAsync(of, "NV-1", "NV-2"));
        Assert.Equal(2, (await school.RosterAsync(of)).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_cancelled_and_an_unknown_class_take_nobody(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        await school.PersonAsync("NV-1");
        Assert.Equal(ClassOutcome.Done, await school.Db.UseAsync<Classes, ClassOutcome>(c => c.CancelAsync(of.PublicCode, null)));

        Assert.Equal([new EnrolPersonResult("NV-1", EnrolOutcome.ClassCancelled)], await school.EnrolAsync(of, "NV-1"));
        Assert.Equal([new EnrolPersonResult("NV-1", EnrolOutcome.UnknownClass)], await school.EnrolAsync(of with { PublicCode = PublicCode.New() }, "NV-1"));
    }

    [Theory, EveryDatabase]
    public async Task The_last_place_is_given_away_once(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync(school.Draft(capacity: 3));
        foreach (var i in Enumerable.Range(1, 8)) await school.PersonAsync($"NV-{i}");

        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => school.EnrolAsync(of, $"NV-{i}"))));

        Assert.Equal(3, (await school.RosterAsync(of)).Count);
    }

    [Theory, EveryDatabase]
    public async Task Who_withdraws_makes_room_and_may_come_back(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync(school.Draft(capacity: 1));
        var hoa = await school.TraineeAsync(of);
        await school.StudyAsync(of, hoa, "l1");

        Task<bool> WithdrawAsync() => school.Db.UseAsync<Enrolments, bool>(e => e.WithdrawAsync(of.PublicCode, hoa, "Nghỉ thai sản", null));
        Assert.True(await WithdrawAsync());
        Assert.False(await WithdrawAsync());
        Assert.Equal(0, (await school.FindAsync(of.PublicCode)).Enrolled);

        Assert.Equal(EnrolOutcome.Enrolled, Assert.Single(await school.EnrolAsync(of, "NV-1")).Outcome);
        var row = await school.RowAsync(of, hoa);
        Assert.Equal((EnrolmentStatus.Enrolled, 1), (row.Status, row.LessonsDone));
    }

    [Theory, EveryDatabase]
    public async Task Who_has_completed_cannot_be_withdrawn(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync(school.Draft(exam: false));
        var hoa = await school.TraineeAsync(of);
        await school.StudyAsync(of, hoa);
        Assert.False(await school.Db.UseAsync<Enrolments, bool>(e => e.WithdrawAsync(of.PublicCode, hoa, null, null)));
    }

    [Theory, EveryDatabase]
    public async Task A_roster_can_be_narrowed_to_one_organisation_and_is_sorted_by_name(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var of = await school.ClassAsync();
        await school.TraineeAsync(of, "NV-1", "Lê Thị Ánh");
        await school.TraineeAsync(of, "NV-2", "Trần An");
        await school.TraineeAsync(of, "NV-3", "Lê Ân", p => p with { OrganisationKey = school.Institution });
        await school.TraineeAsync(of, "NV-4", "Lê Bé", p => p with { OrganisationKey = null });

        Assert.Equal(["Trần An", "Lê Thị Ánh", "Lê Ân", "Lê Bé"], (await school.RosterAsync(of)).Select(r => r.FullName));
        Assert.Equal([(string?)"Trung tâm Bảo trợ", "Trung tâm Bảo trợ", "Trường Đại học Mở", null], (await school.RosterAsync(of)).Select(r => r.OrganisationName));
        var narrow = await school.Db.UseAsync<Enrolments, List<RosterRow>>(e => e.RosterAsync(of.PublicCode, school.Facility));
        Assert.Equal(["Trần An", "Lê Thị Ánh"], narrow.Select(r => r.FullName));
    }

    [Theory, EveryDatabase]
    public async Task Seventy_five_are_enrolled_with_as_few_statements_as_two(DatabaseProvider provider)
    {
        await using var school = await School.OpenAsync(provider);
        var (small, large) = (await school.ClassAsync(school.Draft("LOP-A")), await school.ClassAsync(school.Draft("LOP-B")));
        await school.Db.UseAsync<People>(p => p.AddManyAsync([.. Enumerable.Range(1, 75).Select(i => School.Person($"NV-{i}"))]));

        var two = await QueryCounter.CountAsync(() => school.EnrolAsync(small, "NV-1", "NV-2"));
        var all = await QueryCounter.CountAsync(() => school.EnrolAsync(large, [.. Enumerable.Range(1, 75).Select(i => $"NV-{i}")]));

        Assert.Equal(two, all);
        Assert.InRange(all, 1, 6);
        Assert.Equal(75, (await school.RosterAsync(large)).Count);
        Assert.InRange(await QueryCounter.CountAsync(() => school.RosterAsync(large)), 1, 2);
    }
}
