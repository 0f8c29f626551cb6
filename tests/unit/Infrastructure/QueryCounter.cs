using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lms.UnitTests.Infrastructure;

/// <summary>Counts the statements of the calling test only: the count flows with its async context.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    public static readonly QueryCounter Shared = new();
    private static readonly AsyncLocal<StrongBox?> Current = new();

    /// <summary>How many statements <paramref name="work"/> sent to the database.</summary>
    public static async Task<int> CountAsync(Func<Task> work)
    {
        var box = new StrongBox();
        Current.Value = box;
        try { await work(); }
        finally { Current.Value = null; }
        return box.Count;
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        if (Current.Value is { } box) Interlocked.Increment(ref box.Count);
        return result;
    }

    private sealed class StrongBox { public int Count; }
}
