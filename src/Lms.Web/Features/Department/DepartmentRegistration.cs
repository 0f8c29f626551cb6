using Lms.Web.Features.Register;
using Lms.Web.Features.Department.Planning;

namespace Lms.Web.Features.Department;

internal static class DepartmentRegistration
{
    public static IServiceCollection AddDepartment(this IServiceCollection services) => services.AddScoped<ClassForms>().AddRegisterPages();
}
