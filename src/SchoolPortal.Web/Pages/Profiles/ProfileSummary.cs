using System.Linq.Expressions;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
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
    ProfileState State,
    DateTime StateSince,
    DateOnly DueOn,
    int SectionsDone,
    string? ConfirmedBy,
    DateTime? ConfirmedAt,
    DateTime? AmendedAt)
{
    /// <summary>From the record, as a query the database answers.</summary>
    public static Expression<Func<Profile, ProfileSummary>> From { get; } = p => new ProfileSummary(
        p.Id, p.Token, p.Year, p.FormVersion, p.State, p.StateSince, p.DueOn, p.SectionsDone, p.ConfirmedBy, p.ConfirmedAt, p.AmendedAt);

    /// <summary>From a record that is at hand.</summary>
    public static Func<Profile, ProfileSummary> Of { get; } = From.Compile();

    /// <summary>The definition its answers were given under.</summary>
    public FormDefinition Form { get; } = ProfileForm.Of(FormVersion);

    /// <summary>As people call it: "2026 profile".</summary>
    public string Name { get; } = $"{Year} profile";

    /// <summary>The years of a school, newest first.</summary>
    public static Task<List<ProfileSummary>> ListAsync(PortalDbContext db, Guid schoolId, CancellationToken cancel) =>
        db.Profiles.AsNoTracking().Where(p => p.SchoolId == schoolId).OrderByDescending(p => p.Year).Select(From).ToListAsync(cancel);

    /// <summary>Sections may be changed.</summary>
    public bool IsOpen => ProfileLifecycle.IsOpen(State);

    /// <summary>"Confirmed by Moana Tait on 4 March 2026, 2:30pm. Amended on 9 June 2026, 11am.", or null.</summary>
    public string? Confirmation => ConfirmedAt is not { } confirmed
        ? null
        : $"Confirmed by {ConfirmedBy} on {NewZealandTime.Show(confirmed)}."
            + (AmendedAt is { } amended ? $" Amended on {NewZealandTime.Show(amended)}." : "");

    /// <summary>Past its due date and still with the school.</summary>
    public bool IsOverdue(DateOnly today) => ProfileLifecycle.IsOverdue(State, DueOn, today);
}

/// <summary>The form definitions that profiles are pinned to.</summary>
internal static class ProfileForm
{
    public static FormDefinition Of(int version) =>
        FormDefinitions.Find(FormDefinitions.SchoolProfile.Key, version)
        ?? throw new InvalidOperationException($"Version {version} of the School Profile form is not shipped.");
}
