using Mono.Cecil;

namespace Lms.UnitTests.Architecture;

/// <summary>The compiled modules as the rules read them, without loading them.</summary>
internal static class Codebase
{
    /// <summary>The modules that hold the domain: everything but the data layer below and the site above them.</summary>
    public static readonly string[] Modules = ["Lms.Publishing", "Lms.Content", "Lms.Assessment", "Lms.Certificates", "Lms.Training"];
    public static readonly string[] All = ["Lms.Data", "Lms.Documents", "Lms.Spreadsheets", "Lms.Data.Sqlite", "Lms.Data.Postgres", "Lms.Data.SqlServer", .. Modules, "Lms.Web"];

    private static readonly Dictionary<string, ModuleDefinition> Read = All.ToDictionary(
        name => name, name => ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, name + ".dll")));

    public static string Root { get; } = FindRoot();

    /// <summary>Our own assemblies that the code of this one really uses; a reference nobody uses does not reach the assembly.</summary>
    public static IEnumerable<string> UsesOf(string assembly) =>
        Read[assembly].AssemblyReferences.Select(r => r.Name).Where(n => n.StartsWith("Lms.", StringComparison.Ordinal)).Order();

    public static IEnumerable<TypeDefinition> TypesOf(string assembly) =>
        Read[assembly].GetTypes().Where(t => !t.Name.Contains('<') && t.Name != "Program" && !(t.Namespace ?? "").StartsWith("Microsoft", StringComparison.Ordinal) && !(t.Namespace ?? "").StartsWith("System", StringComparison.Ordinal));

    public static IEnumerable<TypeDefinition> PublicTypesOf(string assembly) => TypesOf(assembly).Where(t => t.IsPublic || t.IsNestedPublic);

    /// <summary>What EF maps: the T of every IEntityTypeConfiguration&lt;T&gt;.</summary>
    public static HashSet<string> Entities() =>
    [
        .. All.SelectMany(TypesOf).SelectMany(t => t.Interfaces).Select(i => i.InterfaceType).OfType<GenericInstanceType>()
            .Where(i => i.Name == "IEntityTypeConfiguration`1").Select(i => i.GenericArguments[0].FullName),
    ];

    public static bool IsRecord(TypeDefinition type) => type.Methods.Any(m => m.Name is "<Clone>$" or "PrintMembers");
    public static bool IsStatic(TypeDefinition type) => type is { IsAbstract: true, IsSealed: true };

    /// <summary>What a caller can do with it: public methods without accessors, operators and what every object has.</summary>
    public static List<MethodDefinition> VerbsOf(TypeDefinition type) =>
        [.. type.Methods.Where(m => m is { IsPublic: true, IsStatic: false, IsConstructor: false, IsSpecialName: false } && m.Name is not ("ToString" or "Equals" or "GetHashCode" or "Dispose" or "DisposeAsync"))];

    /// <summary>Every member that the code of a type touches, as "Type::Member".</summary>
    public static IEnumerable<string> CallsOf(TypeDefinition type) => type.Methods.Where(m => m.HasBody).SelectMany(m => m.Body.Instructions)
        .Select(i => i.Operand).OfType<MethodReference>().Select(m => $"{m.DeclaringType.FullName}::{m.Name}");

    public static IEnumerable<string> SourceFiles() => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !f.Contains($"{Path.DirectorySeparatorChar}Migrations{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Lms.sln"))) return folder.FullName;
        throw new InvalidOperationException("Lms.sln is not above the tests.");
    }
}
