using System.Security.Cryptography;
using System.Text.Json;
using Lms.Assessment.Attempts;
using Lms.Assessment.Invigilation;
using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;

namespace Lms.Web.Features.Invigilation.Room;

/// <summary>One person of the class: her latest attempt, or none yet.</summary>
public sealed record RoomRow(Guid PersonKey, string Name, string StaffCode, RoomSeat? Seat, int Extra)
{
    public bool Sits => Seat?.State == AttemptState.InProgress;
}

/// <param name="Path">Where the pages of this room lie: for those who plan classes and for those who teach in places of their own.</param>
public sealed record RoomPage(string Path, ClassDetail Class, ExamRoom Room, IReadOnlyList<RoomRow> Rows, IReadOnlyDictionary<Guid, string> Names, RoomForm Form)
{
    public string ReplayPath => Path.StartsWith("/teaching", StringComparison.Ordinal) ? "/teaching/replays" : "/classes/replays";
    public int Sitting => Rows.Count(r => r.Sits && r.Seat!.PausedAt is null);
    public int Paused => Rows.Count(r => r.Seat?.PausedAt is not null);
    public int Done => Rows.Count(r => r.Seat is not null && !r.Sits);

    /// <summary>Changes when something is to be seen that was not: times are shown in minutes.</summary>
    public string Tag
    {
        get
        {
            var seen = JsonSerializer.SerializeToUtf8Bytes(new { Rows, Room.Latest, Minute = Room.Now.Ticks / TimeSpan.TicksPerMinute });
            return $"\"{Convert.ToHexStringLower(SHA256.HashData(seen).AsSpan(0, 12))}\"";
        }
    }
}

public sealed record PersonPage(RoomPage Room, RoomRow Row, IReadOnlyList<InterventionRow> History);

/// <summary>What any of the forms brings.</summary>
public sealed class RoomForm
{
    public string? Reason { get; set; }
    public string? Minutes { get; set; }
    public string? Percent { get; set; }
    public string? Text { get; set; }
}

/// <summary>Puts a room together: nine queries, however many sit.</summary>
public sealed class RoomReading(ExamRooms rooms, Enrolments enrolments, People people)
{
    public async Task<RoomPage?> FindAsync(string path, ClassDetail of, RoomForm form, CancellationToken ct)
    {
        if (of.ExamKey is not { } exam || await rooms.FindAsync(exam, ct) is not { } room) return null;
        var roster = (await enrolments.RosterAsync(of.PublicCode, ct: ct)).Where(r => r.Status != EnrolmentStatus.Withdrawn).ToList();
        var names = await people.NamesAsync([.. room.Seats.Select(s => s.LearnerKey).Concat(room.Latest.Select(i => i.By)).Concat(room.Latest.Select(i => i.LearnerKey).OfType<Guid>()).Distinct()], ct);
        var latest = room.Seats.GroupBy(s => s.LearnerKey).ToDictionary(g => g.Key, g => g.MaxBy(s => s.Number)!);
        var rows = roster.ConvertAll(r => new RoomRow(r.PersonKey, r.FullName, r.StaffCode, latest.GetValueOrDefault(r.PersonKey), room.Extra.GetValueOrDefault(r.PersonKey)));
        // Somebody taken off the class in the middle of the exam still sits there.
        var listed = rows.Select(r => r.PersonKey).ToHashSet();
        rows.AddRange(latest.Values.Where(s => !listed.Contains(s.LearnerKey)).Select(s => new RoomRow(s.LearnerKey, names.GetValueOrDefault(s.LearnerKey, "–"), "", s, room.Extra.GetValueOrDefault(s.LearnerKey))));
        return new RoomPage(path, of, room, [.. rows.OrderBy(r => r.Sits ? 0 : r.Seat is null ? 1 : 2)], names, form);
    }

    public async Task<PersonPage?> PersonAsync(RoomPage page, Guid person, CancellationToken ct)
    {
        if (page.Rows.FirstOrDefault(r => r.PersonKey == person) is not { } row) return null;
        var history = await rooms.OfLearnerAsync(page.Room.ExamKey, person, ct);
        var names = await people.NamesAsync([.. history.Select(i => i.By).Distinct()], ct);
        return new PersonPage(page with { Names = page.Names.Concat(names).DistinctBy(n => n.Key).ToDictionary() }, row, history);
    }
}
