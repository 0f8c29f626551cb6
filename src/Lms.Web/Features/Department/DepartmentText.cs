namespace Lms.Web.Features.Department;

public sealed class DepartmentText;
