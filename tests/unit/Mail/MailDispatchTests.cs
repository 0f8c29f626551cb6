using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Lms.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Lms.UnitTests.Mail;

public sealed class MailDispatchTests
{
    [Theory, EveryDatabase]
    public async Task A_letter_goes_out_once(DatabaseProvider provider)
    {
        var office = new PostOffice();
        await using var db = await OpenAsync(provider, office);
        await EnqueueAsync(db, "lan@example.vn");
        Assert.Equal(1, await db.UseAsync<MailDispatch, int>(d => d.SendDueAsync()));
        Assert.Equal(0, await db.UseAsync<MailDispatch, int>(d => d.SendDueAsync()));
        Assert.Equal("lan@example.vn", Assert.Single(office.Received).To);
        Assert.Equal(MailState.Sent, (await OnlyAsync(db)).State);
    }

    [Theory, EveryDatabase]
    public async Task Nodes_that_dispatch_at_once_share_the_letters(DatabaseProvider provider)
    {
        var office = new PostOffice();
        await using var db = await OpenAsync(provider, office);
        for (var i = 0; i < 20; i++) await EnqueueAsync(db, $"to{i}@example.vn");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => db.UseAsync<MailDispatch, int>(d => d.SendDueAsync()))));
        Assert.Equal(20, office.Received.Count);
        Assert.Equal(20, office.Received.Select(l => l.To).Distinct().Count());
    }

    [Theory, EveryDatabase]
    public async Task A_letter_of_a_use_case_that_does_not_commit_is_never_sent(DatabaseProvider provider)
    {
        var office = new PostOffice();
        await using var db = await OpenAsync(provider, office);
        await using (var scope = db.Scope())
        {
            var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
            await using var unit = await context.BeginUnitAsync();
            scope.ServiceProvider.GetRequiredService<Outbox>().Enqueue(new Letter("lan@example.vn", "Chào", "…"));
            await context.SaveChangesAsync();
        }

        Assert.Equal(0, await db.UseAsync<MailDispatch, int>(d => d.SendDueAsync()));
        Assert.Empty(office.Received);
    }

    [Theory, EveryDatabase]
    public async Task A_letter_that_fails_is_tried_again_later_and_given_up_in_the_end(DatabaseProvider provider)
    {
        var office = new PostOffice { Open = false };
        await using var db = await OpenAsync(provider, office);
        await EnqueueAsync(db, "lan@example.vn");
        var tries = 0;
        for (var hour = 0; hour < 48; hour++)
        {
            await db.UseAsync<MailDispatch, int>(d => d.SendDueAsync());
            await db.UseAsync<MailDispatch, int>(d => d.SendDueAsync()); // not due yet: no further try
            db.Clock.Advance(TimeSpan.FromHours(1));
            tries = (await OnlyAsync(db)).Tries;
        }

        var mail = await OnlyAsync(db);
        Assert.Equal((MailState.GivenUp, 7, "The post office is shut."), (mail.State, tries, mail.LastError));
        Assert.Equal(7, office.Attempts);
    }

    [Fact]
    public async Task One_bad_letter_does_not_hold_up_the_next()
    {
        var office = new PostOffice { Refused = "bad@example.vn" };
        await using var db = await OpenAsync(DatabaseProvider.Sqlite, office);
        await EnqueueAsync(db, "bad@example.vn");
        await EnqueueAsync(db, "good@example.vn");
        Assert.Equal(1, await db.UseAsync<MailDispatch, int>(d => d.SendDueAsync()));
        Assert.Equal("good@example.vn", Assert.Single(office.Received).To);
    }

    [Theory]
    [InlineData("Production", "")]
    [InlineData("Development", "https://localhost/new-password?code=x")]
    public async Task A_sent_secret_is_forgotten_outside_development(string environment, string left)
    {
        await using var db = await OpenAsync(DatabaseProvider.Sqlite, new PostOffice(), environment);
        await EnqueueAsync(db, "lan@example.vn", "https://localhost/new-password?code=x", confidential: true);
        await db.UseAsync<MailDispatch, int>(d => d.SendDueAsync());
        var mail = await OnlyAsync(db);
        Assert.Equal(left, (await db.UseAsync<Outbox, OutgoingDetail?>(o => o.FindAsync(mail.Key)))!.Body);
    }

    [Fact]
    public async Task A_line_break_in_a_subject_starts_no_new_header()
    {
        var office = new PostOffice();
        await using var db = await OpenAsync(DatabaseProvider.Sqlite, office);
        await db.UseAsync<LmsDb>(async context =>
        {
            context.Add(new OutgoingMail("lan@example.vn", "Chào\r\nBcc: all@example.vn", "…", false, db.Clock.Now));
            await context.SaveChangesAsync();
        });
        await db.UseAsync<MailDispatch, int>(d => d.SendDueAsync());
        Assert.Equal("Chào Bcc: all@example.vn", Assert.Single(office.Received).Subject);
    }

    [Fact]
    public async Task A_letter_in_the_folder_keeps_its_vietnamese()
    {
        var folder = Directory.CreateTempSubdirectory("lms-mail-");
        await new FolderTransport(new SmtpOptions(), folder.FullName).SendAsync(new Letter("lan@example.vn", "Đặt lại mật khẩu", "Kính gửi Trần Thị Lan"), CancellationToken.None);
        var text = await File.ReadAllTextAsync(Assert.Single(folder.GetFiles("*.eml")).FullName);
        var body = text[(text.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("\r\n", "", StringComparison.Ordinal);
        Assert.Equal("Kính gửi Trần Thị Lan", System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(body)).Trim());
        folder.Delete(recursive: true);
    }

    private static Task<TestDatabase> OpenAsync(DatabaseProvider provider, PostOffice office, string environment = "Production") =>
        TestDatabase.OpenAsync(provider, services =>
        {
            services.AddSingleton<IMailTransport>(office).AddScoped<Outbox>().AddScoped<MailDispatch>();
            services.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
        });

    private static Task EnqueueAsync(TestDatabase db, string to, string body = "…", bool confidential = false) => db.UseAsync<LmsDb>(async context =>
    {
        context.Add(new OutgoingMail(to, "Chào", body, confidential, db.Clock.Now));
        await context.SaveChangesAsync();
    });

    private static async Task<OutgoingRow> OnlyAsync(TestDatabase db) => Assert.Single((await db.UseAsync<Outbox, OutgoingPage>(o => o.PageAsync(null, 1))).Mails);

    private sealed class PostOffice : IMailTransport
    {
        private readonly Lock gate = new();

        public List<Letter> Received { get; } = [];
        public int Attempts { get; private set; }
        public bool Open { get; init; } = true;
        public string? Refused { get; init; }

        public async Task SendAsync(Letter letter, CancellationToken ct)
        {
            await Task.Yield();
            lock (gate)
            {
                Attempts++;
                if (!Open || letter.To == Refused) throw new InvalidOperationException("The post office is shut.");
                Received.Add(letter);
            }
        }
    }
}
