using Lms.Data;
using Lms.Training.Classes;
using Lms.Training.Enrolments;
using Lms.Training.Organisations;
using Lms.Training.Programmes;
using Lms.Training.Progress;
using Microsoft.EntityFrameworkCore;

namespace Lms.Training;

internal static class Tables
{
    extension(LmsDb db)
    {
        internal DbSet<Organisation> Organisations => db.Set<Organisation>();
        internal DbSet<Person> People => db.Set<Person>();
        internal DbSet<Programme> Programmes => db.Set<Programme>();
        internal DbSet<ProgrammeCourse> ProgrammeCourses => db.Set<ProgrammeCourse>();
        internal DbSet<TrainingClass> Classes => db.Set<TrainingClass>();
        internal DbSet<ClassInstructor> ClassInstructors => db.Set<ClassInstructor>();
        internal DbSet<Enrolment> Enrolments => db.Set<Enrolment>();
        internal DbSet<EnrolmentEvent> EnrolmentEvents => db.Set<EnrolmentEvent>();
        internal DbSet<LessonEvent> LessonEvents => db.Set<LessonEvent>();
    }
}
