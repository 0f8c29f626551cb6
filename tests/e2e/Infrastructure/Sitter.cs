using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Lms.E2E.Infrastructure;

/// <summary>Somebody signed in with a browser's habits: cookies, antiforgery, one request after the other.</summary>
public sealed partial class Sitter(string address, string staffCode) : IDisposable
{
    private const string Password = "ctxh-demo-2026";
    private readonly HttpClient http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer() }) { BaseAddress = new Uri(address) };
    private readonly List<(int Slot, string Type, string[] Options)> slots = [];
    private readonly Dictionary<int, List<string>> mayBeSaved = [];
    private readonly List<(int, string)> acknowledged = [];
    private string token = "";

    /// <summary>For each slot the answer acknowledged last and those sent after it: one of them is what the server must hold.</summary>
    public IReadOnlyDictionary<int, List<string>> MayBeSaved => mayBeSaved;

    /// <summary>What the server has confirmed, in that order.</summary>
    public IReadOnlyList<(int Slot, string Value)> Acknowledged => acknowledged;

    public string Attempt { get; private set; } = "";

    public async Task SignInAsync()
    {
        token = Token(await http.GetStringAsync("/sign-in"));
        using var answer = await PostAsync("/sign-in", new() { ["Who"] = staffCode, ["Password"] = Password });
        if (answer.RequestMessage!.RequestUri!.AbsolutePath.StartsWith("/sign-in", StringComparison.Ordinal))
            throw new InvalidOperationException($"{staffCode} could not sign in.");
    }

    public async Task<bool> DashboardAsync()
    {
        using var answer = await http.GetAsync("/my");
        return answer.IsSuccessStatusCode;
    }

    /// <summary>The first group of the first match on a page.</summary>
    public async Task<string> FindAsync(string path, string pattern) =>
        Regex.Match(await http.GetStringAsync(path), pattern) is { Success: true } found
            ? found.Groups[1].Value : throw new InvalidOperationException($"{path} does not hold {pattern}.");

    /// <summary>Starts (or resumes) the attempt of an exam and reads the questions off its pages.</summary>
    public async Task StartAsync(string examCode)
    {
        token = Token(await http.GetStringAsync($"/exams/{examCode}"));
        using var answer = await PostAsync($"/exams/{examCode}/attempts", []);
        var html = await answer.Content.ReadAsStringAsync();
        Attempt = AttemptAddress().Match(answer.RequestMessage!.RequestUri!.AbsolutePath).Groups[1].Value;
        if (Attempt.Length == 0) throw new InvalidOperationException($"{staffCode} could not start: {answer.StatusCode} at {answer.RequestMessage.RequestUri}.");
        token = Token(html);
        for (var page = 2; ReadSlots(html); page++) html = await http.GetStringAsync($"/attempts/{Attempt}?page={page}");
    }

    /// <summary>One answer by the exam page's own call; true where the server acknowledged it.</summary>
    public async Task<bool> AnswerAsync(int turn)
    {
        var (slot, type, options) = slots[turn % slots.Count];
        var round = turn / slots.Count;
        var value = type == "shortText" ? $"câu trả lời {round}" : options[round % options.Length];
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/attempts/{Attempt}/answers/{slot}")
        {
            Content = type == "shortText" ? JsonContent.Create(new { text = value }) : JsonContent.Create(new { choice = new[] { value } }),
        };
        request.Headers.Add("RequestVerificationToken", token);
        if (!mayBeSaved.TryGetValue(slot, out var possible)) mayBeSaved[slot] = possible = [""];
        possible.Add(value);
        using var answer = await http.SendAsync(request);
        if (!answer.IsSuccessStatusCode) return false;
        mayBeSaved[slot] = [value];
        acknowledged.Add((slot, value));
        return true;
    }

    /// <summary>What the pages of the attempt show as answered, by slot.</summary>
    public async Task<IReadOnlyDictionary<int, string>> ReadBackAsync()
    {
        var given = new Dictionary<int, string>();
        for (int page = 1, before = -1; before < given.Count; page++)
        {
            before = given.Count;
            foreach (Match field in Fieldset().Matches(await http.GetStringAsync($"/attempts/{Attempt}?page={page}")))
                given[int.Parse(field.Groups[1].Value, CultureInfo.InvariantCulture)] = WebUtility.HtmlDecode(Given().Match(field.Groups[3].Value).Groups[1].Value);
        }

        return given;
    }

    public void Dispose() => http.Dispose();

    /// <returns>False where the page brought nothing new: it lies behind the last one.</returns>
    private bool ReadSlots(string html)
    {
        var before = slots.Count;
        foreach (Match field in Fieldset().Matches(html))
        {
            var slot = int.Parse(field.Groups[1].Value, CultureInfo.InvariantCulture);
            if (slots.All(s => s.Slot != slot))
                slots.Add((slot, field.Groups[2].Value, [.. OptionValue().Matches(field.Groups[3].Value).Select(m => m.Groups[1].Value)]));
        }

        return slots.Count > before;
    }

    private async Task<HttpResponseMessage> PostAsync(string path, Dictionary<string, string> fields)
    {
        fields["__RequestVerificationToken"] = token;
        return await http.PostAsync(path, new FormUrlEncodedContent(fields));
    }

    private static string Token(string html) => WebUtility.HtmlDecode(TokenField().Match(html).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("^/attempts/([0-9a-z]+)")]
    private static partial Regex AttemptAddress();

    [GeneratedRegex("<fieldset[^>]*data-slot=\"(\\d+)\"[^>]*data-type=\"(\\w+)\"[^>]*>(.*?)</fieldset>", RegexOptions.Singleline)]
    private static partial Regex Fieldset();

    [GeneratedRegex("<input(?=[^>]*(?:type=\"text\"|checked))[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Given();

    [GeneratedRegex("<input[^>]*type=\"(?:radio|checkbox)\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex OptionValue();
}
