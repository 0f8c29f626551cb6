namespace Lms.Web.Features.Exams.Entry;

using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;
using Lms.Assessment.Scoring;
using Lms.Training.Progress;

public enum Door { NotOpenYet, Open, Closed, NoAttemptsLeft, InProgress, CoolingOff, OutsideNetwork }

public sealed record EntryModel(Sittings Sittings, MyClass Class, Allowance Allowance, DateTime Now, bool InsideNetwork = true)
{
    /// <summary>What several attempts come to; null where there is one at most.</summary>
    public ExamResult? Result { get; init; }
    public bool ShowsResult => Result is not null && new SittingsList(Sittings, Now).ShowsScore;

    public ExamDetail Exam => Sittings.Exam;

    public Door Door =>
        Sittings.InProgress is not null ? Door.InProgress
        : Now < Exam.OpensAt ? Door.NotOpenYet
        : Now >= Exam.ClosesAt ? Door.Closed
        : Sittings.Left == 0 ? Door.NoAttemptsLeft
        : Now < Sittings.NextStartAt ? Door.CoolingOff
        : !InsideNetwork ? Door.OutsideNetwork
        : Door.Open;

    /// <summary>Who starts shortly before the exam closes has until it closes, not the full time: better said before than found out.</summary>
    public bool CutShort => Door == Door.Open && Allowance.Minutes < Allowance.FullMinutes;
}
