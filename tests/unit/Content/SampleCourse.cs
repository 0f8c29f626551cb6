using Lms.Content.Courses;

namespace Lms.UnitTests.Content;

/// <summary>A small publishable course; a test changes what it is about.</summary>
internal static class SampleCourse
{
    public static CourseContent With(string code = "CTXH-01", string title = "Nhập môn công tác xã hội", int hours = 24, params string[] lessons) => new()
    {
        Code = code, Title = title, TitleEn = "Introduction to social work", Hours = hours,
        Modules = [new ModuleContent { Id = "m1", Title = "Học phần 1", Lessons = [.. (lessons.Length == 0 ? ["l1", "l2", "l3"] : lessons).Select(Lesson)] }],
    };

    public static LessonContent Lesson(string id) => new() { Id = id, Title = $"Bài {id}", Minutes = 30, Parts = [new MarkdownLessonPart("Nội dung **bài học**.")] };
}
