using Lms.Certificates.Approval;
using Lms.Certificates.Audit;
using Lms.Certificates.Credentials;
using Lms.Certificates.Register;
using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace Lms.UnitTests.Certificates;

public class BatchIssuingTests
{
    private static readonly CredentialType ByDecision = Sample.GradeThree with { IssuesBy = IssuesBy.Decision };

    [Theory, EveryDatabase]
    public async Task A_part_costs_as_many_statements_for_ten_as_for_two_hundred(DatabaseProvider provider)
    {
        var few = await StatementsAsync(10);
        Assert.Equal(few, await StatementsAsync(200));
        Assert.InRange(few, 1, 25);

        async Task<int> StatementsAsync(int people)
        {
            await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(ByDecision);
            var decision = await db.ApprovedAsync(people);
            await using var scope = db.Scope();
            var context = scope.ServiceProvider.GetRequiredService<LmsDb>();
            await using var unit = await context.BeginUnitAsync();
            // The save is left out: how many statements carry the rows is the provider's affair (one each on SQLite, a batch on PostgreSQL).
            return await QueryCounter.CountAsync(async () => Assert.Equal(people, (await scope.ServiceProvider.GetRequiredService<BatchIssuing>().IssueNextAsync(decision))!.Issued.Count));
        }
    }

    [Theory, EveryDatabase]
    public async Task What_dies_in_the_middle_goes_on_without_a_gap_and_without_a_double(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(ByDecision);
        var decision = await db.ApprovedAsync(50);
        for (var i = 0; ; i++)
        {
            if (i % 2 == 0) await Assert.ThrowsAsync<InvalidOperationException>(() => db.NextAsync(decision, 7, dies: true));
            else if (await db.NextAsync(decision, 7) is null or { Left: 0 }) break;
        }

        await ProveWholeAsync(db, decision, 50);
    }

    [Theory, EveryDatabase]
    public async Task Two_nodes_that_issue_one_decision_at_once_take_turns(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(ByDecision);
        var decision = await db.ApprovedAsync(60);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            while (await db.NextAsync(decision, 9) is { Left: > 0 }) { }
        })));
        await ProveWholeAsync(db, decision, 60);
    }

    [Theory, EveryDatabase]
    public async Task Whoever_got_the_certificate_in_the_meantime_is_left_out_and_named(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(ByDecision);
        var decision = await db.ApprovedAsync(3);
        var unlucky = (await db.UseAsync<Proposals, List<ProposalRow>>(p => p.OfDecisionAsync(decision)))[1];
        await db.UseAsync<CredentialTypes, CredentialProblem>(t => t.ChangeAsync(Sample.GradeThree));
        await db.IssuedAsync(Sample.Achievement() with { HolderKey = unlucky.HolderKey });

        var part = (await db.NextAsync(decision))!;
        Assert.Equal((2, 1, 0), (part.Issued.Count, part.Refused, part.Left));
        var refused = (await db.UseAsync<Proposals, ProposalRow?>(p => p.FindAsync(unlucky.Key)))!;
        Assert.Equal((ProposalState.Refused, nameof(ProposalProblem.HeldAlready)), (refused.State, refused.Note));
        Assert.Equal(ProposalOutcome.Done, await db.UseAsync<Proposals, ProposalOutcome>(p => p.TakeUpAsync(unlucky.Key, Batch.Registrar)));
        Assert.Single(await db.UseAsync<Proposals, List<ProposalRow>>(p => p.WaitingAsync()));
    }

    [Theory, EveryDatabase]
    public async Task Receipts_are_noted_one_by_one_or_for_all_who_are_left(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider).WithCredentialAsync(ByDecision);
        var decision = await db.ApprovedAsync(4);
        var first = (await db.NextAsync(decision))!.Issued[0];
        var today = new DateOnly(2026, 3, 2);
        Assert.Equal(HandoverOutcome.DateInTheFuture, await HandAsync(first, today.AddDays(1)));
        Assert.Equal(HandoverOutcome.Done, await HandAsync(first, today));
        Assert.Equal(HandoverOutcome.AlreadyHandedOver, await HandAsync(first, today));
        Assert.Equal(3, await db.UseAsync<Handovers, int?>(h => h.RecordAllAsync(decision, today, Batch.Registrar)));
        var list = await db.UseAsync<Handovers, List<HandoverRow>>(h => h.OfDecisionAsync(decision));
        Assert.All(list, row => Assert.Equal(today, row.HandedOverOn));
        Assert.Single(list, row => row.HandedOverTo == "Người nhà");
        Assert.Null((await db.UseAsync<AuditLog, ChainCheck>(a => a.CheckAsync())).BrokenAt);

        Task<HandoverOutcome> HandAsync(IssuedInBatch whom, DateOnly on) => db.UseAsync<Handovers, HandoverOutcome>(h => h.RecordAsync(whom.Code, "Người nhà", on, Batch.Registrar));
    }

    private static async Task ProveWholeAsync(TestDatabase db, Guid decision, int people)
    {
        var page = await db.UseAsync<CertificateRegister, RegisterPage>(r => r.PageAsync(new RegisterFilter(DecisionKey: decision), 1, 500));
        Assert.Equal(Enumerable.Range(1, people).Select(n => (long)n), page.Entries.Select(e => e.RegisterNumber).Order());
        Assert.Equal(people, page.Entries.Select(e => e.CertificateNumber).Distinct().Count());
        Assert.Equal((DecisionState.Issued, people, 0), await db.UseAsync<DecisionBook, DecisionRow?>(b => b.FindAsync(decision)) is { } row ? (row.State, row.Issued, row.Refused) : default);
        Assert.Null((await db.UseAsync<AuditLog, ChainCheck>(a => a.CheckAsync())).BrokenAt);
    }
}
