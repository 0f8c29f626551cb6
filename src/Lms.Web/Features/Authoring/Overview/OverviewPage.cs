using Lms.Assessment.Papers;
using Lms.Assessment.Questions;
using Lms.Assessment.Standards;
using Lms.Content.Courses;
using Lms.Publishing;

namespace Lms.Web.Features.Authoring.Overview;

public sealed record OverviewPage(IReadOnlyList<CourseSummary> Courses, IReadOnlyList<BankSummary> Banks, IReadOnlyList<PaperSummary> Papers, IReadOnlyList<StudyToJudge> ToJudge, bool MayReview)
{
    private const int Newest = 5;

    public IEnumerable<CourseSummary> LatestCourses => Courses.OrderByDescending(c => c.ChangedAt).Take(Newest);
    public IEnumerable<CourseSummary> CoursesInReview => Courses.Where(c => c.Stage == Stage.InReview);
    public IEnumerable<BankSummary> BanksInReview => Banks.Where(b => b.InReview > 0);
    public IEnumerable<PaperSummary> PapersInReview => Papers.Where(p => p.Stage == Stage.InReview);
    public IEnumerable<CourseSummary> CoursesReturned => Courses.Where(c => c.Stage == Stage.Returned);
    public IEnumerable<PaperSummary> PapersReturned => Papers.Where(p => p.Stage == Stage.Returned);
    public bool NothingWaits => !CoursesInReview.Any() && !BanksInReview.Any() && !PapersInReview.Any();
    public bool NothingReturned => !CoursesReturned.Any() && !PapersReturned.Any();
}
