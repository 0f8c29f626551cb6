namespace Lms.Web.Features.Exams.Sitting;

/// <summary>
/// How soon an exam page may ask for news again. A room of thirty hears within seconds; where thousands sit, asking must not
/// cost more than answering, and every saved answer brings the news along anyway. Each node looks at what it is asked itself.
/// </summary>
public sealed class PulsePace(TimeProvider clock)
{
    private const int MostPerSecond = 50;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(17), Latest = TimeSpan.FromMinutes(3);
    private readonly Lock counting = new();
    private DateTimeOffset since = clock.GetUtcNow();
    private int asked;
    private TimeSpan pace = Soonest;

    /// <summary>Counts one question.</summary>
    public TimeSpan Next()
    {
        lock (counting)
        {
            var passed = clock.GetUtcNow() - since;
            // So many ask at this pace: at which would they ask as often as they may?
            if (passed >= Window)
            {
                pace = Between(Soonest, pace * (asked / passed.TotalSeconds / MostPerSecond), Latest);
                (since, asked) = (clock.GetUtcNow(), 0);
            }

            asked++;
            return pace;
        }
    }

    private static TimeSpan Between(TimeSpan least, TimeSpan value, TimeSpan most) => value < least ? least : value > most ? most : value;
}
