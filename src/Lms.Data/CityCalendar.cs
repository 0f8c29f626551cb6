namespace Lms.Data;

/// <summary>
/// Instants are UTC everywhere, but a class begins and a certificate is dated by the calendar on the office wall:
/// 06:00 on 1 January in the city belongs to the new year, though in UTC it is still the old one.
/// </summary>
public static class CityCalendar
{
    private static readonly TimeZoneInfo City = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh");

    public static DateOnly DateAt(DateTime utc) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), City));

    /// <summary>The first instant of a day.</summary>
    /// <returns>UTC.</returns>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), City);
}
