namespace Lms.Certificates;

/// <summary>
/// Instants are UTC everywhere else, but a certificate is dated and expires by the calendar on the office wall:
/// one issued at 06:00 on 1 January in the city belongs to the new year, though in UTC it is still the old one.
/// </summary>
internal static class CityCalendar
{
    private static readonly TimeZoneInfo City = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateOnly DateAt(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), City));
}
