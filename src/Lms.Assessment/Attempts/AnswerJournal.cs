using System.Threading.Channels;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Assessment.Attempts;

/// <summary>
/// Commits the single answers of many sitters together. A commit waits for the disk, and SQLite writes one at a time: when
/// thousands answer at once, those that come while one commit is under way share the next. Each is acknowledged after
/// that commit, so nothing is promised sooner than before. Nothing waits on purpose: a lone answer is committed alone.
/// Public because a face's constructor names it.
/// </summary>
public sealed class AnswerJournal(IServiceScopeFactory scopes) : IAsyncDisposable
{
    /// <summary>Bounds how long the first of a batch waits for the last.</summary>
    private const int MostTogether = 256;
    private readonly Channel<Entry> waiting = Channel.CreateUnbounded<Entry>(new() { SingleReader = true });
    private readonly Lock starting = new();
    private Task? writing;

    /// <summary>SQL Server has no ON CONFLICT; there every answer commits for itself.</summary>
    internal static bool Serves(LmsDb db) => !db.Database.IsSqlServer();

    /// <returns>True once it is committed; false where its number in the log was taken.</returns>
    internal Task<bool> AppendAsync(Answer step)
    {
        lock (starting) writing ??= Task.Run(WriteAllAsync);
        var entry = new Entry(step);
        return waiting.Writer.TryWrite(entry) ? entry.Done.Task : throw new ObjectDisposedException(nameof(AnswerJournal));
    }

    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        if (writing is { } last) await last;
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Entry>(MostTogether);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostTogether && waiting.Reader.TryRead(out var entry)) batch.Add(entry);
            // Two nodes that write for the same attempts do so in the same order, or they could wait for each other.
            batch.Sort((a, b) => a.Step.AttemptKey.CompareTo(b.Step.AttemptKey));
            await WriteAsync(batch);
            batch.Clear();
        }
    }

    private async Task WriteAsync(List<Entry> batch)
    {
        var taken = new bool[batch.Count];
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
            await using (var unit = await db.BeginUnitAsync())
            {
                await using var insert = new AnswerInsert(db);
                for (var i = 0; i < batch.Count; i++) taken[i] = !await insert.RunAsync(batch[i].Step);
                await unit.CommitAsync();
            }
        }
        catch (Exception e)
        {
            // Whoever waits is told; the next batch starts on a connection of its own.
            foreach (var entry in batch) entry.Done.SetException(e);
            return;
        }

        for (var i = 0; i < batch.Count; i++) batch[i].Done.SetResult(!taken[i]);
    }

    private sealed record Entry(Answer Step)
    {
        // Continuing on the writer would make it work for its customers.
        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
