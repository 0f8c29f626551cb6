using Lms.Assessment.Appeals;
using Lms.Assessment.Attempts;
using Lms.Assessment.Attempts.Files;
using Lms.Assessment.Invigilation;
using Lms.Assessment.Marking;
using Lms.Assessment.Questions;
using Lms.Assessment.Questions.Cases;
using Lms.Assessment.Regrading;
using Lms.Assessment.Papers.Printing;
using Lms.Assessment.Standards;
using Lms.Data;
using Microsoft.EntityFrameworkCore;

namespace Lms.Assessment;

/// <remarks>An expression tree may not hold an extension property: for a subquery, take the table into a local first.</remarks>
internal static class Tables
{
    extension(LmsDb db)
    {
        internal DbSet<QuestionBank> Banks => db.Set<QuestionBank>();
        internal DbSet<BankShare> BankShares => db.Set<BankShare>();
        internal DbSet<QuestionEntry> Questions => db.Set<QuestionEntry>();
        internal DbSet<CaseStudy> Cases => db.Set<CaseStudy>();
        internal DbSet<Exam> Exams => db.Set<Exam>();
        internal DbSet<Attempt> Attempts => db.Set<Attempt>();
        internal DbSet<Answer> Answers => db.Set<Answer>();
        internal DbSet<StoredAnswerFile> AnswerFiles => db.Set<StoredAnswerFile>();
        internal DbSet<StoredAnswerBytes> AnswerFileBytes => db.Set<StoredAnswerBytes>();
        internal DbSet<Grading> Gradings => db.Set<Grading>();
        internal DbSet<SlotMark> SlotMarks => db.Set<SlotMark>();
        internal DbSet<AngoffStudy> AngoffStudies => db.Set<AngoffStudy>();
        internal DbSet<AngoffSheet> AngoffSheets => db.Set<AngoffSheet>();
        internal DbSet<PrintedVariant> PrintedVariants => db.Set<PrintedVariant>();
        internal DbSet<Appeal> Appeals => db.Set<Appeal>();
        internal DbSet<AppealDecision> AppealDecisions => db.Set<AppealDecision>();
        internal DbSet<Intervention> Interventions => db.Set<Intervention>();
        internal DbSet<MessageSeen> MessagesSeen => db.Set<MessageSeen>();
        internal DbSet<AttemptSignal> Signals => db.Set<AttemptSignal>();
        internal DbSet<KeyCorrection> KeyCorrections => db.Set<KeyCorrection>();

        /// <summary>
        /// Lets go of rows this module has written. A replay drives a whole class through one context, and every save looks
        /// through all that is tracked.
        /// </summary>
        internal void Forget(IEnumerable<object> rows)
        {
            foreach (var row in rows) db.Entry(row).State = EntityState.Detached;
        }
    }
}
