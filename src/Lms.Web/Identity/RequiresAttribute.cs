using Microsoft.AspNetCore.Authorization;

namespace Lms.Web.Identity;

/// <summary>The permission a controller or an action asks for. What has neither this nor AllowAnonymous is closed to everybody.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequiresAttribute : AuthorizeAttribute
{
    public RequiresAttribute(Permission permission) : base(PolicyOf(permission)) => Permission = permission;

    public Permission Permission { get; }

    public static string PolicyOf(Permission permission) => $"may:{permission}";
}
