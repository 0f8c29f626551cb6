using Lms.Assessment.Marking;
using Lms.Data;

namespace Lms.Web.Features.Marking;

internal static class MarkingAddress
{
    public static string Queue(MarkingOrder by) => "/teaching/marking" + Query(by);

    public static string Of(ScriptAddress script, MarkingOrder by) => $"/teaching/marking/{script.Attempt}/{script.Slot}{Query(by)}";

    /// <summary>By what markers tell candidates apart: half of the code in the address is enough for that.</summary>
    public static string CandidateCode(PublicCode attempt) => attempt.Value[..6].ToUpperInvariant();

    private static string Query(MarkingOrder by) => by == MarkingOrder.ByQuestion ? "" : $"?by={by}";
}
