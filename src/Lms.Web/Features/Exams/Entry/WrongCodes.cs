namespace Lms.Web.Features.Exams.Entry;

using Lms.Data;
using Microsoft.Extensions.Caching.Memory;

/// <summary>
/// How often somebody has typed a wrong access code of an exam: after ten she waits. Counted for the person and not for the
/// address, since a whole room comes from one. Each node counts for itself, like the other limits.
/// </summary>
public sealed class WrongCodes(TimeProvider clock) : IDisposable
{
    public const int Most = 10, WaitMinutes = 10;
    private readonly MemoryCache counts = new(new MemoryCacheOptions { SizeLimit = 100_000 });

    public bool MayTry(Guid person, PublicCode exam) => !counts.TryGetValue((person, exam), out Count? count) || count!.Until <= Now || Volatile.Read(ref count.Tries) < Most;

    public void Missed(Guid person, PublicCode exam)
    {
        var count = counts.TryGetValue((person, exam), out Count? found) && found!.Until > Now ? found
            : counts.Set((person, exam), new Count { Until = Now.AddMinutes(WaitMinutes) }, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(2 * WaitMinutes) });
        Interlocked.Increment(ref count.Tries);
    }

    public void Dispose() => counts.Dispose();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private sealed class Count
    {
        public int Tries;
        public DateTime Until;
    }
}
