namespace SchoolPortal.Domain.Contacts;

/// <summary>
/// Days on which the Lead School Contact or the principal is away, and who of the school stands in: begins and ends by itself.
/// Why is nobody's business here: it is neither asked nor kept.
/// </summary>
public sealed class ContactLeave : Entity, IOfSchool
{
    private ContactLeave()
    {
    }

    /// <summary>
    /// Refuses a position that nobody stands in for, a stand-in who is the same person or is not of the school on all of the
    /// days, days on which the one away does not hold the position, an end before the beginning and too long a leave.
    /// </summary>
    /// <param name="away">Who is away.</param>
    /// <param name="standIn">Who stands in.</param>
    /// <param name="from">First day away.</param>
    /// <param name="to">Last day away.</param>
    /// <param name="grantId">The role that the stand-in's account has for those days, or null.</param>
    public ContactLeave(SchoolContact away, SchoolContact standIn, DateOnly from, DateOnly to, Guid? grantId)
    {
        if (SchoolContact.RoleOf(away.Position) is null)
        {
            throw new StepNotAllowed($"Nobody stands in for a {Words.Of(away.Position)}.");
        }

        if (standIn.Id == away.Id || standIn.SearchName == away.SearchName)
        {
            throw new RuleBroken("StandIn", $"{away.Name} is the one away; choose somebody else");
        }

        (SchoolId, ContactId, StandInId, GrantId, From) = (away.SchoolId, away.Id, standIn.Id, grantId, from);
        if (to < from)
        {
            throw new RuleBroken("To", $"The leave begins on {NewZealandTime.Show(from)}; enter that day or a later one");
        }

        End(away, standIn, to);
    }

    /// <inheritdoc />
    public Guid SchoolId { get; private set; }

    /// <summary>Who is away.</summary>
    public Guid ContactId { get; private set; }

    /// <summary>Who stands in.</summary>
    public Guid StandInId { get; private set; }

    /// <summary>The role that the stand-in's account has for those days; null where they have no account at the school.</summary>
    public Guid? GrantId { get; private set; }

    /// <summary>First day away.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day away; the day before the first once the leave is called off.</summary>
    public DateOnly To { get; private set; }

    /// <summary>True on a day away.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= To;

    /// <summary>Cuts it short or makes it longer; the day before the first calls it off. Refuses an earlier day, too long a leave, and days on which either is not there.</summary>
    public void End(SchoolContact away, SchoolContact standIn, DateOnly lastDay)
    {
        if (lastDay < From.AddDays(-1))
        {
            throw new RuleBroken("To", $"The leave begins on {NewZealandTime.Show(From)}; enter that day or a later one");
        }

        if (lastDay >= From.AddDays(OfficerLeave.MostDays))
        {
            throw new RuleBroken("To", $"Leave lasts {OfficerLeave.MostDays} days at most; name a successor if they are away for longer");
        }

        foreach (var contact in lastDay < From ? [] : new[] { away, standIn })
        {
            if (!contact.Covers(From) || !contact.Covers(lastDay))
            {
                throw new RuleBroken("To", $"{contact.Name} is {Words.Of(contact.Position)} from {NewZealandTime.Show(contact.From)}{(contact.To is { } last ? $" to {NewZealandTime.Show(last)}" : "")}; enter days within that");
            }
        }

        To = lastDay;
    }

    /// <summary>Ends it with the time of whoever is away, where that is over earlier.</summary>
    public void EndWith(DateOnly lastDay) => To = lastDay >= To ? To : lastDay < From ? From.AddDays(-1) : lastDay;
}
