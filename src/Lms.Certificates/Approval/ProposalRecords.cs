using Lms.Certificates.Credentials;

namespace Lms.Certificates.Approval;

/// <summary>Refused: its decision is approved, and yet it could not be issued; the note says why.</summary>
public enum ProposalState { Waiting, InDecision, Issued, Refused, PutAside }

/// <summary>
/// What is wrong with a proposal. Down to <see cref="HoursTooFew"/> it stands in the way of issuing; the rest is for a human to look at.
/// <see cref="HeldAlready"/>: a certificate of this credential that is still valid. <see cref="ProposedTwice"/>: the same person
/// waits for the same credential from another class. <see cref="LooksLikeAnother"/>: the same name and birth date under another person.
/// </summary>
public enum ProposalProblem
{
    UnknownCredential, MissingHolderName, MissingBirthDate, UnprintableCharacter, HeldAlready, ProposedTwice, PrerequisiteMissing, HoursTooFew,
    MissingBirthPlace, NameDiffers, BirthDateDiffers, LooksLikeAnother,
}

public static class ProposalProblems
{
    public static bool StandsInTheWay(this ProposalProblem problem) => problem <= ProposalProblem.HoursTooFew;
}

/// <summary>What a registrar may mend.</summary>
public sealed record ProposalFacts(string HolderName, DateOnly? BirthDate, string? BirthPlace, string? OrganisationName);

/// <param name="ResultPercent">0 to 100.</param>
/// <param name="ProposedBy">Null: the programme's rule did.</param>
/// <param name="Note">Why it was put aside, or the name of the <see cref="ProposalProblem"/> that refused it.</param>
public sealed record ProposalRow(Guid Key, string CredentialCode, string CredentialName, Guid HolderKey, ProposalFacts Facts, string IssuerName, Guid ClassKey, string ClassCode, string CourseTitle,
    int Hours, decimal? ResultPercent, DateTime ProposedAt, Guid? ProposedBy, ProposalState State, Guid? DecisionKey, string? Note, IReadOnlyList<ProposalProblem> Problems)
{
    public bool CanBeIssued => !Problems.Any(p => p.StandsInTheWay());
}

/// <summary>The person as she is called today, to compare; from whoever keeps the people.</summary>
public sealed record PresentPerson(string FullName, DateOnly? BirthDate);

public enum ProposalOutcome { Done, NotFound, NotWaiting, ReasonMissing, MissingHolderName, MissingBirthDate, UnprintableCharacter, ChangedMeanwhile }
