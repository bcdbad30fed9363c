using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>A year's profile as it stood when it was due, and what has changed in it since.</summary>
[Requires(Operation.ViewProfile)]
public sealed class SnapshotModel(PortalDbContext db, Actor actor, CurrentSchool school, ProfileViews views) : PageModel
{
    private readonly ProfileAccess access = new(actor, school.Place);

    [FromRoute]
    public int Year { get; set; }

    public CurrentSchool School => school;

    public ProfileSummary Profile { get; private set; } = null!;

    public ProfileSnapshot Kept { get; private set; } = null!;

    /// <summary>What it said, as far as this person may read it. Facts are live, so it has none of its own.</summary>
    public IReadOnlyList<SectionAnswers> Sections { get; private set; } = [];

    /// <summary>What the profile says otherwise now, section by section.</summary>
    public IReadOnlyList<AnswerChanges> Changes { get; private set; } = [];

    public bool HidesSomething => access.LeftOut(db.ProfileForm(Kept.FormVersion)).Count > 0;

    public bool IsNothing(SectionDefinition section) => Kept.NothingToReport.Split(' ').Contains(section.Key, StringComparer.Ordinal);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        var now = await ProfileReading.LoadAsync(db, school, Year, cancel);
        var kept = now is null ? null : await db.ProfileSnapshots.AsNoTracking().SingleOrDefaultAsync(s => s.ProfileId == now.Profile.Id, cancel);
        if (now is null || kept is null)
        {
            return NotFound();
        }

        Profile = now.Profile;
        Kept = kept;
        var (formThen, form) = (db.ProfileForm(kept.FormVersion), Profile.Form);
        Sections = [.. Readable(formThen).Select(section => new SectionAnswers(section, access.Shown(formThen, kept.Answers())))];
        var readable = Readable(form);
        var then = access.Shown(form, db.CarryProfile(kept.Answers(), kept.FormVersion, form.Version).Answers);
        var today = access.Shown(form, now.AnswersOf(readable));
        Changes =
        [
            .. from section in readable
               let changes = AnswerComparison.Changes(section, then, today)
               where changes.Count > 0
               select new AnswerChanges(section.Title, "When it was due", "Now", changes),
        ];
        await views.RecordAsync(school, Profile.Id, Year, readable, cancel);
        return Page();
    }

    private List<SectionDefinition> Readable(FormDefinition form) =>
    [
        .. form.Sections.Select(access.Readable).OfType<SectionDefinition>()
            .Select(section => section with { Fields = [.. section.Fields.Where(field => field.Kind != FieldKind.Fact)] }),
    ];
}
