using Lms.Content.Courses;

namespace Lms.UnitTests.Content;

public sealed class CourseOutlineTests
{
    private static readonly CourseContent Course = new()
    {
        Code = "QLTH", Title = "Quản lý trường hợp",
        Modules =
        [
            new() { Id = "m1", Title = "Một", Lessons = [Lesson("a"), Lesson("b")] },
            new() { Id = "m2", Title = "Hai", Lessons = [Lesson("c")] },
        ],
    };

    [Fact]
    public void A_lesson_moves_within_its_module() =>
        Assert.Equal(["b a", "c"], Shape(Course.WithLessonMoved("a", Direction.Down)));

    [Fact]
    public void At_the_edge_of_its_module_a_lesson_moves_into_the_neighbour()
    {
        Assert.Equal(["a", "b c"], Shape(Course.WithLessonMoved("b", Direction.Down)));
        Assert.Equal(["a b c", ""], Shape(Course.WithLessonMoved("c", Direction.Up)));
    }

    [Fact]
    public void Beyond_the_first_and_the_last_place_nothing_moves()
    {
        Assert.Equal(["a b", "c"], Shape(Course.WithLessonMoved("a", Direction.Up)));
        Assert.Equal(["a b", "c"], Shape(Course.WithLessonMoved("c", Direction.Down)));
        Assert.Equal(["m1", "m2"], Course.WithModuleMoved("m1", Direction.Up).Modules.Select(m => m.Id));
    }

    [Fact]
    public void A_module_moves_with_its_lessons() =>
        Assert.Equal(["c", "a b"], Shape(Course.WithModuleMoved("m2", Direction.Up)));

    [Fact]
    public void An_unknown_id_changes_nothing()
    {
        Assert.Equal(["a b", "c"], Shape(Course.WithLessonMoved("x", Direction.Up)));
        Assert.Equal(["a b", "c"], Shape(Course.WithoutLesson("x").WithoutModule("y")));
    }

    [Fact]
    public void A_lesson_is_added_at_the_end_of_its_module_and_taken_out_again()
    {
        var longer = Course.WithLesson("m1", "d", "Bài mới", 20);
        Assert.Equal(["a b d", "c"], Shape(longer));
        Assert.Equal(20, longer.Lessons.Single(l => l.Id == "d").Minutes);
        Assert.Equal(["a b", "c"], Shape(longer.WithoutLesson("d")));
    }

    [Fact]
    public void A_deleted_and_newly_added_module_never_share_an_id()
    {
        var ids = Enumerable.Range(0, 50).Aggregate(Course, (c, _) => c.WithModule("Mới")).Modules.Select(m => m.Id).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
    }

    private static LessonContent Lesson(string id) => new() { Id = id, Title = id.ToUpperInvariant() };

    private static IEnumerable<string> Shape(CourseContent course) => course.Modules.Select(m => string.Join(' ', m.Lessons.Select(l => l.Id)));
}
