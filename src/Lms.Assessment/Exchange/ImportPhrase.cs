using System.Globalization;

namespace Lms.Assessment.Exchange;

/// <summary>What is said again and again of what a file lacks or what became of it. Pages have a text for each; so has <see cref="ImportPhraseText"/>, for the command line.</summary>
public enum ImportPhrase
{
    NoQuestionColumn, WorkbookLimit, SheetLimit, NoWorkbook, NotUtf8, TheQuestion, TwoOptions, LetterOfRight, TrueOrFalse, AnAnswer, AnswerText, NoNumberOrRange, ANumber,
    NoArrow, PairLeft, OptionQuoted, NoQuestionInFile, AnswerLine, QuestionBeforeOptions, OptionLetter, RightNumber, BlockLimit, DescriptionWithoutBraces, OpeningBrace,
    ClosingBrace, SeveralBraces, PointsText, OneTaken, Adaptive, ItemNotInPackage, FeedbackDepends, FileType, FileTypeUnknown, ValuesDrawn, EarnsTooMuch, EarnsNothing,
    EmptyEarns, OtherPoints, SeveralInteractions, ResponseNotDeclared, NoCounterpart, NothingOfScoring, KeyTaken, AsQuestion, NoItems, ItemLimit, UnusualBreak,
    AsksNothing, FileLimit, PathOutside, UnpacksTooLarge, ArchiveDamaged, ReadingTooLong, UnusualDamage, UnknownFormat, ArchiveNotText, UploadLimit, TextMayHold,
    AddressNamed, WebAndMailOnly, MarkupOfText, TooDeep, TextLimit, MarkdownOnly, SeveralMarkers, PlaceOnPicture, ThePicture, WhichIsRight, AFormula, CalculatedMulti,
    RootElement, NoQuestionElement, ImagesDragged, DescriptionAsksNothing, TypeAttribute, ChoiceForGap, GapInText, FractionText, ZeroTaken, TheText, ClosingBraceOf,
    ClozeGap, RightInGap, TwoItems, NoFilesHere, MarkerWithoutPlace, FractionNamed, RightOrWrong, NoNumber, FormulaText, NotCalculable, CalculationInText, ShowsValues,
    DecimalsShown, UnitTyped, PutIntoText, PenaltyOfNumber, SetsComplete, FeedbackOfItem, OrderedNoFeedback, AllShown, ExactPosition, IncludedRules, NamesNoVariable,
    NoLookupTable, OtherItemsVariable, NoMapping, NoAreaMapping, CountsTestItems, CustomOperator, UnknownExpression, KeyWithoutOrder, NoImage, NoShape, AreasOverlap,
    NoAreas, ImagesIntoText, GapWithoutWord, GapWithoutResponse, GapEarnsNothing, GapsTogether, ChoicesAlike, ChoiceBeyond, ChoicesLimited, NoRightPairs, NotTwoSets,
    SeveralPartners, SeveralPairs, NotOnePartner, DeepElements, NoStandardRules,
}

/// <summary>What an issue names: a fixed phrase with what it speaks of, or words of the file as they stand there.</summary>
public sealed record ImportDetail
{
    private ImportDetail() { }

    /// <summary>Null for words of the file.</summary>
    public ImportPhrase? Phrase { get; private init; }
    public string Words { get; private init; } = "";
    public IReadOnlyList<ImportDetail> Arguments { get; private init; } = [];

    public static implicit operator ImportDetail(string words) => new() { Words = words };
    public static implicit operator ImportDetail(ImportPhrase phrase) => new() { Phrase = phrase };

    internal static ImportDetail Of(ImportPhrase phrase, IEnumerable<ImportDetail> arguments) => new() { Phrase = phrase, Arguments = [.. arguments] };

    /// <summary>In English.</summary>
    public override string ToString() => Phrase is { } phrase ? string.Format(CultureInfo.InvariantCulture, ImportPhraseText.InEnglish(phrase), [.. Arguments]) : Words;
}
