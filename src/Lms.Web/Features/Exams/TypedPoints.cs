using System.Globalization;
using Lms.Assessment.Scoring;

namespace Lms.Web.Features.Exams;

/// <summary>Points as people type them, with a comma or a dot.</summary>
internal static class TypedPoints
{
    /// <summary>Null for what is no number, is negative or exceeds <paramref name="most"/>.</summary>
    public static Points? Read(string? typed, decimal most) =>
        decimal.TryParse(typed?.Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var points) && points <= most ? Points.Of(points) : null;
}
