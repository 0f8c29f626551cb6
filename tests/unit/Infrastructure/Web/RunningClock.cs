namespace Lms.UnitTests.Infrastructure.Web;

/// <summary>
/// Runs like the real clock, and ahead of it by what the test adds. A clock that stands still would disagree with the
/// parts of ASP.NET Core that ask the machine (lockouts, one-time codes, cookies).
/// </summary>
public sealed class RunningClock : TimeProvider
{
    private TimeSpan ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;
    public void Advance(TimeSpan by) => ahead += by;
}
