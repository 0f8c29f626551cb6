using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lms.UnitTests.Infrastructure.Web;

/// <summary>Counts what a whole site sends to its database: its requests do not run in the test's own context.</summary>
public sealed class SentStatements : DbCommandInterceptor
{
    private int count;

    /// <summary>How many statements a request costs once caches are warm: <paramref name="request"/> is made twice.</summary>
    public async Task<int> OfAsync(Func<Task> request)
    {
        await request();
        var before = count;
        await request();
        return count - before;
    }

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result)
    {
        Interlocked.Increment(ref count);
        return result;
    }
}
