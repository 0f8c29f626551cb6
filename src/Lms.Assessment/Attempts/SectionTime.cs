using Lms.Assessment.Papers;

namespace Lms.Assessment.Attempts;

/// <summary>How long a timed section may take.</summary>
internal static class SectionTime
{
    /// <summary>Its own limit, and of the extra minutes the share that it has of the whole.</summary>
    /// <param name="section">From 1.</param>
    public static TimeSpan Of(PaperContent paper, int section, int extraMinutes)
    {
        var limit = paper.Sections[section - 1].TimeLimitMinutes!.Value;
        return TimeSpan.FromMinutes(limit) + TimeSpan.FromMinutes(extraMinutes) * limit / paper.Sections.Sum(s => s.TimeLimitMinutes!.Value);
    }
}
