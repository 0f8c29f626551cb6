using Lms.Certificates.Employers;

namespace Lms.Web.Api.Webhooks;

/// <summary>Notices what has changed, then tells it. Any number of nodes may run this at once, see <see cref="WebhookQueue"/>.</summary>
internal sealed class WebhookDispatch(WebhookQueue queue, WebhookSender sender)
{
    /// <summary>Together they may take less time than a claim lasts, even where nobody answers.</summary>
    private const int Most = 10;

    /// <returns>How many were delivered.</returns>
    public async Task<int> RunAsync(CancellationToken ct = default)
    {
        await queue.NoteChangesAsync(ct);
        var delivered = 0;
        foreach (var due in await queue.TakeDueAsync(Most, ct))
        {
            var problem = await sender.SendAsync(due, ct);
            // What the receiver has accepted is noted even while the site shuts down.
            await queue.NoteAsync(due.Key, problem, CancellationToken.None);
            if (problem is null) delivered++;
        }

        return delivered;
    }
}
