namespace Lms.Web.Features.Register.Transcription;

/// <summary>Names the resource with the texts of these pages.</summary>
public sealed class TranscriptionText;
