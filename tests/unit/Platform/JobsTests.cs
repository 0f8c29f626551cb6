using System.Net;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace Lms.UnitTests.Platform;

public sealed class JobsTests
{
    [Theory, EveryDatabase]
    public async Task Two_starts_on_one_database_leave_one_schedule(DatabaseProvider provider)
    {
        await using var database = await EmptyDatabase.CreateAsync(provider);
        await using (var first = new SiteNode(database, ("Jobs:Enabled", "true"))) await RunsAsync(first);
        await using var second = new SiteNode(database, ("Jobs:Enabled", "true"));
        var scheduler = await RunsAsync(second);
        foreach (var job in new[] { "CloseOverdueAttempts", "SendMail" })
        {
            var trigger = await scheduler.GetTrigger(new TriggerKey(job));
            Assert.NotNull(trigger);
            Assert.InRange(trigger.NextFireTimeUtc!.Value, DateTimeOffset.UtcNow.AddMinutes(-1), DateTimeOffset.UtcNow.AddMinutes(1));
        }
    }

    [Fact]
    public async Task A_node_without_jobs_has_no_scheduler_and_is_ready()
    {
        await using var database = await EmptyDatabase.CreateAsync(DatabaseProvider.Sqlite);
        await using var site = new SiteNode(database);
        Assert.Equal(HttpStatusCode.OK, (await site.CreateClient().GetAsync("/health/ready")).StatusCode);
        Assert.Null(site.Services.GetService<ISchedulerFactory>());
    }

    private static async Task<IScheduler> RunsAsync(SiteNode site)
    {
        var client = site.CreateClient();
        for (var patience = 0; patience < 100; patience++, await Task.Delay(100))
            if ((await client.GetAsync("/health/ready")).StatusCode == HttpStatusCode.OK) break;
        var scheduler = await site.Services.GetRequiredService<ISchedulerFactory>().GetScheduler();
        Assert.Equal(SchedulerStatus.Running, scheduler.Status);
        return scheduler;
    }
}
