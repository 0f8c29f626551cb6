namespace Lms.E2E.Infrastructure;

internal static class Arrival
{
    /// <summary>Waits for the page to be another one. Not for its load event, which may have come before anybody waited for it: what is done next waits for what it needs.</summary>
    public static Task ArriveAsync(this IPage page, Func<string, bool> at) =>
        page.WaitForURLAsync(at, new PageWaitForURLOptions { WaitUntil = WaitUntilState.Commit });
}
