namespace SchoolPortal.Domain.People;

/// <summary>What somebody is asked to be, where and for how long.</summary>
/// <param name="Role">The role.</param>
/// <param name="PlaceId">The school, area or district; null for the nation.</param>
/// <param name="PlaceName">Its name, as the invitation shows it.</param>
/// <param name="From">First day; one that is past when it is taken up becomes that day.</param>
/// <param name="To">Last day, or null for no end.</param>
/// <param name="Sections">For a contributor: keys of the profile sections they are to keep, separated by blanks.</param>
public sealed record InvitedRole(Role Role, Guid? PlaceId, string PlaceName, DateOnly From, DateOnly? To, string? Sections);

/// <summary>
/// Somebody is asked into the portal, or into one more role: by e-mail, for seven days, once (domain §5). Its steps are those of
/// <see cref="InvitationLifecycle"/>.
/// </summary>
public sealed class Invitation : Entity
{
    private Invitation()
    {
    }

    /// <summary>
    /// Invites somebody, or proposes to. Refuses an empty name, position or address, a last day before the first, and a
    /// contributor without sections.
    /// </summary>
    /// <param name="name">Their name, 1–100 characters.</param>
    /// <param name="position">What they are, such as "Deputy principal", 1–100 characters.</param>
    /// <param name="email">Their work e-mail address, at most 254 characters.</param>
    /// <param name="invited">What they are to be.</param>
    /// <param name="isProposal">Somebody else has to approve it.</param>
    /// <param name="change">Who invites, and when.</param>
    public Invitation(string name, string position, string email, InvitedRole invited, bool isProposal, Change change)
    {
        // The same sentences as for an account, since an account will come of it.
        var person = new Person(name, position, email);
        (Name, Position, Email) = (person.Name, person.Position, person.Email.ToLowerInvariant());
        if (invited.To < invited.From)
        {
            throw new RuleBroken("To", $"Enter {NewZealandTime.Show(invited.From)} or a later day, or leave it empty");
        }

        if (invited.Role == Role.SchoolContributor && string.IsNullOrWhiteSpace(invited.Sections))
        {
            throw new RuleBroken("Sections", "Choose the sections of the profile that this person keeps");
        }

        (Role, PlaceId, PlaceName, From, To) = (invited.Role, invited.PlaceId, invited.PlaceName, invited.From, invited.To);
        Sections = invited.Role == Role.SchoolContributor ? invited.Sections : null;
        (InvitedBy, InvitedByName) = (change.Who.PersonId, change.Who.Name);
        InvitedAt = change.At;
        (State, StateSince) = (isProposal ? InvitationState.Proposed : InvitationState.Open, change.At);
    }

    /// <summary>Name of whom it is for.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What they are.</summary>
    public string Position { get; private set; } = "";

    /// <summary>Where it goes, lower case. It is for this address alone.</summary>
    public string Email { get; private set; } = "";

    /// <summary>The role.</summary>
    public Role Role { get; private set; }

    /// <summary>The school, area or district; null for the nation.</summary>
    public Guid? PlaceId { get; private set; }

    /// <summary>Its name when it was invited for.</summary>
    public string PlaceName { get; private set; } = "";

    /// <summary>For a contributor: keys of the sections, separated by blanks.</summary>
    public string? Sections { get; private set; }

    /// <summary>First day of the role.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>Who invited or proposed.</summary>
    public Guid InvitedBy { get; private set; }

    /// <summary>Their name then.</summary>
    public string InvitedByName { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTime InvitedAt { get; private set; }

    /// <summary>Where it stands.</summary>
    public InvitationState State { get; private set; }

    /// <summary>Since when, UTC; of an open one, when it was sent last.</summary>
    public DateTime StateSince { get; private set; }

    /// <summary>Why it was refused or withdrawn.</summary>
    public string? StateReason { get; private set; }

    /// <summary>How often it was sent; tells one sending from another.</summary>
    public int Sendings { get; private set; }

    /// <summary>Who took it up.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>How far the role reaches.</summary>
    public Scope Scope => Grant.ScopeOf(Role);

    /// <summary>Open, and its seven days are over.</summary>
    public bool IsExpired(DateTime now) => State == InvitationState.Open && now >= StateSince + Notices.MailedLink.GoodFor(Notices.NoticeKind.Invitation);

    /// <summary>It may be taken up, as far as its own days go.</summary>
    public bool IsGood(DateOnly today) => State == InvitationState.Open && (To is null || To >= today);

    /// <summary>It leaves for the person: approved, invited directly, or once more.</summary>
    public void MarkSent() => Sendings++;

    /// <summary>Somebody who may invite lets the proposal go out.</summary>
    public void Approve(IReadOnlySet<Role> roles, Change change) => Take(InvitationStep.Approve, roles, change);

    /// <summary>Somebody who may invite refuses the proposal, with a reason.</summary>
    public void Refuse(IReadOnlySet<Role> roles, Change change) => Take(InvitationStep.Refuse, roles, change);

    /// <summary>Once more, with seven more days.</summary>
    public void SendAgain(IReadOnlySet<Role> roles, Change change) => Take(InvitationStep.SendAgain, roles, change);

    /// <summary>Taken back.</summary>
    public void Withdraw(IReadOnlySet<Role> roles, Change change) => Take(InvitationStep.Withdraw, roles, change);

    /// <summary>The person takes it up. Gives the role that comes of it, from today on or later.</summary>
    public Grant Accept(Guid personId, Change change)
    {
        var today = NewZealandTime.DayOf(change.At);
        if (!IsGood(today))
        {
            throw new StepNotAllowed("This invitation can no longer be accepted.");
        }

        State = InvitationLifecycle.Table.Take(InvitationStep.Accept, State, Actor.Portal, new HashSet<Role>(), change.Why);
        (StateSince, PersonId) = (change.At, personId);
        var grant = new Grant(personId, Role, Scope, PlaceId, From > today ? From : today, InvitedBy, Sections);
        if (To is { } last)
        {
            grant.End(last);
        }

        return grant;
    }

    private void Take(InvitationStep step, IReadOnlySet<Role> roles, Change change)
    {
        State = InvitationLifecycle.Table.Take(step, State, change.Who, roles, change.Why);
        (StateSince, StateReason) = (change.At, change.Why);
    }
}
