using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Lms.Data;

/// <summary>
/// A query that is asked so often that looking it up would cost more than running it. EF ties a compiled one to the model it
/// first ran on; a process that knows two databases, as the tests do, has two.
/// </summary>
/// <typeparam name="TQuery">The delegate that EF.CompileAsyncQuery returns.</typeparam>
public sealed class CompiledQuery<TQuery>(Func<TQuery> compile) where TQuery : Delegate
{
    private readonly ConditionalWeakTable<IModel, TQuery> compiled = [];

    public TQuery On(LmsDb db) => compiled.GetValue(db.Model, _ => compile());
}
