using Lms.Data;

namespace Lms.Training.Programmes;

/// <summary>What leads to a credential: the courses that must all be completed. CredentialCode null: no certificate.</summary>
public sealed record ProgrammeDetail(Guid Key, string Code, string Title, string TitleEn, string Summary, string? CredentialCode, bool Active, IReadOnlyList<Guid> CourseKeys);
public sealed record ProgrammeDraft(string Code, string Title, string TitleEn, string Summary, string? CredentialCode, bool Active, IReadOnlyList<Guid> CourseKeys);
public enum ProgrammeOutcome { Done, NotFound, CodeMissing, CodeTaken, TitleMissing, NoCourses, UnknownCourse, UnknownCredential }

public sealed class Programmes(LmsDb db, TimeProvider clock)
{
    public Task<List<ProgrammeDetail>> ListAsync(CancellationToken ct = default) => throw new NotImplementedException();
    public Task<ProgrammeDetail?> FindAsync(Guid key, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<(ProgrammeOutcome Outcome, Guid Key)> AddAsync(ProgrammeDraft draft, CancellationToken ct = default) => throw new NotImplementedException();
    public Task<ProgrammeOutcome> ChangeAsync(Guid key, ProgrammeDraft draft, CancellationToken ct = default) => throw new NotImplementedException();
}
