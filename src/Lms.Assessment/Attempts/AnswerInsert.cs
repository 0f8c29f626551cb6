using System.Data.Common;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lms.Assessment.Attempts;

/// <summary>
/// Adds one answer inside a transaction that others share: on PostgreSQL a violation would end it for all of them, so none
/// is raised. SQL Server has no ON CONFLICT.
/// </summary>
internal static class AnswerInsert
{
    private const string Sql = """
        INSERT INTO "Answers" ("AttemptKey", "Sequence", "Slot", "Response", "GivenAt") VALUES (@AttemptKey, @Sequence, @Slot, @Response, @GivenAt) ON CONFLICT DO NOTHING
        """;

    public static bool IsPossible(LmsDb db) => !db.Database.IsSqlServer();

    /// <returns>False where its number in the log was taken: nothing was added.</returns>
    public static async Task<bool> RunAsync(LmsDb db, Answer step)
    {
        var table = db.Model.FindEntityType(typeof(Answer))!;
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = Sql;
        command.Parameters.AddRange(new[]
        {
            Parameter(nameof(Answer.AttemptKey), step.AttemptKey), Parameter(nameof(Answer.Sequence), step.Sequence), Parameter(nameof(Answer.Slot), step.Slot),
            Parameter(nameof(Answer.Response), step.Response), Parameter(nameof(Answer.GivenAt), step.GivenAt),
        });
        return await command.ExecuteNonQueryAsync() == 1;

        // The mapping knows how this database keeps keys and instants.
        DbParameter Parameter(string property, object value) => table.FindProperty(property)!.GetRelationalTypeMapping().CreateParameter(command, $"@{property}", value);
    }
}
