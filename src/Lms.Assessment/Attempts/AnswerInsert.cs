using System.Data.Common;
using Lms.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Lms.Assessment.Attempts;

/// <summary>One statement, prepared once, for all the answers of a transaction.</summary>
internal sealed class AnswerInsert : IAsyncDisposable
{
    private readonly DbCommand command;
    private readonly Column[] columns;

    public AnswerInsert(LmsDb db)
    {
        command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction() ?? throw new InvalidOperationException("No transaction is open.");
        columns =
        [
            new(db, command, nameof(Answer.AttemptKey), a => a.AttemptKey), new(db, command, nameof(Answer.Sequence), a => a.Sequence), new(db, command, nameof(Answer.Slot), a => a.Slot),
            new(db, command, nameof(Answer.Response), a => a.Response), new(db, command, nameof(Answer.GivenAt), a => a.GivenAt),
        ];
        command.CommandText = $"""
            INSERT INTO "Answers" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) VALUES ({string.Join(", ", columns.Select(c => c.Parameter.ParameterName))}) ON CONFLICT DO NOTHING
            """;
    }

    /// <returns>False where its number in the log was taken: nothing was added.</returns>
    public async Task<bool> RunAsync(Answer step)
    {
        foreach (var column in columns) column.Set(step);
        return await command.ExecuteNonQueryAsync() == 1;
    }

    public ValueTask DisposeAsync() => command.DisposeAsync();

    /// <summary>The mapping knows how this database keeps keys and instants.</summary>
    private sealed class Column
    {
        private readonly RelationalTypeMapping mapping;
        private readonly Func<Answer, object> read;

        public Column(LmsDb db, DbCommand command, string name, Func<Answer, object> read)
        {
            (Name, this.read) = (name, read);
            mapping = db.Model.FindEntityType(typeof(Answer))!.FindProperty(name)!.GetRelationalTypeMapping();
            Parameter = mapping.CreateParameter(command, $"@{name}", null, nullable: true);
            command.Parameters.Add(Parameter);
        }

        public string Name { get; }
        public DbParameter Parameter { get; }

        public void Set(Answer step) => Parameter.Value = mapping.Converter is { } converter ? converter.ConvertToProvider(read(step)) : read(step);
    }
}
