using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Schools;

/// <summary>One line of a school's history as one reader may see it.</summary>
/// <param name="Event">Who, when, what, why.</param>
/// <param name="Subject">What it concerns, such as "Section 11 of the 2026 profile".</param>
/// <param name="Fields">From and to of each field.</param>
/// <param name="Answers">From and to of each answer, where it is a section.</param>
/// <param name="IsHidden">There are values that this reader may not see.</param>
public sealed record SchoolHistoryEntry(
    AuditEvent Event, string? Subject, IReadOnlyList<FieldInWords> Fields, AnswerChanges? Answers, bool IsHidden);

/// <summary>A page of a school's history, the newest first.</summary>
public sealed record SchoolHistory(IReadOnlyList<SchoolHistoryEntry> Entries, int Total)
{
    public const int PageSize = 25;

    public static async Task<SchoolHistory> LoadAsync(PortalDbContext db, CurrentSchool school, int page, CancellationToken cancel)
    {
        var ofSchool = db.AuditEvents.AsNoTracking().Where(e => e.SchoolId == school.Id);
        var total = await ofSchool.CountAsync(cancel);
        var lines = await ofSchool
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .ToListAsync(cancel);

        var sections = await SectionsAsync(db, [.. lines.Where(IsSection).Select(l => l.SubjectId).Distinct()], cancel);

        var questions = await QuestionsAsync(db, [.. lines.Where(l => l.Subject == nameof(DeviationReason)).Select(l => l.SubjectId).Distinct()], cancel);
        var words = await HistoryWords.ForAsync(db, lines, cancel);
        return new SchoolHistory([.. lines.Select(line => Entry(db, line, words, sections, questions, school))], total);
    }

    private static bool IsSection(AuditEvent line) => line.Subject is nameof(AgreementSection) or nameof(ProfileSection);

    private static async Task<Dictionary<Guid, SectionName>> SectionsAsync(PortalDbContext db, List<Guid> ids, CancellationToken cancel) =>
        ids.Count == 0 ? [] : await db.AgreementSections.Where(s => ids.Contains(s.Id))
            .Join(db.Agreements, s => s.AgreementId, a => a.Id, (s, a) => new SectionName { Id = s.Id, Key = s.Key, FormVersion = a.FormVersion, Of = a.Number })
            .Concat(db.ProfileSections.Where(s => ids.Contains(s.Id))
                .Join(db.Profiles, s => s.ProfileId, p => p.Id, (s, p) => new SectionName { Id = s.Id, Key = s.Key, FormVersion = p.FormVersion, Of = p.Year }))
            .ToDictionaryAsync(s => s.Id, cancel);

    /// <summary>The questions that reasons are given for.</summary>
    private static async Task<Dictionary<Guid, string>> QuestionsAsync(PortalDbContext db, List<Guid> ids, CancellationToken cancel) =>
        ids.Count == 0 ? [] : (await db.Agreements.SelectMany(a => a.DeviationReasons, (a, r) => new { r.Id, r.Field, a.FormVersion, a.Number })
            .Where(r => ids.Contains(r.Id))
            .ToListAsync(cancel))
            .ToDictionary(r => r.Id, r => $"\u201c{AgreementContent.FormOf(r.FormVersion).Fields().Single(f => f.Field.Key == r.Field).Field.Label}\u201d, agreement version {r.Number}");

    private static SchoolHistoryEntry Entry(PortalDbContext db, AuditEvent line, HistoryWords words, Dictionary<Guid, SectionName> sections, Dictionary<Guid, string> questions, CurrentSchool school)
    {
        var maySee = MaySee(line, school);
        var maySeeRestricted = school.May(Operation.ViewRestricted);
        var isHidden = !maySee || (line.Restricted && !maySeeRestricted);
        var fields = isHidden ? [] : words.Tell(line, maySeeRestricted, school.IsOwn);
        var section = sections.GetValueOrDefault(line.SubjectId);
        if (section?.Definition(db, line.Subject) is not { } definition)
        {
            return new(line, questions.GetValueOrDefault(line.SubjectId), fields, null, isHidden && line.Changes is not null);
        }

        var shown = isHidden ? null : maySeeRestricted ? definition : definition.WithoutRestricted();
        var answers = shown is not null && HistoryWords.Fields(line).TryGetValue(nameof(AnsweredSection.AnswersJson), out var json)
            ? new AnswerChanges("Answers", "Before", "After", AnswerComparison.Changes(shown, Told(json[0]), Told(json[1])))
            : null;
        return new(line, section.Say(db, line.Subject, definition), fields, answers, isHidden);

        Answers Told(string? json)
        {
            var kept = AnswersJson.Read(json ?? "{}");
            return school.IsOwn ? kept : SmallCounts.Hide(definition.Fields, kept);
        }
    }

    /// <summary>Who may not read a document or an emergency contact may not read its changes either.</summary>
    private static bool MaySee(AuditEvent line, CurrentSchool school) => line.Subject switch
    {
        nameof(AgreementSection) or nameof(DeviationReason) => school.May(Operation.ViewAgreement),
        nameof(ProfileSection) or nameof(SectionComment) => school.May(Operation.ViewProfile),
        nameof(SchoolContact) => school.May(Operation.ViewContacts),
        _ => true,
    };

    private sealed class SectionName
    {
        public Guid Id { get; init; }

        public string Key { get; init; } = "";

        public int FormVersion { get; init; }

        /// <summary>The agreement's version or the profile's year.</summary>
        public int Of { get; init; }

        /// <summary>As it is asked now, and what earlier versions of the form asked there: history began with those.</summary>
        public SectionDefinition? Definition(PortalDbContext db, string subject)
        {
            var section = db.Form(FormOf(subject).Key, FormVersion).Section(Key);
            var before = Enumerable.Range(1, FormVersion - 1).Reverse().SelectMany(version => db.Form(FormOf(subject).Key, version).Section(Key)?.Fields ?? []);
            return section is null ? null : section with { Fields = [.. section.Fields.Concat(before).DistinctBy(asked => asked.Key)] };
        }

        public string Say(PortalDbContext db, string subject, SectionDefinition section) =>
            $"{db.Form(FormOf(subject).Key, FormVersion).NumberOf(section)} {section.Title}, {(subject == nameof(ProfileSection) ? $"{Of} profile" : $"agreement version {Of}")}";

        private static FormDefinition FormOf(string subject) =>
            subject == nameof(ProfileSection) ? FormDefinitions.SchoolProfile : FormDefinitions.PartnershipAgreement;
    }
}
