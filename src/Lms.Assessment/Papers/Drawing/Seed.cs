using System.Security.Cryptography;

namespace Lms.Assessment.Papers.Drawing;

/// <summary>What a draw starts from. Nobody may guess the next, so it comes from the system's generator; kept, it repeats the draw.</summary>
internal static class Seed
{
    public static long New() => BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long)));
}
