using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>The steps that need nothing but a press: submit, take back, confirm.</summary>
public sealed class TakeProfileStep(PortalDbContext db, TimeProvider clock, Actor actor)
{
    /// <param name="school">The school.</param>
    /// <param name="year">The year.</param>
    /// <param name="step">Submit, TakeBack or Confirm.</param>
    /// <param name="seen">The profile's token on the page where the button was pressed.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task HandleAsync(CurrentSchool school, int year, ProfileStep step, Guid seen, CancellationToken cancel)
    {
        var profile = await db.Profiles.Include(p => p.Sections)
            .SingleAsync(p => p.SchoolId == school.Id && p.Year == year, cancel);
        var change = new Change(actor, clock.UtcNow(), What(step, year));
        profile.MustBeAsSeen(seen);
        switch (step)
        {
            case ProfileStep.Submit:
                profile.Submit(db.ProfileForm(profile.FormVersion), school.Roles, change);
                break;
            case ProfileStep.TakeBack:
                profile.TakeBack(school.Roles, change);
                break;
            case ProfileStep.Confirm:
                profile.Confirm(school.Roles, change);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(step), step, "This step asks for more than a press.");
        }

        await db.SaveAsync(change, cancel);
    }

    private static string What(ProfileStep step, int year) => step switch
    {
        ProfileStep.Submit => $"Submitted the {year} profile to Police",
        ProfileStep.TakeBack => $"Took the {year} profile back from Police",
        _ => $"Confirmed the {year} profile",
    };
}
