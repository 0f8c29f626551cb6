using Lms.Data;
using Lms.UnitTests.Infrastructure;
using Microsoft.EntityFrameworkCore;

namespace Lms.UnitTests.Data;

public sealed class AppendedRowsTests
{
    [Theory, EveryDatabase]
    public async Task Many_rows_are_added_with_few_statements_and_those_there_already_are_left_out(DatabaseProvider provider)
    {
        await using var db = await TestDatabase.OpenAsync(provider);
        List<Sequence> Rows(int count) => [.. Enumerable.Range(1, count).Select(i => new Sequence { Name = $"s'{i}" })];

        Assert.Equal(10, await db.UseAsync<LmsDb, int>(d => d.AppendAsync(Rows(10))));
        var statements = await QueryCounter.CountAsync(async () =>
            Assert.Equal(2490, await db.UseAsync<LmsDb, int>(d => d.AppendAsync(Rows(2500), skipDuplicates: true))));

        Assert.Equal(3, statements);
        Assert.Equal(2500, await db.UseAsync<LmsDb, int>(d => d.Set<Sequence>().CountAsync()));
        Assert.Equal(0, await db.UseAsync<LmsDb, int>(d => d.AppendAsync<Sequence>([])));
    }
}
