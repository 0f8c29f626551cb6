using Lms.Training.Organisations;

namespace Lms.Web.Seeds.People;

/// <summary>People who do not exist, with names as they are common in the south of Viet Nam.</summary>
internal static class InventedPeople
{
    // In rough order of frequency; an entry repeated is an entry more frequent.
    private static readonly string[] FamilyNames =
        ["Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Nguyễn", "Trần", "Trần", "Trần", "Lê", "Lê", "Phạm", "Phạm", "Huỳnh", "Huỳnh", "Võ", "Võ", "Phan", "Trương", "Bùi", "Đặng", "Đỗ", "Ngô", "Hồ", "Dương", "Đinh", "Đoàn", "Lâm", "Mai", "Trịnh", "Lý", "Cao", "Châu", "Tạ", "Thạch", "Kim", "Quách", "La", "Vương", "Tô", "Hứa"];
    private static readonly string[] WomensMiddle = ["Thị", "Thị", "Thị", "Thị", "Ngọc", "Thị Ngọc", "Thị Thu", "Thị Kim", "Thị Mỹ", "Thanh", "Thùy", "Hoàng", "Bích", "Phương", "Minh", "Thị Hồng", "Thị Thanh"];
    private static readonly string[] WomensGiven = ["Dương", "Hương", "Lan", "Mai", "Thảo", "Trang", "Linh", "Hạnh", "Hà", "Yến", "Vy", "Trâm", "Ngân", "Nga", "Phượng", "Oanh", "Tuyền", "Thủy", "Thúy", "Hằng", "Diễm", "Loan", "Nhung", "Quyên", "Xuân", "Ánh", "Châu", "Duyên", "Giang", "Như", "Uyên", "Trinh", "Tâm", "Hiền", "Liên", "Đào", "Ý"];
    private static readonly string[] MensMiddle = ["Văn", "Văn", "Văn", "Hữu", "Minh", "Quốc", "Đức", "Thanh", "Hoàng", "Công", "Ngọc", "Xuân", "Trọng", "Anh", "Quang", "Đình", "Tấn", "Phước", "Chí"];
    private static readonly string[] MensGiven = ["Hùng", "Dũng", "Tuấn", "Nam", "Long", "Phong", "Quân", "Khoa", "Khánh", "Bảo", "Đạt", "Huy", "Hải", "Sơn", "Tài", "Thắng", "Trí", "Vinh", "Việt", "Cường", "Kiệt", "Lộc", "Nghĩa", "Phúc", "Thịnh", "Toàn", "Trung", "Tùng", "Hiếu", "Duy", "Ân"];
    private static readonly string[] Minority = ["Y Bhăm Niê", "H'Hen Êban", "K'Tuyên", "Thạch Thị Sô Phia", "Kim Sa Rây", "Mạch Thị Thu Ngân", "Danh Thị Ngọc Ánh", "Sơn Minh Thắng", "Lò Thị Mai", "Siu Black Rơ Mah", "Chế Thị Kim Lệ", "Bá Trung Thiện"];
    private static readonly string[] Places = ["TP. Hồ Chí Minh", "TP. Hồ Chí Minh", "TP. Hồ Chí Minh", "Long An", "Tiền Giang", "Bến Tre", "Đồng Nai", "Bình Dương", "Tây Ninh", "Bình Thuận", "Đồng Tháp", "An Giang", "Trà Vinh", "Vĩnh Long", "Cần Thơ", "Quảng Ngãi", "Bình Định", "Quảng Nam", "Thừa Thiên Huế", "Nghệ An", "Thanh Hóa", "Nam Định", "Hà Nội", "Đắk Lắk", "Lâm Đồng"];
    private static readonly string[] Positions = ["Nhân viên công tác xã hội", "Nhân viên công tác xã hội", "Công tác xã hội viên", "Cộng tác viên công tác xã hội", "Cán bộ Lao động - Thương binh và Xã hội", "Cán bộ trẻ em", "Cán bộ Hội Phụ nữ", "Quản lý ca", "Nhân viên chăm sóc", "Nhân viên tham vấn", "Tổ trưởng", "Trưởng phòng"];

    public static string Name(SeededRandom random)
    {
        if (random.Chance(0.012)) return random.One(Minority);
        // About seven of ten people in the field are women.
        return random.Chance(0.7)
            ? $"{random.One(FamilyNames)} {random.One(WomensMiddle)} {random.One(WomensGiven)}"
            : $"{random.One(FamilyNames)} {random.One(MensMiddle)} {random.One(MensGiven)}";
    }

    /// <param name="latestBirthYear">The youngest may be born in this year.</param>
    public static PersonDraft Person(SeededRandom random, string staffCode, Guid organisationKey, int latestBirthYear) => new(
        staffCode, Name(random), new DateOnly(random.Between(latestBirthYear - 34, latestBirthYear), random.Between(1, 12), random.Between(1, 28)),
        random.One(Places), $"{staffCode.ToLowerInvariant()}@nguoidung.example", "", organisationKey, random.One(Positions));
}
