using System.Diagnostics;

namespace Lms.Web.Seeds.Replay;

/// <summary>A bar where somebody watches, a line every twentieth part where the output goes to a file.</summary>
internal sealed class ReplayProgress(TextWriter output, bool interactive)
{
    private readonly Stopwatch watch = Stopwatch.StartNew();
    private int classes, doneClasses, skippedClasses, lastLine;

    public int NewAttendances { get; private set; }
    public int NewAttempts { get; private set; }
    public int NewClasses => doneClasses - skippedClasses;
    public TimeSpan Elapsed => watch.Elapsed;

    public void Begin(int wanted, int attendancesDone, int classesDone)
    {
        (classes, doneClasses, skippedClasses) = (wanted, classesDone, classesDone);
        if (classesDone > 0) output.WriteLine($"{classesDone} of {wanted} classes ({attendancesDone:N0} attendances) are there already.");
    }

    public void ClassDone(int attendances, int attempts)
    {
        doneClasses++;
        NewAttendances += attendances;
        NewAttempts += attempts;
        var twentieth = doneClasses * 20 / classes;
        if (interactive) output.Write($"\r{Bar()} {Line()}   ");
        else if (twentieth != lastLine) output.WriteLine(Line());
        lastLine = twentieth;
        if (interactive && doneClasses == classes) output.WriteLine();
    }

    private string Bar()
    {
        var filled = 30 * doneClasses / classes;
        return $"[{new string('#', filled)}{new string('.', 30 - filled)}]";
    }

    private string Line()
    {
        var left = TimeSpan.FromSeconds(watch.Elapsed.TotalSeconds / Math.Max(1, NewClasses) * (classes - doneClasses));
        return $"{doneClasses}/{classes} classes, {NewAttendances:N0} attendances, {NewAttempts / watch.Elapsed.TotalSeconds:N0} attempts/s, {left:mm\\:ss} left";
    }
}
