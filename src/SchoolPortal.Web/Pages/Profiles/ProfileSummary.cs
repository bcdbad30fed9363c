using System.Linq.Expressions;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>Where one year's profile stands, without its answers.</summary>
public sealed record ProfileSummary(
    Guid Id,
    Guid Token,
    int Year,
    int FormVersion,
    Guid? TemplateId,
    ProfileState State,
    DateTime StateSince,
    DateOnly DueOn,
    int SectionsDone,
    string? ConfirmedBy,
    DateTime? ConfirmedAt,
    DateTime? AmendedAt)
{
    private static readonly Expression<Func<Profile, ProfileSummary>> From = p => new ProfileSummary(
        p.Id, p.Token, p.Year, p.FormVersion, p.TemplateId, p.State, p.StateSince, p.DueOn, p.SectionsDone, p.ConfirmedBy, p.ConfirmedAt, p.AmendedAt);

    private static readonly Func<Profile, ProfileSummary> Read = From.Compile();

    /// <summary>The definition its answers were given under.</summary>
    public FormDefinition Form { get; private init; } = null!;

    /// <summary>As people call it: "2026 profile".</summary>
    public string Name { get; } = $"{Year} profile";

    /// <summary>From a record that is at hand.</summary>
    public static ProfileSummary Of(PortalDbContext db, Profile profile) => Read(profile).With(db);

    /// <summary>The years of a school, newest first.</summary>
    public static async Task<List<ProfileSummary>> ListAsync(PortalDbContext db, Guid schoolId, CancellationToken cancel) =>
    [
        .. (await db.Profiles.AsNoTracking().Where(p => p.SchoolId == schoolId).OrderByDescending(p => p.Year).Select(From).ToListAsync(cancel))
            .Select(found => found.With(db)),
    ];

    /// <summary>One year of a school, or null.</summary>
    public static async Task<ProfileSummary?> OfYearAsync(PortalDbContext db, Guid schoolId, int year, CancellationToken cancel) =>
        (await db.Profiles.AsNoTracking().Where(p => p.SchoolId == schoolId && p.Year == year).Select(From).SingleOrDefaultAsync(cancel))?.With(db);

    /// <summary>Sections may be changed.</summary>
    public bool IsOpen => ProfileLifecycle.IsOpen(State);

    /// <summary>"Confirmed by Moana Tait on 4 March 2026, 2:30pm. Amended on 9 June 2026, 11am.", or null.</summary>
    public string? Confirmation => ConfirmedAt is not { } confirmed
        ? null
        : $"Confirmed by {ConfirmedBy} on {NewZealandTime.Show(confirmed)}."
            + (AmendedAt is { } amended ? $" Amended on {NewZealandTime.Show(amended)}." : "");

    /// <summary>Past its due date and still with the school.</summary>
    public bool IsOverdue(DateOnly today) => ProfileLifecycle.IsOverdue(State, DueOn, today);

    private ProfileSummary With(PortalDbContext db) => this with { Form = db.ProfileForm(FormVersion) };
}
