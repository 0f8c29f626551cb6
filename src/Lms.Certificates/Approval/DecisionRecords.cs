namespace Lms.Certificates.Approval;

/// <summary>Approved: its certificates are being issued. Issued: they are.</summary>
public enum DecisionState { Draft, Submitted, Approved, Issued }

/// <param name="SignatoryKey">The person whose approval it needs.</param>
/// <param name="SignatoryName">As printed, with the academic title.</param>
public sealed record DecisionDraft(string Number, DateOnly DecidedOn, Guid SignatoryKey, string SignatoryName, string SignatoryTitle);

/// <summary><see cref="ProblemsLeft"/>: somebody in it cannot be issued a certificate yet. <see cref="TakenMeanwhile"/>: no proposal of the selection waits any more.</summary>
public enum DecisionOutcome { Done, NotFound, NumberMissing, NumberTaken, SignatoryMissing, UnprintableCharacter, NotInThisState, NobodyInIt, ProblemsLeft, NotTheSignatory, ReasonMissing, TakenMeanwhile, ChangedMeanwhile }

public enum DecisionFileProblem { None, NotFound, Empty, TooLarge, NotAPdf, ActiveContent }

/// <param name="People">Of them <paramref name="Issued"/> have their certificate and <paramref name="Refused"/> could not get it.</param>
public sealed record DecisionRow(Guid Key, string Number, DateOnly DecidedOn, Guid SignatoryKey, string SignatoryName, string SignatoryTitle, DecisionState State, DateTime DrawnUpAt, Guid DrawnUpBy,
    DateTime? SubmittedAt, DateTime? ApprovedAt, DateTime? IssuedAt, string? ReturnReason, int People, int Issued, int Refused, string? FileName)
{
    public int Left => People - Issued - Refused;
}

public sealed record DecisionDocument(string Name, byte[] Content);
