namespace Lms.Web.Features.Administration;

/// <summary>Texts of accounts, outgoing mail and the state of the system.</summary>
public sealed class AdministrationText;
