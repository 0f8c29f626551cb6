using System.Text;
using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Data;
using Lms.Publishing;
using Lms.UnitTests.Infrastructure;

namespace Lms.UnitTests.Content;

public sealed class CoursesTests
{
    [Theory, EveryDatabase]
    public async Task A_course_goes_from_draft_over_review_to_a_version(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var key = await CreateAsync(db, SampleCourse.With());

        Assert.Equal(DraftOutcome.Done, await MoveAsync(db, key, PublishAction.Submitted));
        Assert.Equal(DraftOutcome.Done, await MoveAsync(db, key, PublishAction.Returned));
        Assert.Equal(DraftOutcome.WrongStage, await MoveAsync(db, key, PublishAction.Returned));
        Assert.Equal(DraftOutcome.Done, await MoveAsync(db, key, PublishAction.Submitted));
        Assert.Equal(DraftOutcome.Done, await MoveAsync(db, key, PublishAction.Published));

        var row = Assert.Single(await db.UseAsync<Courses, List<CourseSummary>>(c => c.ListAsync()));
        Assert.Equal(("CTXH-01", Stage.Published, 1), (row.Code, row.Stage, row.LatestNumber));
        var version = await db.UseAsync<Courses, CourseVersion?>(c => c.VersionAsync(row.PublishedVersionKey!.Value));
        Assert.Equal(["l1", "l2", "l3"], version!.Content.Lessons.Select(l => l.Id));
        Assert.Equal("Nội dung **bài học**.", Assert.IsType<MarkdownLessonPart>(version.Content.Lessons.First().Parts[0]).Markdown);
        var history = await db.UseAsync<Courses, List<PublishLogEntry>>(c => c.HistoryAsync(key));
        Assert.Equal([PublishAction.Published, PublishAction.Submitted, PublishAction.Returned, PublishAction.Submitted], history.Select(h => h.Action));
    }

    [Theory, EveryDatabase]
    public async Task A_published_version_stays_as_it_was_when_the_draft_moves_on(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var key = await CreateAsync(db, SampleCourse.With(title: "Cũ"));
        await MoveAsync(db, key, PublishAction.Published);
        var draft = await db.UseAsync<Courses, CourseDraft?>(c => c.DraftAsync(key));

        var (outcome, _) = await db.UseAsync<Courses, (DraftOutcome, IReadOnlyList<CourseProblem>)>(c => c.SaveAsync(key, draft!.Revision, draft.Content with { Title = "Mới" }, null));
        Assert.Equal(DraftOutcome.Done, outcome);
        await MoveAsync(db, key, PublishAction.Published);

        var row = Assert.Single(await db.UseAsync<Courses, List<CourseSummary>>(c => c.ListAsync()));
        Assert.Equal(("Mới", 2), (row.Title, row.LatestNumber));
        Assert.Equal("Cũ", (await db.UseAsync<Courses, CourseVersion?>(c => c.VersionAsync(draft!.PublishedVersionKey!.Value)))!.Content.Title);
    }

    [Theory, EveryDatabase]
    public async Task Of_two_authors_the_second_is_told_that_the_draft_has_changed(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var key = await CreateAsync(db, SampleCourse.With());
        await db.UseAsync<Courses>(c => c.SaveAsync(key, 0, SampleCourse.With(title: "Của An"), null));

        var (outcome, _) = await db.UseAsync<Courses, (DraftOutcome, IReadOnlyList<CourseProblem>)>(c => c.SaveAsync(key, 0, SampleCourse.With(title: "Của Bình"), null));

        Assert.Equal(DraftOutcome.ChangedMeanwhile, outcome);
        Assert.Equal("Của An", (await db.UseAsync<Courses, CourseDraft?>(c => c.DraftAsync(key)))!.Content.Title);
    }

    [Theory, EveryDatabase]
    public async Task A_code_belongs_to_one_course(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        await CreateAsync(db, SampleCourse.With("A"));
        var other = await CreateAsync(db, SampleCourse.With("B"));

        var created = await db.UseAsync<Courses, (DraftOutcome Outcome, Guid, IReadOnlyList<CourseProblem> Problems)>(c => c.CreateAsync(null, SampleCourse.With("A"), null));
        var saved = await db.UseAsync<Courses, (DraftOutcome Outcome, IReadOnlyList<CourseProblem> Problems)>(c => c.SaveAsync(other, 0, SampleCourse.With("A"), null));

        Assert.Equal([new CourseProblem("Code", CourseProblemKind.CodeTaken)], created.Problems);
        Assert.Equal([new CourseProblem("Code", CourseProblemKind.CodeTaken)], saved.Problems);
        Assert.Equal(2, (await db.UseAsync<Courses, List<CourseSummary>>(c => c.ListAsync())).Count);
    }

    [Theory, EveryDatabase]
    public async Task A_course_is_not_published_while_it_names_a_file_that_does_not_exist(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var (_, file) = await db.UseAsync<MediaLibrary, (StoreOutcome, MediaFile?)>(m => m.StoreAsync("a.pdf", new MemoryStream("%PDF-1.7"u8.ToArray()), null, null));
        LessonContent Lesson(string id, string media) => SampleCourse.Lesson(id) with { Parts = [new FileLessonPart(media, "Tài liệu")] };
        var module = new ModuleContent { Id = "m", Title = "M", Lessons = [Lesson("l1", file!.Code.Value), Lesson("l2", "000000000000"), Lesson("l3", "không phải mã")] };
        var key = await CreateAsync(db, SampleCourse.With() with { Modules = [module] });

        var (outcome, problems) = await db.UseAsync<Courses, (DraftOutcome, IReadOnlyList<CourseProblem>)>(c => c.MoveAsync(key, PublishAction.Published, null, null));

        Assert.Equal(DraftOutcome.Invalid, outcome);
        Assert.Equal(["Modules[0].Lessons[1].Parts[0].Media", "Modules[0].Lessons[2].Parts[0].Media"], problems.Select(p => p.Field));
        Assert.All(problems, p => Assert.Equal(CourseProblemKind.UnknownMedia, p.Kind));
    }

    [Theory, EveryDatabase]
    public async Task A_version_is_read_from_the_database_once(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        var key = await CreateAsync(db, SampleCourse.With());
        await MoveAsync(db, key, PublishAction.Published);
        var version = (await db.UseAsync<Courses, CourseDraft?>(c => c.DraftAsync(key)))!.PublishedVersionKey!.Value;

        Assert.Equal(1, await QueryCounter.CountAsync(() => db.UseAsync<Courses>(c => c.VersionAsync(version))));
        Assert.Equal(0, await QueryCounter.CountAsync(() => db.UseAsync<Courses>(c => c.VersionAsync(version))));
    }

    [Fact]
    public async Task Decomposed_text_is_stored_composed()
    {
        await using var db = await TestDatabase.OpenAsync();
        var key = await CreateAsync(db, SampleCourse.With(title: "Tham vấn".Normalize(NormalizationForm.FormD)));
        Assert.Equal("Tham vấn", (await db.UseAsync<Courses, CourseDraft?>(c => c.DraftAsync(key)))!.Content.Title);
    }

    [Fact]
    public void The_problems_of_a_draft_say_where_they_are()
    {
        var lesson = SampleCourse.Lesson("l1");
        var course = SampleCourse.With() with
        {
            Code = " ", Hours = -1,
            Modules = [new ModuleContent { Id = "m", Title = "M", Lessons = [lesson, lesson with { Title = "" }] }, new ModuleContent { Id = new string('x', 41), Title = "N" }],
        };

        Assert.Equal(
        [
            new CourseProblem("Code", CourseProblemKind.Required),
            new CourseProblem("Hours", CourseProblemKind.OutOfRange),
            new CourseProblem("Modules[0].Lessons[1].Title", CourseProblemKind.Required),
            new CourseProblem("Modules[1].Id", CourseProblemKind.TooLong),
            new CourseProblem("Modules[0].Lessons[1].Id", CourseProblemKind.DuplicateId),
        ], CourseRules.ProblemsOfDraft(course));
    }

    [Fact]
    public void An_unfinished_course_may_be_kept_but_not_published()
    {
        var empty = SampleCourse.With() with { Modules = [] };
        var hollow = SampleCourse.With() with { Modules = [new ModuleContent { Id = "m", Title = "M", Lessons = [SampleCourse.Lesson("l") with { Parts = [] }] }, new ModuleContent { Id = "n", Title = "N" }] };
        var mute = SampleCourse.With() with { Modules = [new ModuleContent { Id = "m", Title = "M", Lessons = [SampleCourse.Lesson("l") with { Parts = [new ImageLessonPart("a", "", "")] }] }] };

        Assert.All([empty, hollow, mute], c => Assert.Empty(CourseRules.ProblemsOfDraft(c)));
        var files = new HashSet<string> { "a" };
        Assert.Equal([new CourseProblem("Modules", CourseProblemKind.NoModules)], CourseRules.ProblemsOfPublication(empty, files));
        Assert.Equal([new CourseProblem("Modules[1].Lessons", CourseProblemKind.NoLessons), new CourseProblem("Modules[0].Lessons[0].Parts", CourseProblemKind.NoParts)], CourseRules.ProblemsOfPublication(hollow, files));
        Assert.Equal([new CourseProblem("Modules[0].Lessons[0].Parts[0].Alt", CourseProblemKind.Required)], CourseRules.ProblemsOfPublication(mute, files));
    }

    private static async Task<Guid> CreateAsync(TestDatabase db, CourseContent content)
    {
        var (outcome, key, _) = await db.UseAsync<Courses, (DraftOutcome, Guid, IReadOnlyList<CourseProblem>)>(c => c.CreateAsync(null, content, null));
        Assert.Equal(DraftOutcome.Done, outcome);
        return key;
    }

    private static async Task<DraftOutcome> MoveAsync(TestDatabase db, Guid key, PublishAction action)
    {
        db.Clock.Advance(TimeSpan.FromMinutes(1));
        return (await db.UseAsync<Courses, (DraftOutcome Outcome, IReadOnlyList<CourseProblem>)>(c => c.MoveAsync(key, action, null, null))).Outcome;
    }
}
