using System.Globalization;
using Lms.Bench;
using Lms.Bench.Certificates;
using Lms.Bench.Peak;
using Lms.Bench.Scoring;

// dotnet run -c Release --project tests/bench -- [sitters] [seconds] [replay classes]
// dotnet run -c Release --project tests/bench -- exam-peak [sitters] [factor] [minutes of arrival]
// dotnet run -c Release --project tests/bench -- kill sqlite|postgres [sitters] [kills]
// dotnet run -c Release --project tests/bench -- certificates-issue sqlite|postgres [people]
// dotnet run -c Release --project tests/bench -- kill-issue sqlite|postgres [people] [kills]
// dotnet run -c Release --project tests/bench -- scoring [attempts] [questions]
// dotnet run -c Release --project tests/bench -- certificates-pdf [seconds] [folder for the samples]
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
return args.FirstOrDefault() switch
{
    "exam-peak" => await ExamPeak.RunAsync(new PeakPlan((int)Number(1, 1_000), Number(2, 10), TimeSpan.FromMinutes(Number(3, 10)))),
    "kill" => await KillRun.RunAsync(args.ElementAtOrDefault(1) == "postgres", (int)Number(2, 200), (int)Number(3, 20)),
    "certificates-issue" => await IssueRun.RunAsync(args.ElementAtOrDefault(1) == "postgres", (int)Number(2, 23_912)),
    "kill-issue" => await KillIssueRun.RunAsync(args.ElementAtOrDefault(1) == "postgres", (int)Number(2, 8_000), (int)Number(3, 20)),
    "certificates-pdf" => CertificatePdfRun.Run(TimeSpan.FromSeconds(Number(1, 5)), args.ElementAtOrDefault(2)),
    "scoring" => ScoringRun.Run((int)Number(1, 250_000), (int)Number(2, 60)),
    _ => await Daily.RunAsync((int)Number(0, 200), TimeSpan.FromSeconds(Number(1, 15)), (int)Number(2, 20)),
};

double Number(int place, double otherwise) => args.Length > place ? double.Parse(args[place], CultureInfo.InvariantCulture) : otherwise;
