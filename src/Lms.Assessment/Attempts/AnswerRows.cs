using System.Data.Common;
using System.Globalization;
using System.Text;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lms.Assessment.Attempts;

/// <summary>
/// Writes the steps of one save as one statement, which commits all of them or none. Saving answers is what the system
/// does most: through the change tracker a page of twenty is twenty statements on SQLite.
/// </summary>
internal static class AnswerRows
{
    /// <param name="steps">Of one attempt and one instant.</param>
    /// <exception cref="DbException">A unique violation where another save took one of the numbers.</exception>
    public static async Task InsertAsync(LmsDb db, IReadOnlyList<Answer> steps, CancellationToken ct)
    {
        if (steps.Count == 0) return;
        var table = db.Model.FindEntityType(typeof(Answer))!;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        var parameters = new List<DbParameter>
        {
            Parameter(nameof(Answer.AttemptKey), "@attempt", steps[0].AttemptKey),
            Parameter(nameof(Answer.GivenAt), "@at", steps[0].GivenAt),
        };
        var sql = new StringBuilder("""INSERT INTO "Answers" ("AttemptKey", "Sequence", "Slot", "Response", "GivenAt") VALUES """);
        for (var i = 0; i < steps.Count; i++)
        {
            parameters.Add(Parameter(nameof(Answer.Response), $"@r{i}", steps[i].Response));
            sql.Append(CultureInfo.InvariantCulture, $"{(i == 0 ? "" : ", ")}(@attempt, {steps[i].Sequence}, {steps[i].Slot}, @r{i}, @at)");
        }

        await db.Database.ExecuteSqlRawAsync(sql.ToString(), parameters, ct);

        // The mapping knows how this database keeps keys and instants.
        DbParameter Parameter(string property, string name, object value) =>
            table.FindProperty(property)!.GetRelationalTypeMapping().CreateParameter(command, name, value);
    }
}
