using Mono.Cecil;

namespace Lms.UnitTests.Architecture;

/// <summary>What a module shows: its AddX(), its faces, the records they take and return. Everything else is its own business.</summary>
public sealed class SurfaceTests
{
    /// <summary>Public on purpose, each with its reason.</summary>
    private static readonly Dictionary<string, string> PublicEntities = new()
    {
        ["Lms.Publishing.PublishableItem"] = "Content and Assessment tell it to publish within their own unit of work",
        ["Lms.Publishing.ItemVersion"] = "an immutable version; the modules that froze it read its body",
        ["Lms.Publishing.PublishLogEntry"] = "an appended fact without behaviour",
        ["Lms.Data.Sequence"] = "has no setter; modules take numbers through its one static method",
    };

    private static readonly Dictionary<string, string> Interfaces = new()
    {
        ["Lms.Assessment.Attempts.IAttemptListener"] = "calls upward: Training hears what was graded",
        ["Lms.Web.Mail.IMailTransport"] = "reaches outside: a mail server, or a folder where there is none",
    };

    /// <summary>"About seven": a face that needs more is two faces.</summary>
    private const int MostVerbs = 10;

    [Fact]
    public void No_entity_is_public()
    {
        var entities = Codebase.Entities();
        Assert.NotEmpty(entities);
        var shown = Codebase.Modules.Append("Lms.Data").SelectMany(Codebase.PublicTypesOf)
            .Where(t => entities.Contains(t.FullName)).Select(t => t.FullName).Except(PublicEntities.Keys).ToList();
        Assert.True(shown.Count == 0, $"{Join(shown)}: an entity is reached through a face, else any code could change it past its rules. Make it internal.");
    }

    [Fact]
    public void What_is_public_is_a_registration_a_face_or_a_fact()
    {
        var entities = Codebase.Entities();
        var others = Codebase.Modules.SelectMany(Codebase.PublicTypesOf)
            .Where(t => !(t.IsEnum || t.IsInterface || t.IsValueType || Codebase.IsRecord(t) || Codebase.IsStatic(t) || entities.Contains(t.FullName)))
            .Where(t => !t.IsSealed || t.Fields.Any(f => f is { IsPublic: true, IsLiteral: false }))
            .Select(t => t.FullName).ToList();
        Assert.True(others.Count == 0, $"{Join(others)}: a module shows its AddX(), sealed faces, and records, enums and structs for facts. Seal it or make it internal.");
    }

    [Fact]
    public void A_face_has_about_seven_verbs()
    {
        var wide = Codebase.Modules.SelectMany(Codebase.PublicTypesOf).Where(t => t is { IsClass: true, IsValueType: false } && !Codebase.IsRecord(t))
            .Select(t => (t.FullName, Count: Codebase.VerbsOf(t).Count)).Where(t => t.Count > MostVerbs).Select(t => $"{t.FullName} ({t.Count})").ToList();
        Assert.True(wide.Count == 0, $"{Join(wide)}: a face of more than {MostVerbs} verbs is two faces; split it along who calls it.");
    }

    [Fact]
    public void An_interface_stands_only_where_a_call_goes_up_or_out()
    {
        var found = Codebase.All.SelectMany(Codebase.TypesOf).Where(t => t.IsInterface).Select(t => t.FullName).Except(Interfaces.Keys).ToList();
        Assert.True(found.Count == 0, $"{Join(found)}: with one implementation an interface hides where the sentence goes on; use the class. If the call goes upward or out of the process, add it here with that reason.");
    }

    [Fact]
    public void Every_name_says_an_idea()
    {
        string[] empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Common", "Misc", "Extensions"];
        var found = Codebase.All.SelectMany(Codebase.TypesOf).Where(t => !t.Name.EndsWith("TagHelper", StringComparison.Ordinal)) // the framework's own word
            .Where(t => empty.Any(e => t.Name.EndsWith(e, StringComparison.Ordinal))).Select(t => t.FullName).ToList();
        Assert.True(found.Count == 0, $"{Join(found)}: such a name collects whatever has no place. Name the idea, like ChoiceOrder or CityCalendar.");
    }

    [Fact]
    public void Tables_are_reached_from_their_own_module_only()
    {
        var shown = Codebase.All.SelectMany(Codebase.PublicTypesOf).SelectMany(t => t.Methods).Where(m => m.IsPublic && !m.DeclaringType.FullName.EndsWith("LmsDb", StringComparison.Ordinal))
            .Where(m => m.ReturnType.FullName.StartsWith("Microsoft.EntityFrameworkCore.DbSet`1", StringComparison.Ordinal)).Select(m => m.FullName).ToList();
        Assert.True(shown.Count == 0, $"{Join(shown)}: a module that reads another's table is bound to its columns. Ask the face.");
    }

    private static string Join(IEnumerable<string> names) => string.Join(", ", names.Order());
}
