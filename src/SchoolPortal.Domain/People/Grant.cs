namespace SchoolPortal.Domain.People;

/// <summary>How far a grant reaches.</summary>
public enum Scope
{
    /// <summary>One school.</summary>
    School,

    /// <summary>All schools of a Police area.</summary>
    Area,

    /// <summary>All schools of a Police district.</summary>
    District,

    /// <summary>All schools.</summary>
    Nation,
}

/// <summary>Authority of one person in one role over one place for a time. Ended, never deleted.</summary>
public sealed class Grant : Entity
{
    private Grant()
    {
    }

    /// <summary>Grants a role from a day on. Refuses a scope the role is not given for (domain §3.1).</summary>
    /// <param name="personId">Who receives it.</param>
    /// <param name="role">The role.</param>
    /// <param name="scope">How far it reaches.</param>
    /// <param name="placeId">Id of the school, area or district; null for the nation.</param>
    /// <param name="from">First day.</param>
    /// <param name="grantedBy">Who gave it; null when the portal itself did.</param>
    /// <param name="sections">For a contributor: profile section keys they keep, separated by blanks.</param>
    /// <param name="actingFor">For whom the person stands in; null for a role in their own right.</param>
    public Grant(
        Guid personId, Role role, Scope scope, Guid? placeId, DateOnly from, Guid? grantedBy, string? sections = null, string? actingFor = null)
    {
        if ((scope == Scope.Nation) != (placeId is null))
        {
            throw new RuleBroken("Place", "Choose the school, area or district that this role is for");
        }

        if (scope != ScopeOf(role))
        {
            throw new RuleBroken("Scope", $"The role {Words.Of(role)} is given for one {Words.Of(ScopeOf(role))}");
        }

        PersonId = personId;
        Role = role;
        Scope = scope;
        PlaceId = placeId;
        From = from;
        GrantedBy = grantedBy;
        Sections = sections;
        ActingFor = string.IsNullOrWhiteSpace(actingFor) ? null : actingFor.Trim();
    }

    /// <summary>Who holds it.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>The role.</summary>
    public Role Role { get; private set; }

    /// <summary>How far it reaches.</summary>
    public Scope Scope { get; private set; }

    /// <summary>The school, area or district; null for the nation.</summary>
    public Guid? PlaceId { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, or null while it has no end.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Who gave it; null when the portal itself did.</summary>
    public Guid? GrantedBy { get; private set; }

    /// <summary>For a contributor: profile section keys they keep, separated by blanks.</summary>
    public string? Sections { get; private set; }

    /// <summary>For whom the person stands in, 1–100 characters; null for a role in their own right.</summary>
    public string? ActingFor { get; private set; }

    /// <summary>Lets a contributor keep one section more. Refuses every other role.</summary>
    public void Keep(string section) => KeepOnly([.. KeptSections().Except([section]), section]);

    /// <summary>Takes a section back from a contributor; one who keeps none any more has no part in the profile, so the grant ends the day before.</summary>
    public void Release(string section, DateOnly today)
    {
        KeepOnly([.. KeptSections().Except([section])]);
        if (Sections!.Length == 0)
        {
            End(From < today ? today.AddDays(-1) : From.AddDays(-1));
        }
    }

    /// <summary>For a contributor: keys of the sections they keep.</summary>
    public IReadOnlyList<string> KeptSections() => SectionsIn(Sections);

    /// <summary>The keys in a text of them.</summary>
    public static IReadOnlyList<string> SectionsIn(string? sections) => (sections ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Ends it on a day, its last; the day before the first withdraws it before it begins.</summary>
    public void End(DateOnly lastDay)
    {
        if (lastDay < From.AddDays(-1))
        {
            throw new RuleBroken("To", $"The last day must be {NewZealandTime.Show(From)} or later");
        }

        To = lastDay;
    }

    private void KeepOnly(IReadOnlyList<string> sections)
    {
        if (Role != Role.SchoolContributor)
        {
            throw new StepNotAllowed($"Sections are kept by contributors; this is the role {Words.Of(Role)}.");
        }

        Sections = string.Join(' ', sections);
    }

    /// <summary>The one scope a role is given for (domain §3.1).</summary>
    public static Scope ScopeOf(Role role) => role switch
    {
        Role.SchoolViewer or Role.SchoolContributor or Role.LeadSchoolContact or Role.Principal or Role.PresidingMember
            or Role.LeadPoliceContact or Role.SchoolCommunityOfficer => Scope.School,
        Role.SpecialistOfficer or Role.AreaSupervisor => Scope.Area,
        Role.DistrictCoordinator => Scope.District,
        _ => Scope.Nation,
    };
}
