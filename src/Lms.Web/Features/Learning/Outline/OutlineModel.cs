namespace Lms.Web.Features.Learning.Outline;

using Lms.Content.Courses;
using Lms.Training.Classes;
using Lms.Training.Progress;
using Lms.Web.Features.Exams;

/// <param name="Sittings">Null where the class has no exam.</param>
public sealed record OutlineModel(MyCourse Mine, Sittings? Sittings, NextStep Step, DateTime Now)
{
    public MyClass Class => Mine.Class;
    public CourseContent Content => Mine.Course.Content;
    /// <summary>Before the first day the outline may be read, the lessons not.</summary>
    public bool LessonsOpen => Class.State is ClassState.Running or ClassState.Finished;
    public bool IsDone(LessonContent lesson) => Mine.LessonsDone.Contains(lesson.Id);
    public int MinutesOf(ModuleContent module) => module.Lessons.Sum(l => l.Minutes);
}
