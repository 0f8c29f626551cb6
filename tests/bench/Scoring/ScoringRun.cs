using System.Diagnostics;
using Lms.Assessment.Attempts;
using Lms.Assessment.Papers;
using Lms.Assessment.Papers.Drawing;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Types;
using Lms.Assessment.Regrading;
using Lms.Assessment.Scoring;

namespace Lms.Bench.Scoring;

/// <summary>
/// Recomputes attempts as a regrade does, from the stored text of form and answers: read, matched to the paper, scored,
/// added up. The database is left out; twice in one run, and the second must give every score of the first.
/// </summary>
internal static class ScoringRun
{
    private const int Kinds = 1_000;

    public static int Run(int attempts, int questions)
    {
        var paper = Paper(questions);
        var scoring = new AttemptScoring(new Dictionary<Guid, CorrectedKey>(), AttemptScoring.Unmarked);
        // Everybody answers otherwise, but a quarter of a million different logs would measure memory.
        var stored = Enumerable.Range(1, Kinds).Select(i => Stored(paper, i)).ToArray();
        Console.WriteLine($"{Environment.ProcessorCount} cores, {attempts:N0} attempts of {questions} questions, {Kinds:N0} different");

        var first = Time(out var firstSum);
        var second = Time(out var secondSum);
        Console.WriteLine($"recomputed in {first.TotalSeconds:N1} s and again in {second.TotalSeconds:N1} s: {attempts * (double)questions / second.TotalSeconds:N0} answers/s");
        Console.WriteLine($"sum of all scores {firstSum / 100m:N2} and {secondSum / 100m:N2}");
        return firstSum == secondSum ? 0 : 1;

        TimeSpan Time(out long sum)
        {
            var watch = Stopwatch.StartNew();
            var total = 0L;
            Parallel.For(0, attempts, () => 0L, (i, _, own) => own + Score(stored[i % Kinds]), own => Interlocked.Add(ref total, own));
            sum = total;
            return watch.Elapsed;
        }

        int Score((string Form, List<Answer> Steps) attempt) =>
            scoring.Score(Guid.Empty, paper, DrawnForm.Read(attempt.Form), new AnswerLog(Guid.Empty, attempt.Steps)).Score.Hundredths;
    }

    private static (string Form, List<Answer> Steps) Stored(FrozenPaper paper, int seed)
    {
        var random = new Random(seed);
        var form = paper.Draw(seed);
        var steps = form.Select((slot, i) => new Answer(Guid.Empty, i + 1, i + 1, ResponseJson.Write(Response(paper.Question(slot).Definition, random)), DateTime.UnixEpoch)).ToList();
        return (DrawnForm.Write(form), steps);
    }

    private static FrozenPaper Paper(int questions)
    {
        var keys = Enumerable.Range(0, questions).Select(_ => Guid.NewGuid()).ToList();
        var content = new PaperContent { Title = "", Sections = [new PaperSection { Draws = [new PaperDraw(Guid.Empty, null, null, questions, Points.Of(1m))] }] };
        return new PaperBody(content, [keys]).Freeze(Guid.NewGuid(), 1, keys.Index().ToDictionary(k => k.Item, k => new PoolEntry(k.Item, Question(k.Index), null)));
    }

    /// <summary>The mix of a usual paper: half single choice, the rest of the other types a machine marks.</summary>
    private static QuestionDefinition Question(int index) => (index % 10) switch
    {
        5 => new MultipleResponse { Prompt = "", Options = Options(2) },
        6 => new TrueFalse { Prompt = "", Correct = true },
        7 => new ShortText { Prompt = "", Answers = ["sơ đồ sinh thái", "ecomap"], DiacriticsSensitive = false },
        8 => new Numeric { Prompt = "", Answers = [new("650", "5")] },
        9 => new Matching { Prompt = "", Left = [new("1", "", "a"), new("2", "", "b"), new("3", "", "c")], Right = [new("a", "1"), new("b", "2"), new("c", "3"), new("d", "4")] },
        _ => new SingleChoice { Prompt = "", Options = Options(1) },
    };

    private static ChoiceOption[] Options(int right) => [.. Enumerable.Range(0, 4).Select(i => new ChoiceOption($"{(char)('a' + i)}", "", i < right))];

    private static Response Response(QuestionDefinition question, Random random)
    {
        return question switch
        {
            SingleChoice => new ChoiceResponse([Pick("a", "b", "c", "d")]),
            MultipleResponse => new ChoiceResponse(["a", Pick("b", "c", "d")]),
            TrueFalse => new ChoiceResponse([Pick("true", "false")]),
            ShortText => new TextResponse(Pick("Sơ đồ sinh thái", "so do sinh thai", "sơ đồ phả hệ")),
            Numeric => new TextResponse(Pick("650", "654,5", "0,65e3", "700")),
            _ => new MatchResponse(new Dictionary<string, string> { ["1"] = Pick("a", "d"), ["2"] = Pick("b", "c"), ["3"] = "c" }),
        };

        string Pick(params string[] from) => from[random.Next(from.Length)];
    }
}
