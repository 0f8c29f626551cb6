using Lms.Training.Organisations;

namespace Lms.Web.Seeds.Demo;

/// <summary>
/// The institutions are those of the programme; the facilities are invented, in the real numbers: 92, of which
/// 28 public and 64 private. The other workplaces stand for the remaining workforce groups.
/// </summary>
internal static class DemoOrganisations
{
    public const string DepartmentCode = "SO";

    public static readonly (string Code, string Name, string NameEn)[] Institutions =
    [
        ("LDXH", "Trường Đại học Lao động - Xã hội (Cơ sở II)", "University of Labour and Social Affairs (Campus II)"),
        ("SP", "Trường Đại học Sư phạm TP.HCM", "Ho Chi Minh City University of Education"),
        ("NV", "Trường Đại học Khoa học Xã hội và Nhân văn TP.HCM", "University of Social Sciences and Humanities, Ho Chi Minh City"),
        ("TDT", "Trường Đại học Tôn Đức Thắng", "Ton Duc Thang University"),
        ("MO", "Trường Đại học Mở TP.HCM", "Ho Chi Minh City Open University"),
        ("HVCB", "Học viện Cán bộ TP.HCM", "Ho Chi Minh City Cadre Academy"),
        ("HVPN", "Phân hiệu Học viện Phụ nữ Việt Nam tại TP.HCM", "Vietnam Women's Academy, Ho Chi Minh City Campus"),
    ];

    public const int PublicFacilities = 28;
    public const int PrivateFacilities = 64;

    private static readonly string[] PublicKinds =
        ["Trung tâm Bảo trợ xã hội", "Trung tâm Nuôi dưỡng bảo trợ trẻ em", "Trung tâm Nuôi dưỡng bảo trợ người cao tuổi", "Trung tâm Nuôi dưỡng bảo trợ người tâm thần", "Cơ sở Cai nghiện ma túy", "Trung tâm Công tác xã hội", "Trung tâm Hỗ trợ người khuyết tật"];
    private static readonly string[] PrivateKinds =
        ["Mái ấm", "Nhà mở", "Cơ sở bảo trợ xã hội", "Trung tâm chăm sóc người cao tuổi", "Nhà tình thương", "Trung tâm can thiệp sớm", "Cơ sở chăm sóc người khuyết tật", "Phòng tham vấn cộng đồng"];
    private static readonly string[] PrivateNames = ["Hoa Sen", "Ánh Dương", "An Lành", "Bình Minh", "Hướng Dương", "Niềm Tin", "Vầng Trăng", "Mây Hồng"];
    private static readonly string[] Wards = ["An Hòa", "Bến Lụa", "Cầu Sắt", "Đồng Tâm", "Gò Sao", "Hưng Thịnh", "Long Phú", "Mỹ An", "Nhơn Hòa", "Phú Cường", "Rạch Dừa", "Tân Phước"];
    private static readonly (string Name, string NameEn)[] Departments =
        [("Sở Y tế", "Department of Health"), ("Sở Giáo dục và Đào tạo", "Department of Education and Training"), ("Sở Tư pháp", "Department of Justice"), ("Công an Thành phố", "City Police"), ("Tòa án nhân dân Thành phố", "City People's Court")];
    private static readonly (string Name, string NameEn)[] Associations =
        [("Hội Liên hiệp Phụ nữ Thành phố", "City Women's Union"), ("Thành Đoàn", "City Youth Union"), ("Hội Chữ thập đỏ Thành phố", "City Red Cross"), ("Hội Người cao tuổi Thành phố", "City Association of the Elderly"), ("Hội Nông dân Thành phố", "City Farmers' Union")];
    private static readonly string[] NonGovernmental = ["Quỹ Bạn đồng hành", "Chương trình Chăm sóc cộng đồng", "Tổ chức Trẻ em hôm nay"];

    public static IReadOnlyList<OrganisationDraft> All() =>
    [
        new(DepartmentCode, "Sở Lao động - Thương binh và Xã hội Thành phố Hồ Chí Minh", "Department of Labour, Invalids and Social Affairs of Ho Chi Minh City", OrganisationKind.Department, WorkforceGroup.OtherDepartments, true, "TP. Hồ Chí Minh"),
        .. Institutions.Select(i => new OrganisationDraft(i.Code, i.Name, i.NameEn, OrganisationKind.Institution, null, true, "TP. Hồ Chí Minh")),
        .. Enumerable.Range(0, PublicFacilities).Select(i => Facility($"CL{i + 1:00}", $"{PublicKinds[i % PublicKinds.Length]} số {i / PublicKinds.Length + 1}", WorkforceGroup.SocialFacilities, isPublic: true)),
        .. Enumerable.Range(0, PrivateFacilities).Select(i => Facility($"NCL{i + 1:00}", $"{PrivateKinds[i % PrivateKinds.Length]} {PrivateNames[(i + i / PrivateKinds.Length) % PrivateNames.Length]}", WorkforceGroup.NonPublic, isPublic: false)),
        .. Wards.Select((name, i) => new OrganisationDraft($"PX{i + 1:00}", $"Ủy ban nhân dân phường {name}", $"People's Committee of {name} Ward", OrganisationKind.LocalAuthority, WorkforceGroup.LocalAuthorities, true, "TP. Hồ Chí Minh")),
        .. Departments.Select((d, i) => new OrganisationDraft($"SN{i + 1:00}", d.Name, d.NameEn, OrganisationKind.Department, WorkforceGroup.OtherDepartments, true, "TP. Hồ Chí Minh")),
        .. Associations.Select((a, i) => new OrganisationDraft($"HD{i + 1:00}", a.Name, a.NameEn, OrganisationKind.Association, WorkforceGroup.Associations, true, "TP. Hồ Chí Minh")),
        .. NonGovernmental.Select((name, i) => new OrganisationDraft($"NGO{i + 1:00}", name, name, OrganisationKind.NonGovernmental, WorkforceGroup.NonPublic, false, "TP. Hồ Chí Minh")),
    ];

    private static OrganisationDraft Facility(string code, string name, WorkforceGroup group, bool isPublic) =>
        new(code, name, name, OrganisationKind.Facility, group, isPublic, "TP. Hồ Chí Minh");
}
