using Lms.Certificates.Approval;
using Lms.Certificates.Credentials;
using Lms.Training.Organisations;
using Lms.Web.Features.Department;
using Lms.Web.Identity;
using Lms.Web.Theming;

namespace Lms.Web.Features.Register.Proposals;

/// <param name="Show">Null: all; "problems": where something is wrong; "ready": what can be issued.</param>
public sealed record ProposalQuery(string? Credential = null, string? Class = null, string? Show = null, int Page = 1)
{
    public bool Matches(ProposalRow row) =>
        (string.IsNullOrEmpty(Credential) || row.CredentialCode == Credential) && (string.IsNullOrEmpty(Class) || row.ClassCode == Class)
        && (Show switch { "problems" => row.Problems.Count > 0, "ready" => row.CanBeIssued, _ => true });
}

/// <param name="Ready">Of all that match, not only of this page.</param>
public sealed record ProposalListPage(ProposalQuery Query, IReadOnlyList<ProposalRow> Shown, Pager Pager, int Ready, int WithProblems, int Waiting, IReadOnlyList<string> Classes, IReadOnlyList<CredentialType> Credentials,
    IReadOnlyList<AccountRow> Signatories, DecisionForm Form);
public sealed record PutAsidePage(IReadOnlyList<ProposalRow> Shown, Pager Pager);
public sealed record ProposalPage(ProposalRow Row, MendForm Form, PersonDetail? Person);

public sealed record MendForm(string? HolderName = null, string? BirthDate = null, string? BirthPlace = null, string? OrganisationName = null)
{
    public ProposalFacts Facts => new(HolderName ?? "", FormText.Date(BirthDate), BirthPlace, OrganisationName);
    public static MendForm Of(ProposalFacts facts) => new(facts.HolderName, FormText.Input(facts.BirthDate), facts.BirthPlace, facts.OrganisationName);
}

/// <param name="Which">"all": everything that matches the filter and can be issued; else the ticked <paramref name="Proposals"/>.</param>
public sealed record DecisionForm(string? Number = null, string? DecidedOn = null, Guid? SignatoryKey = null, string? SignatoryName = null, string? SignatoryTitle = null, string Which = "ticked", IReadOnlyList<Guid>? Proposals = null)
{
    public DecisionDraft Draft => new(Number ?? "", FormText.Date(DecidedOn) ?? default, SignatoryKey ?? Guid.Empty, SignatoryName ?? "", SignatoryTitle ?? "");
}
