using Lms.Assessment.Exchange.Gift;
using Lms.Assessment.Exchange.Moodle;
using Lms.Assessment.Exchange.Plain;
using Lms.Assessment.Exchange.Qti;
using Lms.Assessment.Exchange.Sheets;
using Lms.Assessment.Exchange.Texts;

namespace Lms.Assessment.Exchange;

/// <summary>Questions from files and into files. A file is a stranger's: whatever it holds, reading it ends with a list of issues, never with an exception.</summary>
public static class QuestionFiles
{
    public const int LargestFile = 20 * 1024 * 1024;

    /// <param name="format">Found by content and name where null.</param>
    public static ImportedFile Read(Stream file, string fileName, QuestionFormat? format = null)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = file.Read(buffer)) > 0;)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > LargestFile) return TooLarge(format);
        }

        return Read(kept.ToArray(), fileName, format);
    }

    /// <inheritdoc cref="Read(Stream, string, QuestionFormat?)"/>
    /// <exception cref="OperationCanceledException">Whoever asked no longer waits.</exception>
    public static ImportedFile Read(byte[] bytes, string fileName, QuestionFormat? format = null, CancellationToken ct = default) => Read(bytes, fileName, format, ReadingTime.Most, ct);

    internal static ImportedFile Read(byte[] bytes, string fileName, QuestionFormat? format, TimeSpan most, CancellationToken ct)
    {
        if (bytes.Length > LargestFile) return TooLarge(format);
        try
        {
            return ReadingTime.Within(most, () => Parse(bytes, fileName, format), ct);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return Refused(format ?? QuestionFormat.Gift, new(0, ImportIssueKind.TooLarge, ImportPhrase.ReadingTooLong.With((int)most.TotalSeconds)));
        }
        catch (OperationCanceledException)
        {
            throw;
        }
        // The readers are to find every fault themselves. Should one slip through, who uploaded the file is told, and nobody else notices.
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return Refused(format ?? QuestionFormat.Gift, new(0, ImportIssueKind.Unreadable, ImportPhrase.UnusualDamage.With(e.GetType().Name)));
        }
    }

    /// <param name="media">Files that the texts name as "file:NAME"; only Moodle XML and QTI carry them.</param>
    /// <exception cref="ArgumentOutOfRangeException">The format is only read, not written.</exception>
    public static ExportedFile Write(IReadOnlyList<ExportedQuestion> questions, QuestionFormat format, IReadOnlyList<ImportedMedia>? media = null) => format switch
    {
        QuestionFormat.MoodleXml => MoodleXmlWriter.Write(questions, media ?? []),
        QuestionFormat.Gift => GiftWriter.Write(questions),
        QuestionFormat.Xlsx => QuestionSheet.Write(questions),
        QuestionFormat.Qti => QtiWriter.Write(questions, media ?? []),
        QuestionFormat.Aiken or QuestionFormat.MissingWord => throw new ArgumentOutOfRangeException(nameof(format), format, "This format is only read."),
    };

    /// <summary>Without the net that <see cref="Read(byte[], string, QuestionFormat?)"/> spans below the readers.</summary>
    internal static ImportedFile Parse(byte[] bytes, string fileName, QuestionFormat? format)
    {
        if (FormatDetection.IsArchive(bytes)) return OfBytes(bytes, fileName, format ?? FormatDetection.OfArchive(bytes));
        if (format is QuestionFormat.Qti or QuestionFormat.Xlsx) return OfBytes(bytes, fileName, format.Value);
        var (text, guess) = SourceText.Decode(bytes);
        if ((format ?? FormatDetection.OfText(text, fileName)) is not { } known) return Refused(QuestionFormat.Gift, new(0, ImportIssueKind.Unreadable, ImportPhrase.UnknownFormat));
        var file = known switch
        {
            QuestionFormat.Gift or QuestionFormat.MissingWord => GiftReader.Read(text, known),
            QuestionFormat.Aiken => AikenReader.Read(text),
            QuestionFormat.MoodleXml => MoodleXmlReader.Read(text),
            QuestionFormat.Qti or QuestionFormat.Xlsx => OfBytes(bytes, fileName, known),
        };
        return guess is null || known is QuestionFormat.Qti or QuestionFormat.Xlsx ? file : file with { Issues = [guess, .. file.Issues] };
    }

    private static ImportedFile OfBytes(byte[] bytes, string fileName, QuestionFormat format) => format switch
    {
        QuestionFormat.Qti => QtiReader.Read(bytes, fileName),
        QuestionFormat.Xlsx => QuestionSheet.Read(bytes),
        QuestionFormat.Gift or QuestionFormat.MoodleXml or QuestionFormat.Aiken or QuestionFormat.MissingWord => Refused(format, new(0, ImportIssueKind.Unreadable, ImportPhrase.ArchiveNotText)),
    };

    private static ImportedFile TooLarge(QuestionFormat? format) => Refused(format ?? QuestionFormat.Gift, new(0, ImportIssueKind.TooLarge, ImportPhrase.UploadLimit.With(LargestFile / 1024 / 1024)));

    private static ImportedFile Refused(QuestionFormat format, ImportIssue issue) => new(format, [], [], [issue]);
}
