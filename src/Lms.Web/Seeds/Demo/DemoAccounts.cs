using Lms.Training.Organisations;
using Lms.Web.Identity;

namespace Lms.Web.Seeds.Demo;

/// <param name="OrganisationCode">Where the person works, and the scope of the role where <paramref name="Scoped"/>.</param>
internal sealed record DemoAccount(Role Role, string StaffCode, string Email, string FullName, string OrganisationCode, bool Scoped, string Position);

/// <summary>One account for each role. They exist in the demo only; docs/guides/operations.md says how a real site gets its first administrator.</summary>
internal static class DemoAccounts
{
    public const string Password = "ctxh-demo-2026";

    public static readonly DemoAccount[] All =
    [
        new(Role.Trainee, "HV0001", "hocvien@demo.example", "Nguyễn Thị Thùy Dương", "CL01", false, "Nhân viên công tác xã hội"),
        new(Role.Instructor, "GV0001", "giangvien@demo.example", "Trần Minh Khoa", "LDXH", false, "Giảng viên"),
        new(Role.Author, "BS0001", "biensoan@demo.example", "Lê Ngọc Ánh", "LDXH", true, "Giảng viên, người biên soạn"),
        new(Role.Reviewer, "TD0001", "thamdinh@demo.example", "Phạm Quốc Việt", "LDXH", true, "Trưởng bộ môn"),
        new(Role.Coordinator, "DT0001", "daotao@demo.example", "Huỳnh Thị Mỹ Hạnh", DemoOrganisations.DepartmentCode, false, "Chuyên viên phụ trách đào tạo"),
        new(Role.Supervisor, "KH0001", "kiemhuan@demo.example", "Võ Hoàng Sơn", "CL01", true, "Kiểm huấn viên"),
        new(Role.Registrar, "CC0001", "chungchi@demo.example", "Đặng Thị Kim Liên", DemoOrganisations.DepartmentCode, false, "Chuyên viên quản lý chứng chỉ"),
        new(Role.Signatory, "TK0001", "kyduyet@demo.example", "Nguyễn Văn An", "LDXH", false, "Hiệu trưởng"),
        new(Role.Administrator, "QT0001", "quantri@demo.example", "Bùi Đức Thắng", DemoOrganisations.DepartmentCode, false, "Quản trị hệ thống"),
    ];

    public static DemoAccount Of(Role role) => All.Single(a => a.Role == role);

    public static PersonDraft Person(DemoAccount account, Guid organisationKey) => new(
        account.StaffCode, account.FullName, new DateOnly(1990, 4, 12).AddDays(37 * (int)account.Role), "TP. Hồ Chí Minh", account.Email, "", organisationKey, account.Position);
}
