namespace SchoolPortal.Domain.Contacts;

/// <summary>Days on which an officer is away and comes back. Why is nobody's business here: it is neither asked nor kept.</summary>
public sealed class OfficerLeave : Entity
{
    /// <summary>Most days of one leave; who is away longer hands the schools over.</summary>
    public const int MostDays = 366;

    private OfficerLeave()
    {
    }

    /// <summary>Leave from a first to a last day, both away. Refuses an end before the beginning and more than <see cref="MostDays"/>.</summary>
    public OfficerLeave(Guid officerId, DateOnly from, DateOnly to)
    {
        OfficerId = officerId;
        From = from;
        End(to);
    }

    /// <summary>Who is away.</summary>
    public Guid OfficerId { get; private set; }

    /// <summary>First day away.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day away; the day before the first once the leave is called off.</summary>
    public DateOnly To { get; private set; }

    /// <summary>True on a day away.</summary>
    public bool Covers(DateOnly day) => From <= day && day <= To;

    /// <summary>True when it takes one of these days.</summary>
    public bool Meets(DateOnly from, DateOnly to) => From <= To && From <= to && from <= To;

    /// <summary>Cuts it short or makes it longer; the day before the first calls it off. Refuses an earlier day and too long a leave.</summary>
    /// <param name="lastDay">The new last day away.</param>
    public void End(DateOnly lastDay)
    {
        if (lastDay < From.AddDays(-1))
        {
            throw new RuleBroken("To", $"The leave begins on {NewZealandTime.Show(From)}; enter that day or a later one");
        }

        if (lastDay >= From.AddDays(MostDays))
        {
            throw new RuleBroken("To", $"Leave lasts {MostDays} days at most; hand the schools over if the officer is away for longer");
        }

        To = lastDay;
    }
}
