using Lms.Assessment.Attempts;
using Lms.Data;
using Lms.Training.Progress;

namespace Lms.Web.Seeds.People;

/// <summary>Takes one person through a class by the very faces the pages call: lessons, attempt, answers, hand-in.</summary>
internal sealed class TraineeRun(Learning learning, Exams exams, ScenarioClock clock)
{
    public async Task StudyAsync(PublicCode classCode, Guid person, IReadOnlyList<string> lessonIds, DateTime at)
    {
        clock.MoveTo(at);
        if (await learning.CompleteLessonsAsync(classCode, person, lessonIds) == LessonOutcome.UnknownLesson) throw new InvalidDataException($"Class {classCode} has no such lessons: {string.Join(", ", lessonIds)}.");
    }

    /// <returns>Whether the exam let her in and she handed in.</returns>
    public async Task<bool> SitAsync(PublicCode examCode, Guid person, AnswerBook book, SimulatedCandidate candidate, DateTime at, TimeSpan taken)
    {
        clock.MoveTo(at);
        var (_, attempt) = await exams.StartAsync(examCode, person);
        if (attempt is not { } code || await exams.ShowAsync(code, person) is not { } view) return false;

        clock.MoveTo(at + taken / 2);
        var answers = new List<GivenAnswer>();
        foreach (var slot in view.Slots)
        {
            var known = book.Find(slot.Question.Prompt);
            if (candidate.Answer(slot.Question, known.Definition, known.Difficulty) is { } response)
                answers.Add(new GivenAnswer(slot.Slot, response));
        }

        if (answers.Count > 0) await exams.AnswerAsync(code, person, answers);
        clock.MoveTo(at + taken);
        return await exams.HandInAsync(code, person) == HandInOutcome.Graded;
    }
}
