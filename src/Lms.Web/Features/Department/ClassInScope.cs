using Lms.Data;
using Lms.Training.Classes;
using Lms.Web.Identity;

namespace Lms.Web.Features.Department;

internal static class ClassInScope
{
    /// <summary>Null also where the class belongs to an institution the visitor's role does not reach: for him it does not exist.</summary>
    public static async Task<ClassDetail?> FindAsync(this Classes classes, PublicCode code, Scope scope, CancellationToken ct) =>
        await classes.FindAsync(code, ct) is { } found && scope.Covers(found.InstitutionKey) ? found : null;
}
