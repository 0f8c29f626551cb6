using Lms.Data;

namespace Lms.Content.Courses;

public enum Direction { Up, Down }

/// <summary>
/// The outline of a course as an author rearranges it. Pure: each verb hands back a changed document, or the same one
/// where the id is unknown or there is nowhere to move to. New ids are random, so that the progress of trainees kept
/// under a deleted lesson is never taken for that of a later one.
/// </summary>
public static class CourseOutline
{
    extension(CourseContent course)
    {
        public CourseContent WithModule(string title, string summary = "") =>
            course with { Modules = [.. course.Modules, new ModuleContent { Id = PublicCode.New().Value, Title = title, Summary = summary }] };

        public CourseContent WithModuleChanged(string moduleId, Func<ModuleContent, ModuleContent> change) =>
            course with { Modules = [.. course.Modules.Select(m => m.Id == moduleId ? change(m) : m)] };

        public CourseContent WithoutModule(string moduleId) =>
            course with { Modules = [.. course.Modules.Where(m => m.Id != moduleId)] };

        public CourseContent WithModuleMoved(string moduleId, Direction direction) =>
            course with { Modules = course.Modules.Moved(m => m.Id == moduleId, direction) };

        public CourseContent WithLesson(string moduleId, string lessonId, string title, int minutes) =>
            course.WithModuleChanged(moduleId, m => m with { Lessons = [.. m.Lessons, new LessonContent { Id = lessonId, Title = title, Minutes = minutes }] });

        public CourseContent WithLessonChanged(string lessonId, Func<LessonContent, LessonContent> change) =>
            course with { Modules = [.. course.Modules.Select(m => m with { Lessons = [.. m.Lessons.Select(l => l.Id == lessonId ? change(l) : l)] })] };

        public CourseContent WithoutLesson(string lessonId) =>
            course with { Modules = [.. course.Modules.Select(m => m with { Lessons = [.. m.Lessons.Where(l => l.Id != lessonId)] })] };

        /// <summary>At the edge of its module a lesson moves on into the neighbouring one.</summary>
        public CourseContent WithLessonMoved(string lessonId, Direction direction)
        {
            var at = course.Modules.Index().FirstOrDefault(m => m.Item.Lessons.Any(l => l.Id == lessonId), (-1, null!)).Index;
            if (at < 0) return course;
            var lessons = course.Modules[at].Lessons;
            var inside = lessons.Moved(l => l.Id == lessonId, direction);
            if (!inside.SequenceEqual(lessons)) return course.WithModuleChanged(course.Modules[at].Id, m => m with { Lessons = inside });

            var neighbour = direction == Direction.Up ? at - 1 : at + 1;
            if (neighbour < 0 || neighbour >= course.Modules.Count) return course;
            var lesson = lessons.Single(l => l.Id == lessonId);
            return course.WithoutLesson(lessonId).WithModuleChanged(course.Modules[neighbour].Id,
                m => m with { Lessons = direction == Direction.Up ? [.. m.Lessons, lesson] : [lesson, .. m.Lessons] });
        }
    }

    private static List<T> Moved<T>(this IReadOnlyList<T> list, Predicate<T> which, Direction direction)
    {
        var moved = list.ToList();
        var from = moved.FindIndex(which);
        var to = direction == Direction.Up ? from - 1 : from + 1;
        if (from >= 0 && to >= 0 && to < moved.Count) (moved[from], moved[to]) = (moved[to], moved[from]);
        return moved;
    }
}
