using Lms.Content.Courses;
using Lms.Content.Media;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Content;

internal static class Tables
{
    extension(LmsDb db)
    {
        internal DbSet<CourseEntry> Courses => db.Set<CourseEntry>();
        internal DbSet<StoredFile> MediaFiles => db.Set<StoredFile>();
        internal DbSet<StoredBytes> MediaBlobs => db.Set<StoredBytes>();
    }
}
