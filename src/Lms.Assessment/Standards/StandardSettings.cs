using System.Globalization;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Scoring;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment.Standards;

/// <summary>Setting a paper's standard by Angoff: judges, two rounds, a cut score. Who may open and invite is the caller's question.</summary>
public sealed class StandardSettings(LmsDb db, TimeProvider clock)
{
    public const int MostQuestions = 200;

    /// <summary>Over what the paper's draft could ask now; an earlier study of the paper stays as it was.</summary>
    public async Task<StudyOutcome> OpenAsync(Guid paperKey, PaperContent content, Guid? by, CancellationToken ct = default)
    {
        var resolved = await PaperPool.ResolveAsync(db, content, null, ct);
        if (resolved.Problems.Count + PaperRules.OfFinished(content).Count > 0) return StudyOutcome.PaperNotReady;
        if (resolved.Questions.Count > MostQuestions) return StudyOutcome.TooManyQuestions;
        db.Add(AngoffStudy.Open(paperKey, resolved.Body, by, clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync(ct);
        return StudyOutcome.Done;
    }

    /// <summary>The latest of a paper.</summary>
    public async Task<Study?> OfPaperAsync(Guid paperKey, CancellationToken ct = default) =>
        await db.AngoffStudies.AsNoTracking().Include(s => s.Judges).Where(s => s.PaperKey == paperKey).OrderByDescending(s => s.OpenedAt).ThenByDescending(s => s.Key).FirstOrDefaultAsync(ct) is { } study
            ? await ReadAsync(study, ct) : null;

    /// <summary>Those still open to which she is invited, newest first.</summary>
    public Task<List<StudyToJudge>> ForJudgeAsync(Guid person, CancellationToken ct = default) =>
        db.AngoffStudies.Where(s => s.Stage != AngoffStage.Closed && s.Judges.Any(j => j.PersonKey == person)).OrderByDescending(s => s.OpenedAt)
            .Select(s => new StudyToJudge(s.Key, s.Title, s.Stage)).ToListAsync(ct);

    /// <summary>Inviting twice is inviting once.</summary>
    public async Task<StudyOutcome> InviteAsync(Guid studyKey, Guid person, CancellationToken ct = default)
    {
        if (await db.AngoffStudies.Include(s => s.Judges).SingleOrDefaultAsync(s => s.Key == studyKey, ct) is not { } study) return StudyOutcome.NotFound;
        if (study.Stage != AngoffStage.FirstRound) return StudyOutcome.NotInRound;
        study.Invite(person);
        await db.SaveChangesAsync(ct);
        return StudyOutcome.Done;
    }

    /// <summary>Ends the round: from the first to the second, from the second to the end. Not before somebody has judged all of it.</summary>
    public async Task<StudyOutcome> AdvanceAsync(Guid studyKey, CancellationToken ct = default)
    {
        if (await db.AngoffStudies.SingleOrDefaultAsync(s => s.Key == studyKey, ct) is not { } study) return StudyOutcome.NotFound;
        if (study.Stage == AngoffStage.Closed) return StudyOutcome.NotInRound;
        if ((await SheetsAsync(studyKey, ct)).All(s => s.Round != study.Stage || !IsComplete(s.Percent))) return StudyOutcome.NobodyJudged;
        study.Advance();
        await db.SaveChangesAsync(ct);
        return StudyOutcome.Done;
    }

    /// <summary>Null where she is not invited. What the others say she learns after the first round, and of nobody by name.</summary>
    public async Task<JudgeSheet?> SheetAsync(Guid studyKey, Guid judge, CancellationToken ct = default)
    {
        if (await db.AngoffStudies.AsNoTracking().Include(s => s.Judges).SingleOrDefaultAsync(s => s.Key == studyKey && s.Judges.Any(j => j.PersonKey == judge), ct) is not { } found) return null;
        var study = await ReadAsync(found, ct);
        var own = (await SheetsAsync(studyKey, ct)).Where(s => s.JudgeKey == judge).MaxBy(s => s.Round);
        return new JudgeSheet(study, [.. Enumerable.Range(0, study.Questions.Count).Select(i => own is null || own.Percent[i] < 0 ? (int?)null : own.Percent[i])],
            study.Stage == AngoffStage.FirstRound ? null : study.Rounds[0].Result);
    }

    /// <param name="estimates">Percent for each question in order, null where she has not made up her mind.</param>
    public async Task<StudyOutcome> EstimateAsync(Guid studyKey, Guid judge, IReadOnlyList<int?> estimates, CancellationToken ct = default)
    {
        var found = await db.AngoffStudies.AsNoTracking().Where(s => s.Key == studyKey && s.Judges.Any(j => j.PersonKey == judge)).Select(s => new { s.Stage, s.Body }).SingleOrDefaultAsync(ct);
        if (found is null) return StudyOutcome.NotFound;
        if (found.Stage == AngoffStage.Closed) return StudyOutcome.NotInRound;
        var questions = Weights(AssessmentJson.Read<PaperBody>(found.Body)).Count;
        if (estimates.Count != questions || estimates.Any(e => e is < 0 or > 100)) return StudyOutcome.OutOfRange;
        var now = clock.GetUtcNow().UtcDateTime;
        while (true)
        {
            var last = await db.AngoffSheets.Where(s => s.StudyKey == studyKey && s.Round == found.Stage && s.JudgeKey == judge).MaxAsync(s => (int?)s.Number, ct) ?? 0;
            var sheet = new AngoffSheet(Key.New(now), studyKey, found.Stage, judge, last + 1, string.Join(',', estimates.Select(e => e ?? -1)), now);
            db.Add(sheet);
            try
            {
                await db.SaveChangesAsync(ct);
                return StudyOutcome.Done;
            }
            catch (DbUpdateException e) when (e.IsUniqueViolation())
            {
                db.Forget([sheet]);
            }
        }
    }

    /// <summary>Each question once, in the order of the paper, with the points an attempt gets from it on average.</summary>
    private static List<(Guid Version, double Weight)> Weights(PaperBody body)
    {
        var weights = new List<(Guid Version, double Weight)>();
        var (asked, drawn) = (0, 0);
        foreach (var section in body.Content.Sections)
        {
            foreach (var question in section.Questions) weights.Add((body.Fixed[asked++], question.Points.Hundredths));
            foreach (var draw in section.Draws)
            {
                var pool = body.Pool[drawn++];
                weights.AddRange(pool.Select(q => (q, (double)draw.Count * draw.PointsEach.Hundredths / pool.Count)));
            }
        }

        return [.. weights.GroupBy(w => w.Version).Select(w => (w.Key, w.Sum(x => x.Weight)))];
    }

    private async Task<Study> ReadAsync(AngoffStudy study, CancellationToken ct)
    {
        var weights = Weights(AssessmentJson.Read<PaperBody>(study.Body));
        var definitions = await FrozenPapers.QuestionsAsync(db, weights.ConvertAll(w => w.Version), ct);
        var sheets = await SheetsAsync(study.Key, ct);
        var rounds = new[] { AngoffStage.FirstRound, AngoffStage.SecondRound }.Select(round =>
        {
            var complete = sheets.Where(s => s.Round == round && IsComplete(s.Percent)).OrderBy(s => s.JudgeKey).ToList();
            return new StudyRound(round, complete.ConvertAll(s => s.JudgeKey), Angoff.Of(weights.ConvertAll(w => w.Weight), complete.ConvertAll(s => (s.JudgeKey, (IReadOnlyList<int>)s.Percent))));
        });
        return new Study(study.Key, study.PaperKey, study.Title, study.Stage, new Points((int)Math.Round(weights.Sum(w => w.Weight))), [.. study.Judges.Select(j => j.PersonKey).Order()],
            [.. weights.Select((w, i) => new JudgedQuestion(SlotReview.WithKey(i + 1, definitions[w.Version], new Points((int)Math.Round(w.Weight))), w.Weight))], [.. rounds]);
    }

    /// <summary>The latest of each judge and round.</summary>
    private async Task<List<Sheet>> SheetsAsync(Guid studyKey, CancellationToken ct) =>
        [.. (await db.AngoffSheets.AsNoTracking().Where(s => s.StudyKey == studyKey).ToListAsync(ct)).GroupBy(s => (s.Round, s.JudgeKey))
            .Select(own => new Sheet(own.Key.Round, own.Key.JudgeKey, [.. own.MaxBy(s => s.Number)!.Estimates.Split(',').Select(e => int.Parse(e, CultureInfo.InvariantCulture))]))];

    private static bool IsComplete(int[] percent) => percent.All(p => p >= 0);

    private sealed record Sheet(AngoffStage Round, Guid JudgeKey, int[] Percent);
}
