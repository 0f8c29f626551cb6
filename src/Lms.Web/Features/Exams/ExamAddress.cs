namespace Lms.Web.Features.Exams;

using Lms.Data;

/// <summary>Where redirects lead; by path, because two features may have controllers of one name.</summary>
internal static class ExamAddress
{
    public static string Exam(PublicCode exam) => $"~/exams/{exam}";
    public static string Attempt(PublicCode attempt) => $"~/attempts/{attempt}";
    public static string Feedback(PublicCode attempt, int page) => $"~/attempts/{attempt}/page/{page}/feedback";
    public static string Submission(PublicCode attempt) => $"~/attempts/{attempt}/submission";
    public static string Review(PublicCode attempt) => $"~/attempts/{attempt}/review";
}
