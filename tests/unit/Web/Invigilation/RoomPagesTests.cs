using System.Net;
using System.Text.Json;
using Lms.Assessment.Invigilation;
using Lms.Data;
using Lms.Training.Classes;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Features.Invigilation;
using Lms.Web.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Lms.UnitTests.Web.Invigilation;

public sealed class RoomPagesTests(WebSite site) : IClassFixture<WebSite>
{
    [Fact]
    public async Task An_invigilator_sees_who_sits_and_what_he_does_reaches_the_candidate()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var trainee = await open.TraineeAsync();
        await open.TraineeAsync("Trần Văn Chưa Thi");
        var attempt = await open.StartAsync(trainee);
        await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "a"), ("go", "stay"));
        var staff = await site.AsAsync(Role.Coordinator);
        var room = $"/classes/{open.Detail.PublicCode}/room";

        var page = await staff.PageAsync(room);
        var row = page.QuerySelectorAll("[data-room] tbody tr").Select(r => r.TextContent).ToList();
        Assert.Equal(2, row.Count);
        Assert.Contains("1/7", row[0], StringComparison.Ordinal);
        Assert.Contains("Chưa bắt đầu", row[1], StringComparison.Ordinal);
        Assert.NotNull((await staff.PageAsync($"/classes/{open.Detail.PublicCode}")).QuerySelector($"a[href='{room}']"));

        Assert.Equal(room, (await staff.PostAsync($"{room}/messages", ("Text", "Câu 3: sửa “không” thành “có”."))).Leads());
        var message = (await trainee.PageAsync(attempt)).QuerySelector("[data-message]")!;
        Assert.Contains("sửa “không”", message.TextContent, StringComparison.Ordinal);
        var seen = message.QuerySelector("button")!.GetAttribute("formaction")!;
        Assert.Equal($"{attempt}?page=1", (await trainee.PostAsync(seen, ("answers[2]", "b"), ("go", "stay"))).Leads());
        var after = await trainee.PageAsync(attempt);
        Assert.Null(after.QuerySelector("[data-message]"));
        Assert.NotNull(after.QuerySelector("#q2 input[value=b][checked]"));

        Assert.Equal(room, (await staff.PostAsync($"{room}/pauses", ("Reason", "Chuông báo cháy"))).Leads());
        var paused = await trainee.GetAsync(attempt);
        Assert.Equal("15", paused.Headers.GetValues("Refresh").Single());
        Assert.Empty((await paused.PageAsync()).QuerySelectorAll("fieldset[data-slot]"));
        site.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal((HttpStatusCode)423, (await trainee.SendJsonAsync(HttpMethod.Put, $"{attempt}/answers/1", """{"choice":["a"]}""")).StatusCode);
        var typed = await trainee.PostAsync($"{attempt}/page/1", ("answers[1]", "c"), ("go", "next"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, typed.StatusCode);
        Assert.NotNull((await typed.PageAsync()).QuerySelector("#q1 input[value=c][checked]"));
        await staff.PostAsync($"{room}/resumptions");
        await staff.PostAsync($"{room}/extensions", ("Minutes", "10"), ("Reason", "Chuông báo cháy"));

        var person = $"{room}/people/{trainee.Key}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await staff.PostAsync($"{person}/submissions")).StatusCode);
        Assert.Equal(person, (await staff.PostAsync($"{person}/extra-time", ("Percent", "25"), ("Reason", "Khiếm thị"))).Leads());
        Assert.Contains("12 phút (25%)", (await staff.PageAsync(person)).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(person, (await staff.PostAsync($"{person}/submissions", ("Reason", "Xin nghỉ vì ốm"))).Leads());
        Assert.Equal($"{attempt}/review", (await trainee.GetAsync(attempt)).Leads());

        var replay = $"/classes/replays/{attempt.Split('/')[^1]}";
        Assert.NotNull((await staff.PageAsync($"/classes/{open.Detail.PublicCode}/results")).QuerySelector($"a[href='{replay}']"));
        var second = await staff.PageAsync($"{replay}?step=2");
        Assert.Contains("Trả lời câu 1", second.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(second.QuerySelector("#q1 input[checked]"));
        Assert.Equal("?step=3", second.QuerySelector("a[rel=next]")!.GetAttribute("href"));
        var last = await staff.PageAsync($"{replay}?step=999");
        Assert.Contains("Bài thi kết thúc", last.QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Xin nghỉ vì ốm", (await staff.PageAsync($"{replay}?step={last.QuerySelectorAll("main ol.stack li").Length - 1}")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_institutions_room_and_anothers_class_do_not_exist()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var trainee = await open.TraineeAsync();
        var attempt = await open.StartAsync(trainee);
        await trainee.PostAsync($"{attempt}/submission");
        var code = attempt.Split('/')[^1];
        var elsewhere = await site.AsAsync(Role.Coordinator, (await ClassOnSite.OpenAsync(site)).Detail.InstitutionKey);
        var teacher = await site.AsAsync(Role.Instructor);
        foreach (var path in (string[])["", "/seats", $"/people/{trainee.Key}"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/classes/{open.Detail.PublicCode}/room{path}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/teaching/{open.Detail.PublicCode}/room{path}")).StatusCode);
        }

        foreach (var act in (string[])["pauses", "resumptions", "extensions", "messages", $"people/{trainee.Key}/submissions", $"people/{trainee.Key}/extra-time"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.PostAsync($"/classes/{open.Detail.PublicCode}/room/{act}", ("Reason", "x"), ("Text", "x"), ("Minutes", "5"))).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await teacher.PostAsync($"/teaching/{open.Detail.PublicCode}/room/{act}", ("Reason", "x"), ("Text", "x"), ("Minutes", "5"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await elsewhere.GetAsync($"/classes/replays/{code}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await teacher.GetAsync($"/teaching/replays/{code}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await trainee.PostAsync($"{attempt}/messages/{Guid.NewGuid()}/seen")).StatusCode);
    }

    [Fact]
    public async Task The_list_is_sent_again_only_where_it_changed_and_costs_the_same_for_more_people()
    {
        var open = await ClassOnSite.OpenAsync(site);
        await open.StartAsync(await open.TraineeAsync());
        var staff = await site.AsAsync(Role.Coordinator);
        var seats = $"/classes/{open.Detail.PublicCode}/room/seats";
        var few = await site.Statements.OfAsync(() => staff.GetAsync(seats));
        for (var i = 0; i < 5; i++) await open.StartAsync(await open.TraineeAsync());
        Assert.Equal(few, await site.Statements.OfAsync(() => staff.GetAsync(seats)));

        var first = await staff.GetAsync(seats);
        var again = new HttpRequestMessage(HttpMethod.Get, new Uri(seats, UriKind.Relative));
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.ToString());
        var unchanged = await staff.SendAsync(again);
        Assert.True(unchanged.StatusCode == HttpStatusCode.NotModified || unchanged.Headers.ETag!.Tag != first.Headers.ETag.Tag);
    }

    [Fact]
    public async Task The_exam_pages_script_hears_what_is_new_once_and_what_it_reports_cannot_harm()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var trainee = await open.TraineeAsync();
        var attempt = await open.StartAsync(trainee);
        var seat = (await trainee.PageAsync(attempt)).QuerySelector("form[data-exam]")!.GetAttribute("data-seat")!;
        var tag = JsonDocument.Parse(await (await PulseAsync(null)).Content.ReadAsStringAsync()).RootElement.GetProperty("tag").GetString();
        Assert.Equal(HttpStatusCode.NotModified, (await PulseAsync(tag)).StatusCode);

        await site.UseAsync<Interventions, InterventionOutcome>(i => i.TellAsync(open.Detail.ExamKey!.Value, null, "<b>Xin chào</b>", Guid.NewGuid()));
        var news = JsonDocument.Parse(await (await PulseAsync(tag)).Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(("going", "<b>Xin chào</b>"), (news.GetProperty("state").GetString(), news.GetProperty("messages")[0].GetProperty("text").GetString()));
        await trainee.PageAsync(attempt);
        Assert.Equal("elsewhere", JsonDocument.Parse(await (await PulseAsync(tag)).Content.ReadAsStringAsync()).RootElement.GetProperty("state").GetString());

        foreach (var body in (string[])["{", "null", "[]", """{"times":"x"}"""])
            Assert.InRange((int)(await trainee.SendJsonAsync(HttpMethod.Post, $"{attempt}/signals", body)).StatusCode, 400, 499);
        Assert.Equal(HttpStatusCode.NoContent, (await trainee.SendJsonAsync(HttpMethod.Post, $"{attempt}/signals", """{"times":999999,"seconds":-4}""")).StatusCode);
        Assert.StartsWith("/sign-in", (await site.Anonymous().GetAsync($"{attempt}/pulse")).Leads(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await open.TraineeAsync()).GetAsync($"{attempt}/pulse")).StatusCode);

        Task<HttpResponseMessage> PulseAsync(string? known)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"{attempt}/pulse", UriKind.Relative));
            request.Headers.Add("X-Exam-Seat", seat);
            if (known is not null) request.Headers.TryAddWithoutValidation("If-None-Match", $"\"{known}\"");
            return trainee.SendAsync(request);
        }
    }

    [Fact]
    public async Task A_form_of_an_older_page_is_shown_again_and_saved_when_pressed_once_more()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var trainee = await open.TraineeAsync();
        var attempt = await open.StartAsync(trainee);
        var older = Seat(await trainee.PageAsync(attempt));
        await trainee.PageAsync(attempt);

        var refused = await trainee.PostAsync($"{attempt}/page/1", ("seat", older), ("answers[1]", "b"), ("go", "next"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var page = await refused.PageAsync();
        Assert.NotNull(page.QuerySelector("#q1 input[value=b][checked]"));
        Assert.NotEqual(older, Seat(page));
        Assert.Equal($"{attempt}?page=2", (await trainee.PostAsync($"{attempt}/page/1", ("seat", Seat(page)), ("answers[1]", "b"), ("go", "next"))).Leads());

        static string Seat(AngleSharp.Html.Dom.IHtmlDocument page) => page.QuerySelector("input[name=seat]")!.GetAttribute("value")!;
    }

    [Fact]
    public async Task A_late_start_says_how_many_minutes_are_left_and_an_automatic_hand_in_before_its_time_hands_in_nothing()
    {
        var open = await ClassOnSite.OpenAsync(site);
        var trainee = await open.TraineeAsync();
        site.Clock.Advance(open.Detail.ExamClosesAt!.Value - site.Clock.GetUtcNow().UtcDateTime - TimeSpan.FromMinutes(20.5));
        await trainee.SignInAsync();
        Assert.Contains("chỉ còn 20 phút", (await trainee.PageAsync(open.ExamPage)).QuerySelector(".notice--warning")!.TextContent, StringComparison.Ordinal);
        var attempt = await open.StartAsync(trainee);
        Assert.Equal(attempt, (await trainee.PostAsync($"{attempt}/submission", ("automatic", "true"), ("page", "1"))).Leads());
        Assert.NotNull((await trainee.PageAsync(attempt)).QuerySelector("form[data-exam]"));
    }

    [Fact]
    public void Every_outcome_kind_and_signal_has_words_in_both_languages()
    {
        var text = site.Services.GetRequiredService<IStringLocalizer<InvigilationText>>();
        foreach (var culture in (string[])["vi", "en"])
        {
            System.Globalization.CultureInfo.CurrentUICulture = new System.Globalization.CultureInfo(culture);
            Assert.All(Enum.GetValues<InterventionKind>(), k => Assert.False(text[$"Kind.{k}"].ResourceNotFound));
            Assert.All(Enum.GetValues<SignalKind>(), k => Assert.False(text[$"Signal.{k}"].ResourceNotFound || text[$"Signals.{k}"].ResourceNotFound));
            Assert.All(Enum.GetValues<InterventionOutcome>().Except([InterventionOutcome.Done, InterventionOutcome.NotFound]), o => Assert.False(text[o.ToString()].ResourceNotFound));
        }
    }
}
