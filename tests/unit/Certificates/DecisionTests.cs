using Lms.Certificates.Approval;
using Lms.Certificates.Audit;
using Lms.Certificates.Credentials;
using Lms.Certificates.Issuing;
using Lms.Certificates.Register;
using Lms.Certificates.Verification;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Certificates;

public class DecisionTests
{
    private static readonly CredentialType ByDecision = Sample.GradeThree with { IssuesBy = IssuesBy.Decision, DecisionWording = "Quyết định số {decision} ngày {date}" };

    [Theory, EveryDatabase]
    public async Task From_proposal_to_certificate(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(ByDecision);
        var achievement = Sample.Achievement();
        Assert.Equal(IssueOutcome.Proposed, await db.IssueAsync(achievement));
        Assert.Equal(IssueOutcome.Proposed, await db.IssueAsync(achievement));
        var proposal = Assert.Single(await WaitingAsync(db));
        Assert.Empty(proposal.Problems);

        var decision = await db.DrawnUpAsync([proposal.Key]);
        Assert.Empty(await WaitingAsync(db));
        Assert.Equal(DecisionOutcome.NotInThisState, await db.UseAsync<Decisions, DecisionOutcome>(d => d.ApproveAsync(decision, Batch.Signatory)));
        Assert.Equal(DecisionOutcome.Done, await db.UseAsync<Decisions, DecisionOutcome>(d => d.SubmitAsync(decision, Batch.Registrar)));
        Assert.Equal(DecisionOutcome.NotTheSignatory, await db.UseAsync<Decisions, DecisionOutcome>(d => d.ApproveAsync(decision, Batch.Registrar)));
        Assert.Equal(DecisionOutcome.ReasonMissing, await db.UseAsync<Decisions, DecisionOutcome>(d => d.ReturnAsync(decision, " ", Batch.Signatory)));
        Assert.Equal(DecisionOutcome.Done, await db.UseAsync<Decisions, DecisionOutcome>(d => d.ReturnAsync(decision, "Thiếu chữ ký nháy", Batch.Signatory)));
        Assert.Null(await db.NextAsync(decision));
        await db.UseAsync<Decisions, DecisionOutcome>(d => d.SubmitAsync(decision, Batch.Registrar));
        Assert.Equal(DecisionOutcome.Done, await db.UseAsync<Decisions, DecisionOutcome>(d => d.ApproveAsync(decision, Batch.Signatory)));

        var part = (await db.NextAsync(decision))!;
        Assert.Equal((1, 0, 0), (part.Issued.Count, part.Refused, part.Left));
        var entry = (await db.UseAsync<CertificateRegister, RegisterEntry?>(r => r.FindAsync(part.Issued[0].Code)))!;
        Assert.Equal(("15/QĐ", new DateOnly(2026, 3, 1), "Quyết định số 15/QĐ ngày 01/03/2026", "PGS.TS. Nguyễn Văn An"), (entry.DecisionNumber!, entry.DecidedOn!.Value, entry.DecisionWording, entry.SignatoryName));
        Assert.Equal(DecisionState.Issued, (await db.UseAsync<DecisionBook, DecisionRow?>(b => b.FindAsync(decision)))!.State);
        Assert.Null(await db.NextAsync(decision));
        Assert.Equal(IssueOutcome.AlreadyIssued, await db.IssueAsync(achievement));
        Assert.Null((await db.UseAsync<AuditLog, ChainCheck>(a => a.CheckAsync())).BrokenAt);
    }

    [Theory, EveryDatabase]
    public async Task What_is_wrong_is_named_and_stands_in_the_way_until_it_is_mended(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(Sample.GradeThree with { Code = "CTXH-IV", NumberFormat = "{number}/{year}/IV" });
        await db.UseAsync<CredentialTypes, CredentialProblem>(t => t.AddAsync(ByDecision with { Prerequisites = "CTXH-IV", RequiredHours = 100 }));
        var held = Sample.Achievement() with { CredentialCode = "CTXH-IV" };
        await db.IssuedAsync(held);

        await db.IssueAsync(Sample.Achievement("Đủ Điều Kiện") with { HolderKey = held.HolderKey });
        await db.IssueAsync(Sample.Achievement("Không Chứng Chỉ Trước"));
        await db.IssueAsync(Sample.Achievement("Thiếu Ngày Sinh") with { BirthDate = null, BirthPlace = null, Hours = 40 });
        var twice = Sample.Achievement("Hai Lần");
        await db.IssueAsync(twice);
        await db.IssueAsync(twice with { AchievementKey = Guid.CreateVersion7() });
        await db.IssueAsync(Sample.Achievement("Hai Lần"));

        var rows = (await WaitingAsync(db)).ToLookup(r => r.Facts.HolderName, r => r);
        Assert.Empty(rows["Đủ Điều Kiện"].Single().Problems);
        Assert.Equal([ProposalProblem.PrerequisiteMissing], rows["Không Chứng Chỉ Trước"].Single().Problems);
        Assert.Equal([ProposalProblem.MissingBirthDate, ProposalProblem.PrerequisiteMissing, ProposalProblem.HoursTooFew, ProposalProblem.MissingBirthPlace], rows["Thiếu Ngày Sinh"].Single().Problems);
        Assert.Equal(2, rows["Hai Lần"].Count(r => r.Problems.Contains(ProposalProblem.ProposedTwice)));
        Assert.All(rows["Hai Lần"], r => Assert.Contains(ProposalProblem.LooksLikeAnother, r.Problems));

        var bad = rows["Thiếu Ngày Sinh"].Single();
        var decision = await db.DrawnUpAsync([bad.Key, rows["Đủ Điều Kiện"].Single().Key]);
        Assert.Equal(DecisionOutcome.ProblemsLeft, await db.UseAsync<Decisions, DecisionOutcome>(d => d.SubmitAsync(decision, Batch.Registrar)));
        Assert.Equal(DecisionOutcome.Done, await db.UseAsync<Decisions, DecisionOutcome>(d => d.TakeOutAsync(decision, bad.Key, Batch.Registrar)));
        Assert.Equal(DecisionOutcome.Done, await db.UseAsync<Decisions, DecisionOutcome>(d => d.SubmitAsync(decision, Batch.Registrar)));
        Assert.Equal(ProposalOutcome.Done, await db.UseAsync<Proposals, ProposalOutcome>(p => p.MendAsync(bad.Key, bad.Facts with { BirthDate = new(1980, 1, 1), BirthPlace = "Huế" }, Batch.Registrar)));
        Assert.DoesNotContain(ProposalProblem.MissingBirthDate, (await db.UseAsync<Proposals, ProposalRow?>(p => p.FindAsync(bad.Key)))!.Problems);
    }

    [Theory, EveryDatabase]
    public async Task Of_registrars_who_put_the_same_people_into_decisions_at_once_each_person_is_in_one(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(ByDecision);
        await db.ProposedAsync(20);
        var keys = (await WaitingAsync(db)).Select(p => p.Key).ToList();
        var drawn = await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() =>
            db.UseAsync<Decisions, (DecisionOutcome Outcome, Guid? Key)>(d => d.DrawUpAsync(Batch.Draft with { Number = $"{i}/QĐ" }, keys, Batch.Registrar)))));
        Assert.Single(drawn, d => d.Outcome == DecisionOutcome.Done);
        Assert.Equal(20, (await db.UseAsync<DecisionBook, List<DecisionRow>>(b => b.ListAsync())).Single().People);
        Assert.Equal(DecisionOutcome.NumberTaken, (await db.UseAsync<Decisions, (DecisionOutcome Outcome, Guid? Key)>(d =>
            d.DrawUpAsync(Batch.Draft with { Number = $"{Array.FindIndex(drawn, x => x.Key is not null)}/QĐ" }, keys, Batch.Registrar))).Outcome);
    }

    [Fact]
    public async Task Only_a_plain_pdf_is_kept_with_a_decision()
    {
        await using var db = await TestDatabase.OpenAsync().WithCredentialAsync(ByDecision);
        await db.ProposedAsync(1);
        var decision = await db.DrawnUpAsync([(await WaitingAsync(db))[0].Key]);
        var pdf = "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"u8.ToArray();
        Assert.Equal(DecisionFileProblem.Empty, await AttachAsync([]));
        Assert.Equal(DecisionFileProblem.NotAPdf, await AttachAsync("<html>%PDF-1.7 %%EOF"u8.ToArray()));
        Assert.Equal(DecisionFileProblem.NotAPdf, await AttachAsync("%PDF-1.7 cut off"u8.ToArray()));
        Assert.Equal(DecisionFileProblem.ActiveContent, await AttachAsync("%PDF-1.7 /OpenAction<</S/JavaScript/JS(app.alert(1))>> %%EOF"u8.ToArray()));
        Assert.Equal(DecisionFileProblem.TooLarge, await AttachAsync([.. pdf, .. new byte[5 * 1024 * 1024]]));
        Assert.Equal(DecisionFileProblem.None, await AttachAsync(pdf));
        Assert.Equal(("bQĐ 15 kýtên.pdf", pdf.Length), await db.UseAsync<DecisionBook, DecisionDocument?>(b => b.FileAsync(decision)) is { } file ? (file.Name, file.Content.Length) : default);

        Task<DecisionFileProblem> AttachAsync(byte[] content) => db.UseAsync<Decisions, DecisionFileProblem>(d => d.AttachAsync(decision, "../../<b>QĐ 15 ký\u0000tên.PDF", content, Batch.Registrar));
    }

    private static Task<List<ProposalRow>> WaitingAsync(TestDatabase db) => db.UseAsync<Proposals, List<ProposalRow>>(p => p.WaitingAsync());
}

/// <summary>Batches that nothing is wrong with.</summary>
internal static class Batch
{
    public static readonly Guid Registrar = Guid.CreateVersion7(), Signatory = Guid.CreateVersion7();
    public static readonly DecisionDraft Draft = new("15/QĐ", new DateOnly(2026, 3, 1), Signatory, "PGS.TS. Nguyễn Văn An", "Hiệu trưởng");

    public static async Task ProposedAsync(this TestDatabase db, int count)
    {
        for (var i = 0; i < count; i++) Assert.Equal(IssueOutcome.Proposed, await db.IssueAsync(Sample.Achievement()));
    }

    public static async Task<Guid> DrawnUpAsync(this TestDatabase db, IReadOnlyCollection<Guid> proposals)
    {
        var (outcome, key) = await db.UseAsync<Decisions, (DecisionOutcome, Guid?)>(d => d.DrawUpAsync(Draft, proposals, Registrar));
        Assert.Equal(DecisionOutcome.Done, outcome);
        return key!.Value;
    }

    public static async Task<Guid> ApprovedAsync(this TestDatabase db, int count)
    {
        await db.ProposedAsync(count);
        var decision = await db.DrawnUpAsync([.. (await db.UseAsync<Proposals, List<ProposalRow>>(p => p.WaitingAsync())).Select(p => p.Key)]);
        Assert.Equal(DecisionOutcome.Done, await db.UseAsync<Decisions, DecisionOutcome>(d => d.SubmitAsync(decision, Registrar)));
        Assert.Equal(DecisionOutcome.Done, await db.UseAsync<Decisions, DecisionOutcome>(d => d.ApproveAsync(decision, Signatory)));
        return decision;
    }

    /// <summary>One part as the job does it: a transaction of its own.</summary>
    public static async Task<IssuedPart?> NextAsync(this TestDatabase db, Guid decision, int most = BatchIssuing.PartSize, bool dies = false)
    {
        await using var scope = db.Scope();
        var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
        await using var unit = await context.BeginUnitAsync();
        var part = await scope.ServiceProvider.GetRequiredService<BatchIssuing>().IssueNextAsync(decision, most);
        await context.SaveChangesAsync();
        if (dies) throw new InvalidOperationException("The process ends here.");
        await unit.CommitAsync();
        return part;
    }
}
