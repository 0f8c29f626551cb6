namespace Lms.Web.Features.Exams.Sitting;

using System.Globalization;
using Lms.Assessment.Attempts;
using Microsoft.AspNetCore.Mvc;

/// <summary>From which page a request comes, and from where in the network.</summary>
internal static class ExamSeat
{
    public const string Field = "seat";
    /// <summary>Of which timed section a page of answers is.</summary>
    public const string SectionField = "section";
    public const string Header = "X-Exam-Seat";

    /// <summary>The script sends a header, a form its field; null where neither does.</summary>
    public static int? Of(HttpRequest request) =>
        int.TryParse(request.Headers[Header].FirstOrDefault() ?? (request.HasFormContentType ? request.Form[Field].FirstOrDefault() : null), NumberStyles.None, CultureInfo.InvariantCulture, out var seat) ? seat : null;

    /// <summary>The page still shows a section that is over: what it sends is not of the questions that may be answered now.</summary>
    public static bool IsOfEarlierSection(HttpRequest request, AttemptView attempt) =>
        request.HasFormContentType && attempt.Timed is { } timed && int.TryParse(request.Form[SectionField], NumberStyles.None, CultureInfo.InvariantCulture, out var section) && section != timed.Number;

    public static string? AddressOf(HttpContext context) => context.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString() : null;

    /// <summary>No questions are shown while the clock stands. The page asks again by itself, without any script.</summary>
    public static ViewResult Paused(this Controller controller, AttemptView attempt)
    {
        controller.Response.Headers["Refresh"] = "15";
        return controller.View("Paused", attempt);
    }
}
