using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Lms.Bench.Peak;

/// <summary>
/// One candidate with a browser's habits: signs in, opens the exam, starts with all the others, thinks, has each answer
/// saved as it is given, turns the pages by their form, fetches each picture once, looks over it all and hands in.
/// </summary>
internal sealed partial class PeakSitter(PeakClient client, PeakPlan plan, string staffCode, int seed)
{
    private const string Password = "ctxh-demo-2026";
    private readonly Random random = new(seed);
    private readonly HashSet<string> pictures = [];
    private string token = "", seat = "", tag = "";

    public string Attempt { get; private set; } = "";
    /// <summary>By slot, as it is stored: what the server has confirmed last.</summary>
    public Dictionary<int, string> Acknowledged { get; } = [];
    public bool HandedIn { get; private set; }

    public async Task<bool> SignInAsync()
    {
        if (await client.FollowAsync(Call.SignIn, HttpMethod.Get, "/sign-in") is not { } form) return false;
        TakeToken(form.Body);
        return await client.FollowAsync(Call.SignIn, HttpMethod.Post, "/sign-in", Form([("Who", staffCode), ("Password", Password)])) is { Path: "/my" };
    }

    /// <summary>She stands at the door: the rules are read, the clock is not running.</summary>
    public async Task<bool> ReadRulesAsync(string exam)
    {
        if (await client.FollowAsync(Call.Entry, HttpMethod.Get, $"/exams/{exam}") is not { } rules) return false;
        TakeToken(rules.Body);
        return true;
    }

    public async Task SitAsync(string exam)
    {
        await Task.Delay(plan.StartAfter(random));
        if (await client.FollowAsync(Call.Start, HttpMethod.Post, $"/exams/{exam}/attempts", Form([])) is not { } first) return;
        Attempt = AttemptAddress().Match(first.Path).Groups[1].Value;
        TakePage(first.Body);
        using var sitting = new CancellationTokenSource();
        var listening = ListenAsync(sitting.Token);
        var html = first.Body;
        for (var page = 1; page <= PeakPlan.Pages && html is not null; page++) html = await WorkOnAsync(page, html);
        await sitting.CancelAsync();
        await listening;
        if (html is null) return;
        TakeToken(html);
        HandedIn = await client.FollowAsync(Call.HandIn, HttpMethod.Post, $"/attempts/{Attempt}/submission", Form([])) is { };
    }

    /// <returns>The next page; null where it did not come.</returns>
    private async Task<string?> WorkOnAsync(int page, string html)
    {
        TakePage(html);
        foreach (var picture in Picture().Matches(html).Select(m => m.Groups[1].Value).Where(pictures.Add))
            await client.FollowAsync(Call.Picture, HttpMethod.Get, picture);

        var fields = new List<(string, string)>();
        var questions = Fieldset().Matches(html);
        foreach (Match question in questions)
        {
            await Task.Delay(plan.Think(random) / questions.Count);
            var slot = int.Parse(question.Groups[1].Value, CultureInfo.InvariantCulture);
            var (value, json) = Answer(question.Groups[2].Value, question.Groups[3].Value);
            if (await client.PutAsync($"/attempts/{Attempt}/answers/{slot}", token, seat, json)) Acknowledged[slot] = value;
            fields.Add(($"answers[{slot}]", value));
        }

        var go = page < PeakPlan.Pages ? "next" : "check";
        return (await client.FollowAsync(Call.Page, HttpMethod.Post, $"/attempts/{Attempt}/page/{page}", Form([.. fields, ("go", go), ("seat", seat)])))?.Body;
    }

    /// <summary>What the page does by itself meanwhile: it asks now and then whether there is news.</summary>
    private async Task ListenAsync(CancellationToken until)
    {
        var chance = new Random(seed + 1);
        TimeSpan? asked = null;
        try
        {
            while (true)
            {
                await Task.Delay(plan.Pulse(chance, asked), until);
                asked = await client.PulseAsync($"/attempts/{Attempt}/pulse", seat, tag);
            }
        }
        catch (OperationCanceledException)
        {
            // The paper is in.
        }
    }

    private (string Value, string Json) Answer(string type, string html)
    {
        if (type == "shortText")
        {
            var text = $"sơ đồ {random.Next(1000)}";
            return (text, JsonSerializer.Serialize(new { text }));
        }

        var options = OptionValue().Matches(html);
        var choice = options[random.Next(options.Count)].Groups[1].Value;
        return (choice, JsonSerializer.Serialize(new { choice = new[] { choice } }));
    }

    private FormUrlEncodedContent Form(IEnumerable<(string Name, string Value)> fields) =>
        new(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));

    private void TakePage(string html)
    {
        TakeToken(html);
        (seat, tag) = (SeatOf().Match(html).Groups[1].Value, TagOf().Match(html).Groups[1].Value);
    }

    private void TakeToken(string html) => token = WebUtility.HtmlDecode(TokenField().Match(html).Groups[1].Value);

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex TokenField();

    [GeneratedRegex("data-seat=\"(\\d+)\"")]
    private static partial Regex SeatOf();

    [GeneratedRegex("data-tag=\"([^\"]+)\"")]
    private static partial Regex TagOf();

    [GeneratedRegex("^/attempts/([0-9a-z]+)")]
    private static partial Regex AttemptAddress();

    [GeneratedRegex("<fieldset[^>]*data-slot=\"(\\d+)\"[^>]*data-type=\"(\\w+)\"[^>]*>(.*?)</fieldset>", RegexOptions.Singleline)]
    private static partial Regex Fieldset();

    [GeneratedRegex("<input[^>]*type=\"(?:radio|checkbox)\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex OptionValue();

    [GeneratedRegex("<img[^>]*src=\"(/media/[^\"]+)\"")]
    private static partial Regex Picture();
}
