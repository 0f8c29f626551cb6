using System.Reflection;
using Lms.Data;
using Xunit.Sdk;
using Xunit.v3;

namespace Lms.UnitTests.Infrastructure;

/// <summary>Runs a theory on SQLite and, where a server is at hand, on PostgreSQL.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EveryDatabaseAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker)
    {
        List<ITheoryDataRow> rows = [new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Sqlite)];
        if (PostgresServer.IsAtHand) rows.Add(new TheoryDataRow<DatabaseProvider>(DatabaseProvider.Postgres));
        return new(rows);
    }

    public override bool SupportsDiscoveryEnumeration() => true;
}
