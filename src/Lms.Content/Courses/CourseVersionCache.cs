using Microsoft.Extensions.Caching.Memory;

namespace Lms.Content.Courses;

/// <summary>Versions never change, so what is cached is never stale. Bounded: a course may be a hundred kilobytes.</summary>
internal sealed class CourseVersionCache : IDisposable
{
    private readonly MemoryCache versions = new(new MemoryCacheOptions { SizeLimit = 256 });

    public CourseVersion? Find(Guid key) => versions.Get<CourseVersion>(key);

    public CourseVersion Keep(CourseVersion version) => versions.Set(version.Key, version, new MemoryCacheEntryOptions { Size = 1 });

    public void Dispose() => versions.Dispose();
}
