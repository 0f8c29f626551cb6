using Lms.Data;

namespace Lms.Web.Platform;

internal static class DatabaseChoice
{
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        var provider = Enum.Parse<DatabaseProvider>(configuration["Database:Provider"] ?? nameof(DatabaseProvider.Sqlite), ignoreCase: true);
        return services.AddLmsDb(provider, configuration.GetConnectionString("Lms") ?? "Data Source=App_Data/lms.db");
    }
}
