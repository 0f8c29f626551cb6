namespace Lms.UnitTests.Infrastructure;

/// <summary>A clock that stands still until the test moves it. It starts on Monday 2 March 2026, 08:00 in Ho Chi Minh City.</summary>
public sealed class TestClock : TimeProvider
{
    private DateTimeOffset now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public DateTime Now => now.UtcDateTime;
    public override DateTimeOffset GetUtcNow() => now;
    public void Advance(TimeSpan by) => now += by;
    public void MoveTo(DateTime utc) => now = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
