namespace Lms.Web.Seeds;

/// <summary>The clock of a scenario: ten years of classes pass while it is moved from event to event.</summary>
public sealed class ScenarioClock : TimeProvider
{
    private DateTimeOffset now = TimeProvider.System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => now;

    public void MoveTo(DateTime utc) => now = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
}
