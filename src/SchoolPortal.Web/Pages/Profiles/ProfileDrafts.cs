using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Profiles that go out as Word files to be filled in, and come back; each person brings back the sections they keep.</summary>
public sealed class ProfileDrafts(PortalDbContext db, Actor actor, TimeProvider clock) : FormDrafts
{
    /// <inheritdoc cref="Noun"/>
    public const string Called = "profile";

    public override FormDefinition Form => db.NewestProfileForm();

    public override string Noun => Called;

    public override FormDefinition FormOf(int version) => db.ProfileForm(version);

    public override string Home(int school) => ProfileLinks.Years(school);

    public override IQueryable<WrittenRecord> Written => db.Profiles.AsNoTracking().Select(p => new WrittenRecord
    {
        SchoolId = p.SchoolId,
        Number = p.Year,
        FormVersion = p.FormVersion,
        TemplateId = p.TemplateId,
        IsDraft = ProfileLifecycle.InTheMaking.Contains(p.State),
        Since = p.StateSince,
    });

    public override string NameOf(int number) => $"the {number} profile";

    public override bool MayRead(CurrentSchool school) => school.May(Operation.ViewProfile);

    public override bool MayChange(CurrentSchool school) => new ProfileAccess(actor, school.Place).MayEditAny;

    public override async Task<IReadOnlyList<DraftRecord>> ListAsync(CurrentSchool school, CancellationToken cancel) =>
    [
        .. (await ProfileSummary.ListAsync(db, school.Id, cancel)).Select(profile => new DraftRecord(
            profile.Id,
            profile.Year,
            NameOf(profile.Year),
            Words.Of(profile.State),
            profile.IsOpen,
            profile.FormVersion,
            profile.TemplateId,
            ProfileLinks.Year(school.Number, profile.Year),
            ProfileLinks.WordToFillIn(school.Number, profile.Year))),
    ];

    public override async Task<DraftNow> ReadAsync(CurrentSchool school, DraftRecord record, CancellationToken cancel)
    {
        var form = FormOf(record.FormVersion);
        var access = new ProfileAccess(actor, school.Place);
        var sections = await db.ProfileSections.AsNoTracking().Where(s => s.ProfileId == record.Id).ToListAsync(cancel);
        return new DraftNow(
            NothingToReportField.SaidIn(form, sections.Aggregate(Answers.None, (all, s) => all.With(s.Answers())), NothingIn(sections)),
            sections.ToDictionary(s => s.Key, s => s.Token),
            [.. form.Sections.Where(access.MayEdit).Select(access.Readable).OfType<SectionDefinition>()],
            await ContactChoices.OfAsync(db, school.Id, clock.Today(), school.May(Operation.ViewEmergencyContacts), cancel));
    }

    public override async Task TakeTemplateAsync(CurrentSchool school, Guid recordId, FormDefinition template, CancellationToken cancel) =>
        (await db.Profiles.SingleAsync(p => p.Id == recordId && p.SchoolId == school.Id, cancel)).TakeTemplate(template);

    public override async Task ChangeAsync(CurrentSchool school, Guid recordId, IReadOnlyList<ChosenSection> chosen, Change change, CancellationToken cancel)
    {
        var profile = await db.Profiles.Include(p => p.Sections).SingleAsync(p => p.Id == recordId && p.SchoolId == school.Id, cancel);
        var form = FormOf(profile.FormVersion);
        var access = new ProfileAccess(actor, school.Place);
        foreach (var section in chosen)
        {
            var definition = form.Section(section.Key)!;
            access.MustEdit(definition);
            var stored = profile.Sections.Single(s => s.Key == section.Key);
            profile.SaveSection(form, section.Key, EntryOf(definition, stored, section), section.BasedOn, school.Roles, change);
        }
    }

    /// <summary>Keys of the sections that have nothing to report.</summary>
    public static IReadOnlySet<string> NothingIn(IEnumerable<ProfileSection> sections) =>
        sections.Where(s => s.State == SectionState.NothingToReport).Select(s => s.Key).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether there is nothing to report was chosen, or it stays as it is until an answer is given.</summary>
    private static SectionEntry EntryOf(SectionDefinition definition, ProfileSection stored, ChosenSection chosen)
    {
        var key = NothingToReportField.KeyOf(definition);
        var answers = chosen.Over(stored.Answers());
        return new SectionEntry(
            answers.With(key, null),
            answers[key] is { } said ? NothingToReportField.IsYes(said) : stored.State == SectionState.NothingToReport && answers.IsEmpty);
    }
}
