using System.IO.Compression;
using System.Net;
using Lms.Certificates.Approval;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure.Web;
using Lms.Web.Identity;
using Lms.Web.Issuing;
using Lms.Web.Mail;
using Microsoft.Extensions.DependencyInjection;
using ProposalFace = Lms.Certificates.Approval.Proposals;
using Sample = Lms.UnitTests.Certificates.Sample;

namespace Lms.UnitTests.Web.Register;

/// <summary>From the registrar's list to the holder's mail box, through the pages.</summary>
public sealed class DecisionPagesTests(WebSite site) : IClassFixture<WebSite>
{
    private static int batches;

    [Fact]
    public async Task A_batch_goes_from_the_list_over_the_signatory_to_the_register_and_the_mail()
    {
        var (credential, holders) = await ProposedAsync(3, birthDate: true);
        await ProposedAsync(1, birthDate: false, credential);
        var registrar = await site.AsAsync(Role.Registrar);
        var signatory = await site.AsAsync(Role.Signatory);
        var list = await registrar.PageAsync($"/register/proposals?credential={credential}");
        Assert.Equal(3, list.QuerySelectorAll("input[name=proposals]").Length);

        var refused = await registrar.PostAsync("/register/decisions", ("Number", ""), ("DecidedOn", "2026-03-01"), ("SignatoryKey", signatory.Key.ToString()), ("SignatoryName", "An"), ("which", "all"), ("credential", credential));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var drawn = (await registrar.PostAsync("/register/decisions", ("Number", $"15/{credential}"), ("DecidedOn", "2026-03-01"), ("SignatoryKey", signatory.Key.ToString()), ("SignatoryName", "TS. An"), ("SignatoryTitle", "Giám đốc"), ("which", "all"), ("credential", credential))).Leads()!;
        var decision = Guid.Parse(drawn.Split('/')[^1]);
        Assert.Equal(HttpStatusCode.NotFound, (await signatory.GetAsync($"/signing/{decision}")).StatusCode);
        Assert.Equal(drawn, (await registrar.PostAsync($"{drawn}/submission")).Leads());

        var other = await site.AsAsync(Role.Signatory);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"/signing/{decision}/approval")).StatusCode);
        Assert.Contains($"15/{credential}", (await signatory.PageAsync("/signing")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await signatory.PostAsync($"/signing/{decision}/return", ("reason", ""))).StatusCode);
        Assert.Equal($"/signing/{decision}", (await signatory.PostAsync($"/signing/{decision}/approval")).Leads());
        Assert.Contains("0/3", (await registrar.PageAsync($"{drawn}/progress")).Body!.TextContent, StringComparison.Ordinal);

        Assert.Equal(3, await site.UseAsync<DecisionRun, int>(r => r.IssueAllAsync()));
        Assert.Equal(0, await site.UseAsync<DecisionRun, int>(r => r.IssueAllAsync()));
        var held = await site.UseAsync<Lms.Certificates.Issuing.Certificates, List<HeldCertificate>>(c => c.HeldByAsync(holders[0]));
        Assert.Equal(Standing.Valid, Assert.Single(held).Standing);
        Assert.Contains(held[0].CertificateNumber, (await registrar.PageAsync(drawn)).Body!.TextContent, StringComparison.Ordinal);
        var mails = await site.UseAsync<Outbox, OutgoingPage>(o => o.PageAsync(null, 1));
        Assert.Equal(3, mails.Mails.Count(m => m.Subject.Contains(credential, StringComparison.Ordinal)));

        using var archive = new ZipArchive(await (await registrar.GetAsync($"{drawn}/certificates.zip")).Content.ReadAsStreamAsync());
        Assert.Equal(3, archive.Entries.Count);
        using var head = new StreamReader(archive.Entries[0].Open());
        Assert.StartsWith("%PDF-", await head.ReadLineAsync(), StringComparison.Ordinal);
        await registrar.PostAsync($"{drawn}/handovers", ("on", "2026-03-01"));
        Assert.All(await site.UseAsync<Handovers, List<HandoverRow>>(h => h.OfDecisionAsync(decision)), r => Assert.NotNull(r.HandedOverOn));
    }

    [Fact]
    public async Task What_is_wrong_is_mended_where_it_is_named()
    {
        var (credential, _) = await ProposedAsync(1, birthDate: false);
        var registrar = await site.AsAsync(Role.Registrar);
        var proposal = (await site.UseAsync<ProposalFace, List<ProposalRow>>(p => p.WaitingAsync())).Single(p => p.CredentialCode == credential);
        Assert.Contains("Thiếu ngày sinh", (await registrar.PageAsync($"/register/proposals/{proposal.Key}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await registrar.PostAsync($"/register/proposals/{proposal.Key}", ("HolderName", "Lê Thị Bông"), ("BirthDate", "hôm qua"))).StatusCode);
        Assert.Equal("/register/proposals", (await registrar.PostAsync($"/register/proposals/{proposal.Key}", ("HolderName", "Lê Thị Bông"), ("BirthDate", "1990-05-06"))).Leads());
        var mended = (await site.UseAsync<ProposalFace, ProposalRow?>(p => p.FindAsync(proposal.Key)))!;
        Assert.True(mended.CanBeIssued);
        Assert.Equal(new ProposalFacts("Lê Thị Bông", new(1990, 5, 6), null, null), mended.Facts);
        await registrar.PostAsync($"/register/proposals/{proposal.Key}/putting-aside", ("reason", "Chờ xác minh"));
        Assert.Contains("Chờ xác minh", (await registrar.PageAsync("/register/proposals/put-aside")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_is_suspended_corrected_and_handed_over_from_its_page_and_the_log_tells_it()
    {
        var code = $"LC-{Interlocked.Increment(ref batches)}";
        await site.UseAsync<CredentialTypes, CredentialProblem>(t => t.AddAsync(Sample.GradeThree with { Code = code, NumberFormat = $"{{number}}/{{year}}/{code}" }));
        var entry = await IssuedAsync(code);
        var registrar = await site.AsAsync(Role.Registrar);
        var page = $"/register/certificates/{entry.Code}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await registrar.PostAsync($"{page}/suspension", ("Reason", " "))).StatusCode);
        Assert.Equal(page, (await registrar.PostAsync($"{page}/suspension", ("Reason", "Đang xác minh"))).Leads());
        Assert.Contains("Đang xác minh", (await registrar.PageAsync(page)).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(page, (await registrar.PostAsync($"{page}/suspension/end")).Leads());
        var successor = (await registrar.PostAsync($"{page}/correction", ("HolderName", "Nguyễn Văn Đúng"), ("BirthDate", "1990-09-05"), ("Reason", "Sai tên"))).Leads()!;
        Assert.NotEqual(page, successor);
        Assert.NotNull((await registrar.PageAsync(page)).QuerySelector($"a[href='{successor}']"));
        Assert.Equal(successor, (await registrar.PostAsync($"{successor}/handover", ("To", "Nguyễn Văn Đúng"), ("On", "2026-03-01"))).Leads());
        foreach (var step in new[] { "suspension", "correction", "replacement", "renewal", "handover" }) await registrar.PageAsync($"{successor}/{step}");

        var log = (await registrar.PageAsync($"/register/log?code={entry.Code}")).Body!.TextContent;
        Assert.Contains("Đính chính", log, StringComparison.Ordinal);
        Assert.Contains("Nhật ký nguyên vẹn", (await registrar.PageAsync("/register/log/check")).Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<(string Credential, List<Guid> Holders)> ProposedAsync(int count, bool birthDate, string? credential = null)
    {
        if (credential is null)
        {
            credential = $"QD-{Interlocked.Increment(ref batches)}";
            await site.UseAsync<CredentialTypes, CredentialProblem>(t => t.AddAsync(Sample.GradeThree with { Code = credential, Name = $"Chứng chỉ {credential}", NumberFormat = $"{{number}}/{{year}}/{credential}", IssuesBy = IssuesBy.Decision }));
        }

        List<Guid> holders = [];
        for (var i = 0; i < count; i++)
        {
            holders.Add(await site.OpenAccountAsync());
            await IssueAsync(Sample.Achievement($"Người Thứ {i} {credential}") with { CredentialCode = credential, HolderKey = holders[i], BirthDate = birthDate ? new(1990, 9, 5) : null, BirthPlace = null, OrganisationName = null });
        }

        return (credential, holders);
    }

    private async Task<RegisterEntry> IssuedAsync(string credential)
    {
        var achievement = Sample.Achievement() with { CredentialCode = credential, IssuerKey = Guid.NewGuid() };
        await IssueAsync(achievement);
        var held = await site.UseAsync<Lms.Certificates.Issuing.Certificates, List<HeldCertificate>>(c => c.HeldByAsync(achievement.HolderKey));
        return (await site.UseAsync<CertificateRegister, RegisterEntry?>(r => r.FindAsync(held[0].Code)))!;
    }

    private async Task IssueAsync(Achievement achievement)
    {
        await using var scope = site.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LmsDb>();
        await using var unit = await db.BeginUnitAsync();
        await scope.ServiceProvider.GetRequiredService<Lms.Certificates.Issuing.Certificates>().IssueAsync(achievement);
        await db.SaveChangesAsync();
        await unit.CommitAsync();
    }
}
