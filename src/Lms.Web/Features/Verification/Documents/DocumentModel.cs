namespace Lms.Web.Features.Verification.Documents;

using Lms.Certificates.Verification;

/// <summary>What the page says first. The graver word wins: what is revoked is revoked, whoever signed the file.</summary>
public enum DocumentWord { Altered, Standing, Unproven, UnknownCode, NoCode, NotAPdf }

public sealed record DocumentModel(string FileName, CheckedDocument Checked)
{
    public DocumentWord Word => Checked.Finding switch
    {
        DocumentFinding.Altered => DocumentWord.Altered,
        DocumentFinding.Genuine => DocumentWord.Standing,
        DocumentFinding.Unproven => Checked.Result.Standing == Standing.Valid ? DocumentWord.Unproven : DocumentWord.Standing,
        DocumentFinding.UnknownCode => DocumentWord.UnknownCode,
        DocumentFinding.NoCode => DocumentWord.NoCode,
        DocumentFinding.NotAPdf => DocumentWord.NotAPdf,
    };

    public StandingLook Look => Word switch
    {
        DocumentWord.Altered => new("revoked", "cross-circle"),
        DocumentWord.Standing => StandingLook.Of(Checked.Result.Standing),
        DocumentWord.Unproven => new("expired", "warning"),
        DocumentWord.UnknownCode or DocumentWord.NoCode or DocumentWord.NotAPdf => new("unknown", "help"),
    };

    /// <summary>Keys of its word and its sentence.</summary>
    public string WordKey => Word == DocumentWord.Standing ? $"Word{Checked.Result.Standing}" : $"Document{Word}";
    public string SaysKey => Word == DocumentWord.Standing ? $"Says{Checked.Result.Standing}" : $"DocumentSays{Word}";
}
