namespace Lms.Web.Platform;

/// <summary>
/// Something the person at the console can mend: wrong settings, a busy port, a broken file. It is shown as the one
/// line it carries (what is wrong, then what to do), never as a stack trace.
/// </summary>
internal sealed class StartupProblem(string line, Exception? cause = null) : Exception(line, cause);
