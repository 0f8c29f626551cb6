using Lms.Certificates.Approval;

namespace Lms.Web.Features.Register;

internal static class DecisionLooks
{
    public static string Of(DecisionState state) => state switch
    {
        DecisionState.Draft => "neutral",
        DecisionState.Submitted => "warning",
        DecisionState.Approved => "info",
        DecisionState.Issued => "success",
    };
}
