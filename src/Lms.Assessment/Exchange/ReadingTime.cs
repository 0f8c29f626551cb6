namespace Lms.Assessment.Exchange;

/// <summary>
/// How long the reading of one file may take. A reader works on one thread from beginning to end, so its thread carries the
/// limit: a token handed through every step of seven readers would be most of what they say.
/// </summary>
internal static class ReadingTime
{
    /// <summary>Twenty megabytes of sound questions take a few seconds.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromSeconds(30);

    [ThreadStatic]
    private static CancellationToken limit;

    public static T Within<T>(TimeSpan most, Func<T> read, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(most);
        var outer = limit;
        limit = end.Token;
        try
        {
            return read();
        }
        finally
        {
            limit = outer;
        }
    }

    /// <summary>For whatever is done once for each question or text.</summary>
    /// <exception cref="OperationCanceledException">The time is over, or nobody waits for it any more.</exception>
    public static void Check() => limit.ThrowIfCancellationRequested();
}
