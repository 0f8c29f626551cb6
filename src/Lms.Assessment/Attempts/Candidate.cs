using System.Net;

namespace Lms.Assessment.Attempts;

/// <summary>Who sits an exam, and what she comes with.</summary>
/// <param name="Key">Of the learner.</param>
/// <param name="Address">Where the request comes from; null where that is not known: an exam that asks for a network refuses it.</param>
/// <param name="AccessCode">As typed; needed to start only.</param>
/// <param name="Seat">The page the request comes from, see <see cref="Invigilation.Seats"/>; null where it does not matter.</param>
public readonly record struct Candidate(Guid Key, IPAddress? Address = null, string? AccessCode = null, int? Seat = null)
{
    /// <summary>Somebody of whom no more is known.</summary>
    public static implicit operator Candidate(Guid key) => new(key);

    public static Candidate FromGuid(Guid key) => new(key);
}
