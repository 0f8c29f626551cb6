using Lms.Assessment.Scoring;
using Mono.Cecil;

namespace Lms.UnitTests.Assessment;

/// <summary>
/// A score has to come out the same on any machine in any year, and be explainable from the stored attempt alone. So
/// nothing in Scoring may ask the database, the clock, chance or the network.
/// </summary>
public sealed class ScoringPurityTests
{
    private static readonly string[] Forbidden =
        ["Microsoft.EntityFrameworkCore", "Lms.Data", "Lms.Assessment.Attempts", "Lms.Assessment.Papers", "System.Net", "Microsoft.AspNetCore", "System.TimeProvider", "System.Random", "System.Diagnostics.Stopwatch", "System.Security.Cryptography", "System.IO.File"];
    private static readonly string[] Clock = ["System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow", "System.Guid::NewGuid"];

    [Fact]
    public void Scoring_knows_neither_database_nor_clock_nor_chance_nor_network()
    {
        using var module = ModuleDefinition.ReadModule(typeof(Scorer).Assembly.Location);
        var types = module.GetTypes().Where(t => Outermost(t).Namespace.StartsWith("Lms.Assessment.Scoring", StringComparison.Ordinal)).ToList();
        Assert.Contains(types, t => t.Name == nameof(Scorer));
        var offences = types.SelectMany(t => Mentioned(t).Where(m => Forbidden.Any(f => m.StartsWith(f, StringComparison.Ordinal)) || Clock.Contains(m)).Select(m => $"{t.Name}: {m}"));
        Assert.Empty(offences.Distinct());
    }

    private static IEnumerable<string> Mentioned(TypeDefinition type) =>
    [
        .. type.Fields.Select(f => f.FieldType.FullName),
        .. type.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType.FullName).Append(m.ReturnType.FullName)),
        .. type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).SelectMany(i => i.Operand switch
        {
            MethodReference method => (string[])[method.DeclaringType.FullName, $"{method.DeclaringType.FullName}::{method.Name}"],
            FieldReference field => [field.DeclaringType.FullName, field.FieldType.FullName],
            TypeReference mentioned => [mentioned.FullName],
            _ => [],
        }),
    ];

    private static TypeDefinition Outermost(TypeDefinition type) => type.DeclaringType is null ? type : Outermost(type.DeclaringType);
}
