namespace Lms.Certificates.Pdf;

/// <summary>
/// A text in the largest size that its place allows. It shrinks on one line down to a floor, then breaks into
/// lines of even length, and below the floor it goes on shrinking: a name is never cut off.
/// </summary>
internal sealed record FittedText(IReadOnlyList<string> Lines, double Size)
{
    /// <param name="widthAtOne">The width of a text at size 1: widths grow in proportion.</param>
    /// <param name="sizeWhenBroken">The largest size once there is more than one line.</param>
    public static FittedText Fit(string text, Func<string, double> widthAtOne, double width, int maxLines, double size, double sizeWhenBroken, double floor)
    {
        var words = text.Split(' ');
        var widths = new Widths(words, widthAtOne);
        for (var lines = 1; ; lines++)
        {
            var (widest, breaks) = widths.Break(0, Math.Min(lines, words.Length));
            var fitting = Math.Min(lines == 1 ? size : sizeWhenBroken, width / widest);
            if (fitting >= floor || lines >= Math.Min(maxLines, words.Length)) return new FittedText(Joined(words, breaks), fitting);
        }
    }

    private static List<string> Joined(string[] words, IReadOnlyList<int> ends)
    {
        List<string> lines = [];
        for (int start = 0, i = 0; i < ends.Count; start = ends[i++]) lines.Add(string.Join(' ', words[start..ends[i]]));
        return lines;
    }

    /// <summary>Fonts are set without kerning, so the width of a line is the sum of its words and spaces.</summary>
    private sealed class Widths(string[] words, Func<string, double> widthAtOne)
    {
        private readonly double[] word = [.. words.Select(widthAtOne)];
        private readonly double space = widthAtOne("x x") - widthAtOne("xx");

        /// <summary>The breaks that make the widest line as narrow as possible: where each line ends.</summary>
        public (double Widest, IReadOnlyList<int> Ends) Break(int start, int lines)
        {
            if (lines == 1) return (Line(start, word.Length), [word.Length]);
            (double Widest, IReadOnlyList<int> Ends) best = (double.MaxValue, []);
            for (var end = start + 1; end <= word.Length - lines + 1; end++)
            {
                var first = Line(start, end);
                if (first >= best.Widest) break;
                var rest = Break(end, lines - 1);
                if (Math.Max(first, rest.Widest) < best.Widest) best = (Math.Max(first, rest.Widest), [end, .. rest.Ends]);
            }
            return best;
        }

        private double Line(int start, int end)
        {
            var sum = space * (end - start - 1);
            for (var i = start; i < end; i++) sum += word[i];
            return sum;
        }
    }
}
