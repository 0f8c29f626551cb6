namespace Lms.Training;

internal static class Percent
{
    public static decimal? Of(int? basisPoints) => basisPoints / 100m;
}
