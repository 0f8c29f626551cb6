using Lms.Assessment.Invigilation;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Invigilation;

/// <summary>Interventions and signals in plain words.</summary>
internal static class InterventionWords
{
    public static string Of(IStringLocalizer<InvigilationText> text, InterventionKind kind, int minutes, int? percent) =>
        kind == InterventionKind.ExtraTime && percent is { } share ? text["Kind.ExtraTimePercent", minutes, share] : text[$"Kind.{kind}", minutes];

    public static string Of(IStringLocalizer<InvigilationText> text, SignalStep signal) => text[$"Signal.{signal.Kind}", signal.Times, signal.Seconds, signal.Detail];

    public static IEnumerable<string> Of(IStringLocalizer<InvigilationText> text, RoomSignals signals)
    {
        if (signals.FocusLosses > 0) yield return text["Signals.FocusLost", signals.FocusLosses, signals.SecondsAway];
        if (signals.AddressChanges > 0) yield return text["Signals.AddressChanged", signals.AddressChanges];
        if (signals.OpenedElsewhere > 0) yield return text["Signals.OpenedElsewhere", signals.OpenedElsewhere];
    }
}
