namespace Lms.Web.Features.Learning.Lessons;

using Lms.Training.Progress;
using Lms.Web.Features.Media;

public sealed record LessonModel(MyLesson Mine, LessonFiles Files)
{
    public int DoneInModule => Mine.Module.Lessons.Count(l => Mine.LessonsDone.Contains(l.Id));
}
