namespace Lms.Web.Features.Exams;

using System.Globalization;
using Lms.Assessment.Papers;
using Lms.Assessment.Scoring;

/// <summary>The list of a person's attempts; a score stands in it only where the paper's policy lets it be seen now.</summary>
public sealed record SittingsList(Sittings Sittings, DateTime Now)
{
    public bool ShowsScore => Sittings.Exam.Review.At(Now, Sittings.Exam.ClosesAt).HasFlag(ReviewDetail.Score);
}

public static class PointsText
{
    extension(Points points)
    {
        /// <summary>With the decimal comma of Vietnamese or the point of English.</summary>
        public string Text => points.Value.ToString("0.##", CultureInfo.CurrentCulture);
    }
}
