namespace Lms.Assessment.Scoring;

/// <summary>Exam points in whole hundredths: no binary fraction ever rounds somebody below the pass mark.</summary>
public readonly record struct Points(int Hundredths) : IComparable<Points>
{
    public static readonly Points Zero = new(0);
    public static Points Of(decimal value) => new((int)Math.Round(value * 100m, MidpointRounding.AwayFromZero));
    public decimal Value => Hundredths / 100m;
    public static Points operator +(Points a, Points b) => new(a.Hundredths + b.Hundredths);
    public static bool operator >=(Points a, Points b) => a.Hundredths >= b.Hundredths;
    public static bool operator <=(Points a, Points b) => a.Hundredths <= b.Hundredths;
    public static bool operator >(Points a, Points b) => a.Hundredths > b.Hundredths;
    public static bool operator <(Points a, Points b) => a.Hundredths < b.Hundredths;
    public int CompareTo(Points other) => Hundredths.CompareTo(other.Hundredths);
    public override string ToString() => Value.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}
