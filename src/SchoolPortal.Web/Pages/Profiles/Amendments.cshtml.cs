using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

using SchoolPortal.Data;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>What was changed after a profile was confirmed: each amendment with its date, its author and its words.</summary>
[Requires(Operation.ViewProfile)]
public sealed class AmendmentsModel(PortalDbContext db, Actor actor, CurrentSchool school, SectionVersions versions, ProfileViews views) : PageModel
{
    [FromRoute]
    public int Year { get; set; }

    public CurrentSchool School => school;

    public ProfileSummary Profile { get; private set; } = null!;

    /// <summary>Newest first.</summary>
    public IReadOnlyList<SectionVersion> Amendments { get; private set; } = [];

    public AnswerChanges ChangesOf(SectionVersion amendment) => versions.Changes(Profile, amendment);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if ((await ProfileSummary.ListAsync(db, school.Id, cancel)).Find(profile => profile.Year == Year) is not { } found)
        {
            return NotFound();
        }

        Profile = found;
        if (found.ConfirmedAt is { } confirmed)
        {
            var access = new ProfileAccess(actor, school.Place);
            var readable = found.Form.Sections.Select(access.Readable).OfType<SectionDefinition>().ToList();
            Amendments = await versions.HandleAsync(found, readable, confirmed, cancel);
            await views.RecordAsync(school, found.Id, Year, Amendments.Select(amendment => amendment.Section).Distinct(), cancel);
        }

        return Page();
    }
}
