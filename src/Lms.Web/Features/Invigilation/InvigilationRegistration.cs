using Lms.Web.Features.Invigilation.Room;

namespace Lms.Web.Features.Invigilation;

internal static class InvigilationRegistration
{
    public static IServiceCollection AddInvigilation(this IServiceCollection services) => services.AddScoped<RoomReading>();
}
