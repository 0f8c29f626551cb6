using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.Data;

/// <summary>
/// Commits the small writes of many requests together. A commit waits for the disk, and SQLite writes one at a time: when
/// thousands write at once, those that come while one commit is under way share the next. Each is told after that commit,
/// so nothing is promised sooner than otherwise. Nothing waits on purpose: a lone write is committed alone (ADR 0010).
/// </summary>
public sealed class SharedCommit(IServiceScopeFactory scopes) : IAsyncDisposable
{
    /// <summary>Bounds how long the first of a batch waits for the last.</summary>
    private const int MostTogether = 256;
    private readonly Channel<Write> waiting = Channel.CreateUnbounded<Write>(new() { SingleReader = true });
    private readonly Lock starting = new();
    private Task? writing;

    /// <summary>Completes once it is committed.</summary>
    /// <param name="row">What is written to. Batches are in its order, so that two nodes cannot wait for each other.</param>
    /// <param name="work">
    /// Short, and on the given context only. Where it fails it fails alone, and it may run a second time after the first was
    /// undone: a batch that does not commit is written one by one.
    /// </param>
    /// <exception cref="ObjectDisposedException">The site is shutting down: nothing was written.</exception>
    public Task<bool> RunAsync(Guid row, Func<LmsDb, Task<bool>> work)
    {
        lock (starting) writing ??= Start();
        var write = new Write(row, work);
        return waiting.Writer.TryWrite(write) ? write.Done.Task : throw new ObjectDisposedException(nameof(SharedCommit));
    }

    /// <summary>What was given to it before is still written.</summary>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        if (writing is { } last) await last;
    }

    /// <summary>It outlives the request that started it, so it takes nothing of that request along: no trace, no culture, no user.</summary>
    private Task Start()
    {
        using var _ = ExecutionContext.SuppressFlow();
        return Task.Run(WriteAllAsync);
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Write>(MostTogether);
        while (await waiting.Reader.WaitToReadAsync())
        {
            while (batch.Count < MostTogether && waiting.Reader.TryRead(out var write)) batch.Add(write);
            batch.Sort((a, b) => a.Row.CompareTo(b.Row));
            if (await CommitAsync(batch) is { } failure)
            {
                if (batch.Count == 1) batch[0].Done.SetException(failure);
                else foreach (var write in batch) if (await CommitAsync([write]) is { } own) write.Done.SetException(own);
            }

            batch.Clear();
        }
    }

    /// <returns>Why nothing of it was committed; null where all of it was, and all have been told.</returns>
    private async Task<Exception?> CommitAsync(List<Write> batch)
    {
        var results = new bool[batch.Count];
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
            await using var unit = await db.BeginUnitAsync();
            for (var i = 0; i < results.Length; i++) results[i] = await batch[i].Work(db);
            await unit.CommitAsync();
        }
        catch (Exception e)
        {
            return e;
        }

        for (var i = 0; i < results.Length; i++) batch[i].Done.SetResult(results[i]);
        return null;
    }

    private sealed record Write(Guid Row, Func<LmsDb, Task<bool>> Work)
    {
        // Continuing on the writer would make it work for its customers.
        public TaskCompletionSource<bool> Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
