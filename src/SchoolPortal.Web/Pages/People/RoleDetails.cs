using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;
using SchoolPortal.Web.Pages.Assignments;

namespace SchoolPortal.Web.Pages.People;

/// <summary>Where and for how long a role is to be held, as typed.</summary>
public class RoleDetails
{
    public string? SchoolNumber { get; set; }

    public Guid? PlaceId { get; set; }

    public string[] Sections { get; set; } = [];

    [Required(ErrorMessage = "Enter the first day")]
    public string? From { get; set; }

    public string? To { get; set; }

    /// <summary>The days typed; refuses what is none.</summary>
    public (DateOnly From, DateOnly? To) Days(DateOnly today) => (
        DutyInput.DayOf(From, nameof(From), today),
        string.IsNullOrWhiteSpace(To) ? null : DutyInput.DayOf(To, nameof(To), today));
}

/// <summary>What <c>_RoleFields</c> offers to choose from.</summary>
/// <param name="Role">The role.</param>
/// <param name="Places">Areas or districts, where it is for one.</param>
/// <param name="Sections">Sections of the profile, where it keeps some.</param>
public sealed record RoleOffer(Role Role, IReadOnlyList<FieldOption> Places, IReadOnlyList<FieldOption> Sections)
{
    /// <summary>Where a role reaches, as a hint beside its name.</summary>
    public static string Reach(Role role) => Grant.ScopeOf(role) switch
    {
        Scope.School => "At one school",
        Scope.Area => "In one Police area",
        Scope.District => "In one Police district",
        _ => "For the whole country",
    };

    /// <summary>Roles to choose from, each with its reach.</summary>
    public static IReadOnlyList<FieldOption> Options(IEnumerable<Role> roles) =>
        [.. roles.Order().Select(r => new FieldOption(r.ToString(), Words.Capital(r), Reach(r)))];
}
