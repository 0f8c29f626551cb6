using System.Diagnostics;
using System.Net;

namespace Lms.Bench.Peak;

/// <summary>
/// One person's cookies over connections shared by all, as behind a reverse proxy. Redirects are followed by hand: each is
/// a request of its own and is measured as one.
/// </summary>
internal sealed class PeakClient(HttpMessageInvoker http, Uri site, PeakFigures figures)
{
    private readonly Dictionary<string, string> cookies = [];

    /// <returns>The body of the last answer and its path; null where that is no success.</returns>
    public async Task<(string Path, string Body)?> FollowAsync(Call call, HttpMethod method, string path, HttpContent? content = null)
    {
        for (var hops = 0; hops < 5; hops++)
        {
            using var answer = await SendAsync(call, method, path, content);
            if (answer is null) return null;
            if (answer.Headers.Location is { } next)
            {
                (method, content) = (HttpMethod.Get, null);
                path = next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString.Split('#')[0];
                continue;
            }

            if (answer.IsSuccessStatusCode) return (path, await answer.Content.ReadAsStringAsync());
            figures.Failed(call, $"{(int)answer.StatusCode} at {path}");
            return null;
        }

        figures.Failed(call, "too many redirects");
        return null;
    }

    /// <returns>True where the server acknowledged it.</returns>
    public async Task<bool> PutAsync(string path, string token, string seat, string json)
    {
        using var content = new StringContent(json, null, "application/json");
        using var answer = await SendAsync(Call.Save, HttpMethod.Put, path, content, ("RequestVerificationToken", token), ("X-Exam-Seat", seat));
        if (answer is { IsSuccessStatusCode: true }) return true;
        if (answer is not null) figures.Failed(Call.Save, $"{(int)answer.StatusCode}");
        return false;
    }

    /// <returns>After how long the server wants to be asked again, where it says.</returns>
    public async Task<TimeSpan?> PulseAsync(string path, string seat, string tag)
    {
        using var answer = await SendAsync(Call.Pulse, HttpMethod.Get, path, null, ("If-None-Match", $"\"{tag}\""), ("X-Exam-Seat", seat));
        if (answer is { IsSuccessStatusCode: false, StatusCode: not HttpStatusCode.NotModified }) figures.Failed(Call.Pulse, $"{(int)answer.StatusCode}");
        return answer?.Headers.TryGetValues("Pulse-After", out var after) == true && double.TryParse(after.First(), out var seconds) ? TimeSpan.FromSeconds(seconds) : null;
    }

    private async Task<HttpResponseMessage?> SendAsync(Call call, HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        var began = Stopwatch.GetTimestamp();
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(site, path)) { Content = content };
            string held;
            lock (cookies) held = string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}"));
            if (held.Length > 0) request.Headers.Add("Cookie", held);
            request.Headers.Add("Accept-Encoding", "br");
            foreach (var (name, value) in headers) request.Headers.Add(name, value);
            var answer = await http.SendAsync(request, CancellationToken.None);
            await answer.Content.LoadIntoBufferAsync();
            figures.Took(call, Stopwatch.GetElapsedTime(began));
            Keep(answer);
            return answer;
        }
        catch (HttpRequestException e)
        {
            figures.Failed(call, e.Message);
            return null;
        }
    }

    private void Keep(HttpResponseMessage answer)
    {
        if (!answer.Headers.TryGetValues("Set-Cookie", out var set)) return;
        lock (cookies)
        {
            foreach (var cookie in set)
            {
                var pair = cookie.Split(';', 2)[0].Split('=', 2);
                if (pair[1].Length == 0) cookies.Remove(pair[0]);
                else cookies[pair[0]] = pair[1];
            }
        }
    }
}
