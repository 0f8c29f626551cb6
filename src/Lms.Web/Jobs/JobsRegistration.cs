using Lms.Data;
using Lms.Web.Platform;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;
using Quartz;

namespace Lms.Web.Jobs;

internal static class JobsRegistration
{
    /// <summary>Every job and how often it runs: the whole of it, in one place.</summary>
    private static void Schedule(IQuartzBuilder quartz)
    {
        Every<CloseOverdueAttempts>(quartz, TimeSpan.FromSeconds(15));
        Every<SendMail>(quartz, TimeSpan.FromSeconds(20));
        Every<TellEmployers>(quartz, TimeSpan.FromSeconds(30));
        Every<IssueDecisions>(quartz, TimeSpan.FromSeconds(5));
        Every<RemindOfRenewal>(quartz, TimeSpan.FromHours(6));
        Every<RotateSigningKeys>(quartz, TimeSpan.FromHours(12));
    }

    /// <summary>
    /// Quartz over our own database, so that two nodes share one schedule and a job runs on one of them at a time.
    /// <c>Jobs:Enabled</c> = false makes a node that only answers requests. The tables (QRTZ_…) are Quartz's own and it
    /// creates them itself (Quartz.NET is Apache-2.0): its columns change with its versions, not with our model.
    /// </summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, DatabaseChoice database, IConfiguration configuration)
    {
        services.AddHostedService<FlushVerificationCounts>();
        if (!configuration.GetValue("Jobs:Enabled", true)) return services;
        services.AddQuartz(quartz =>
        {
            quartz.ConfigureScheduler(o =>
            {
                o.InstanceName = "Lms";
                o.GenerateInstanceId = true;
            });
            quartz.UseDefaultThreadPool(2);
            quartz.UsePersistentStore(store =>
            {
                store.ProvisionSchema();
                Connect(store, database);
            });
            Schedule(quartz);
        });
        services.AddQuartzHostedService(o =>
        {
            o.AwaitApplicationStarted = true; // the first page does not wait for the first job
            o.WaitForJobsToComplete = true;   // a stop lets a running job finish its unit of work
        });
        services.AddHealthChecks().AddQuartz(o => o.Tags.Add(Health.Ready));
        return services;
    }

    /// <summary>For the command "migrate": the nodes that serve later may not be allowed to create tables.</summary>
    public static async Task PrepareStoreAsync(IServiceProvider services, CancellationToken ct)
    {
        if (services.GetService<ISchedulerFactory>() is not { } factory) return;
        var scheduler = await factory.GetScheduler(ct);
        await scheduler.Shutdown(waitForJobsToComplete: false, ct);
    }

    private static void Every<TJob>(IQuartzBuilder quartz, TimeSpan interval) where TJob : class, IJob =>
        quartz.ScheduleJob<TJob>(trigger => trigger.WithIdentity(typeof(TJob).Name).WithSimpleSchedule(interval));

    private static void Connect(IPersistentStoreBuilder store, DatabaseChoice database)
    {
        switch (database.Provider)
        {
            case DatabaseProvider.Sqlite: // one file, one node
                store.UseSqlite(SqliteFactory.Instance, database.ConnectionString);
                break;
            case DatabaseProvider.Postgres:
                store.UsePostgres(NpgsqlFactory.Instance, database.ConnectionString);
                store.UseClustering(_ => { });
                break;
            case DatabaseProvider.SqlServer:
                store.UseSqlServer(SqlClientFactory.Instance, database.ConnectionString);
                store.UseClustering(_ => { });
                break;
        }
    }
}
