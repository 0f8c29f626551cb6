using Lms.Assessment.Analysis;
using Lms.Spreadsheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Lms.Web.Features.Analysis;

/// <summary>What a page of figures needs besides them.</summary>
/// <param name="Address">Of the page; its files lie below it.</param>
public sealed record FiguresModel(AnalysedPaper Paper, string Address);

/// <summary>The figures of a paper as a workbook or as CSV.</summary>
internal static class AnalysisFile
{
    private const string Name = "phan-tich-de-thi";
    private const int Decimals = 4;

    /// <returns>Null for an extension we do not write.</returns>
    public static FileContentResult? Of(string extension, AnalysedPaper paper, IStringLocalizer<AnalysisText> text)
    {
        Table[] tables = [Summary(paper, text), Questions(paper, text), Options(paper, text)];
        return extension switch
        {
            "csv" => new FileContentResult(CsvFile.Write(tables), CsvFile.ContentType) { FileDownloadName = $"{Name}.csv" },
            "xlsx" => new FileContentResult(XlsxFile.Write(tables), XlsxFile.ContentType) { FileDownloadName = $"{Name}.xlsx" },
            _ => null,
        };
    }

    private static Table Summary(AnalysedPaper paper, IStringLocalizer<AnalysisText> text) => new(text["Summary"], [text["Figure"], text["Value"]],
    [
        [text["Attempts"].Value, paper.Total.Attempts], [text["PassPercent"].Value, Round(paper.PassPercent)], [text["Mean"].Value, Round(paper.Total.Mean)], [text["Median"].Value, Round(paper.Total.Median)],
        [text["Deviation"].Value, Round(paper.Total.StandardDeviation)], [text["Skewness"].Value, Round(paper.Total.Skewness)], [text["Kurtosis"].Value, Round(paper.Total.Kurtosis)],
        [text["Consistency"].Value, Round(paper.Total.InternalConsistencyPercent)], [text["ErrorRatio"].Value, Round(paper.Total.ErrorRatioPercent)], [text["StandardError"].Value, Round(paper.Total.StandardError)],
    ]);

    private static Table Questions(AnalysedPaper paper, IStringLocalizer<AnalysisText> text) => new(text["Questions"],
        [text["Question"], text["Answered"], text["Unanswered"], text["Facility"], text["Deviation"], text["Guess"], text["Discrimination"], text["PointBiserial"], text["Efficiency"], text["LookAt"]],
        [.. paper.Questions.Select(q => (IReadOnlyList<object?>)
        [
            q.Prompt, q.Attempts, q.Unanswered, Round(q.FacilityPercent), Round(q.StandardDeviationPercent), Round(q.GuessPercent), Round(q.DiscriminationPercent),
            Round(q.PointBiserial), Round(q.DiscriminativeEfficiencyPercent), string.Join("; ", q.Flags.Select(f => text[$"Flag.{f}"].Value)),
        ])]);

    private static Table Options(AnalysedPaper paper, IStringLocalizer<AnalysisText> text) => new(text["Options"],
        [text["Question"], text["Option"], text["Key"], text["Lower"], text["Middle"], text["Upper"], text["Chosen"]],
        [.. paper.Questions.SelectMany(q => q.Options.Select(o => (IReadOnlyList<object?>)[q.Prompt, OptionText(o, text), o.Right ? text["Right"].Value : "", o.Lower, o.Middle, o.Upper, o.Total]))]);

    public static string OptionText(OptionStatistics option, IStringLocalizer<AnalysisText> text) => option.Text.Length > 0 ? option.Text : text[$"Statement.{option.Id}"].Value;

    private static decimal? Round(double? value) => value is { } number && double.IsFinite(number) ? Math.Round((decimal)number, Decimals) : null;
}
