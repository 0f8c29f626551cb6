using System.Security.Cryptography;
using System.Text;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Attempts;

/// <param name="AccessCode">Asked for at the start of each attempt; empty for none. Case does not matter.</param>
/// <param name="Networks">Address ranges, apart by spaces, commas or line breaks; empty for everywhere.</param>
public sealed record ExamDoor(string AccessCode, string Networks);

public enum DoorOutcome { Done, NotFound, CodeTooShort, CodeTooLong, NetworkUnreadable, TooManyNetworks }

/// <summary>
/// What an exam asks of those who want to come in: a code that is read out in the room, and a network. They belong to the exam
/// and not to its paper: two rooms sit one paper with two codes.
/// </summary>
public sealed class ExamDoors(LmsDb db)
{
    public const int ShortestCode = 4, LongestCode = 40;
    private const int LongestNetworks = 1000;
    /// <summary>Without letters and digits that look alike when they are written on a board.</summary>
    private const string Alphabet = "ABCDEFGHKMNPQRSTUVWXYZ23456789";

    public Task<ExamDoor?> FindAsync(Guid examKey, CancellationToken ct = default) =>
        db.Exams.Where(e => e.Key == examKey).Select(e => new ExamDoor(e.AccessCode ?? "", e.Networks)).SingleOrDefaultAsync(ct);

    /// <returns>With <see cref="DoorOutcome.NetworkUnreadable"/>, the words that could not be read.</returns>
    public async Task<(DoorOutcome Outcome, string Unreadable)> SetAsync(Guid examKey, ExamDoor door, CancellationToken ct = default)
    {
        var code = Tidy(door.AccessCode);
        if (code.Length is > 0 and < ShortestCode) return (DoorOutcome.CodeTooShort, "");
        if (code.Length > LongestCode) return (DoorOutcome.CodeTooLong, "");
        if (Networks.Read(door.Networks, out var unreadable) is not { } networks) return (DoorOutcome.NetworkUnreadable, unreadable);
        if (networks.ToString().Length > LongestNetworks) return (DoorOutcome.TooManyNetworks, "");
        if (await db.Exams.SingleOrDefaultAsync(e => e.Key == examKey, ct) is not { } exam) return (DoorOutcome.NotFound, "");
        exam.Guard(code.Length == 0 ? null : code, networks);
        await db.SaveChangesAsync(ct);
        return (DoorOutcome.Done, "");
    }

    /// <summary>A code nobody guesses and everybody can copy from a board.</summary>
    public static string NewCode() => RandomNumberGenerator.GetString(Alphabet, 6);

    /// <summary>Takes the same time wherever the two differ, and does not tell the length of the right one.</summary>
    internal static bool Opens(string? asked, string? typed) => asked is null || CryptographicOperations.FixedTimeEquals(Digest(asked), Digest(Tidy(typed ?? "")));

    private static string Tidy(string code) => code.Trim().Normalize();

    private static byte[] Digest(string code) => SHA256.HashData(Encoding.UTF8.GetBytes(code.ToUpperInvariant()));
}
