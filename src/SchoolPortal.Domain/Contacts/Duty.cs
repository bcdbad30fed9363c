namespace SchoolPortal.Domain.Contacts;

/// <summary>The duties of one kind at one school, through time; where the rules of domain §5 are kept.</summary>
/// <param name="schoolId">The school.</param>
/// <param name="kind">The kind.</param>
/// <param name="existing">Every assignment of that kind at that school, past ones too.</param>
public sealed class Duty(Guid schoolId, AssignmentKind kind, IEnumerable<OfficerAssignment> existing)
{
    /// <summary>How many days back a duty may still be set right.</summary>
    public const int DaysToCorrect = 31;

    /// <summary>How many days a Lead Police Contact goes on reading after a successor has begun.</summary>
    public const int OverlapDays = 7;

    private readonly List<OfficerAssignment> duties = [.. existing];

    /// <summary>Every duty of this kind that takes a day or more, the first first.</summary>
    public IEnumerable<OfficerAssignment> InOrder => duties.Where(a => a.To is null || a.To >= a.From).OrderBy(a => a.From);

    /// <summary>Who holds it on a day, whoever stands in for them; where nobody holds it in their own right, who stands in; null is a gap.</summary>
    public OfficerAssignment? On(DateOnly day) => 
        duties.SingleOrDefault(a => a.LeaveId is null && a.Covers(day)) ?? CoverOn(day);

    /// <summary>Who stands in on a day because the holder, or the Lead Police Contact, is on leave; or null.</summary>
    public OfficerAssignment? CoverOn(DateOnly day) => duties.SingleOrDefault(a => a.LeaveId is not null && a.Covers(day));

    /// <summary>What an officer holds in some days only because somebody else is on leave, or null.</summary>
    public OfficerAssignment? CoverBy(Guid officerId, DateOnly first, DateOnly last) =>
        InOrder.FirstOrDefault(a => a.LeaveId is not null && a.OfficerId == officerId && a.Meets(first, last));

    /// <summary>Refuses a day longer ago than <see cref="DaysToCorrect"/>: what was so long is history.</summary>
    /// <param name="field">Name of the input.</param>
    /// <param name="day">The day entered.</param>
    /// <param name="today">Today.</param>
    public static void MustBeNear(string field, DateOnly day, DateOnly today)
    {
        var earliest = today.AddDays(-DaysToCorrect);
        if (day < earliest)
        {
            throw new RuleBroken(field, $"Enter {NewZealandTime.Show(earliest)} or a later day; what is longer ago stays as it was recorded");
        }
    }

    /// <summary>
    /// Assigns an officer from a day on. Whoever holds the duty on the day before is ended then. Refuses an officer who is
    /// not sworn as Lead Police Contact, one who is not active, the one who holds it already, and a day before which
    /// somebody else is already named to begin. Who stood in for the one before stands in no more.
    /// </summary>
    public OfficerAssignment Assign(Officer officer, DateOnly from, string? handoverNote)
    {
        MustBeSworn(officer);
        MustBeActive(officer, from, "From");
        var before = On(from);
        if (before?.OfficerId == officer.Id)
        {
            throw new RuleBroken("OfficerId", $"{officer.Name} is already the {Words.Of(kind)} of this school on that day");
        }

        var covers = CoversOf(before);
        if (InOrder.Except(covers).FirstOrDefault(a => a.From >= from) is { } later)
        {
            throw new RuleBroken("From", $"Somebody is already named from {NewZealandTime.Show(later.From)}; end that first, or choose a later day");
        }

        EndWith(covers, from.AddDays(-1));
        before?.End(from.AddDays(-1));
        var assigned = new OfficerAssignment(schoolId, officer, kind, from, null, handoverNote);
        duties.Add(assigned);
        return assigned;
    }

    /// <summary>
    /// Lets an officer stand in for the days of somebody's leave; it ends by itself, with the leave or with the duty of the
    /// one on leave, whichever is first. Refuses an officer who is not sworn, one who is not active for all of it, the one on
    /// leave, and days of which somebody stands in already.
    /// </summary>
    /// <param name="officer">Who stands in.</param>
    /// <param name="leave">For whose leave.</param>
    /// <param name="from">The first day, of the leave or later.</param>
    /// <param name="handoverNote">What they should know, or null.</param>
    public OfficerAssignment Cover(Officer officer, OfficerLeave leave, DateOnly from, string? handoverNote)
    {
        MustBeSworn(officer);
        if (officer.Id == leave.OfficerId)
        {
            throw new RuleBroken("OfficerId", $"{officer.Name} is the one on leave; choose somebody else");
        }

        // Lead Police Contacts are covered as relief: then the duty of the one on leave is of another kind, and not here.
        var theirs = InOrder.Where(a => a.LeaveId is null && a.OfficerId == leave.OfficerId && a.Meets(from, leave.To)).ToList();
        var first = theirs.Count > 0 && theirs[0].From > from ? theirs[0].From : from;
        var last = theirs.Count > 0 && theirs[^1].To < leave.To ? theirs[^1].To!.Value : leave.To;
        MustBeActive(officer, first, "From");
        MustBeActive(officer, last, "To");
        MustBeFree(first, last, theirs);
        return Add(new OfficerAssignment(schoolId, officer, kind, first, last, handoverNote, leave.Id));
    }

    /// <summary>
    /// Lets another officer stand in for the rest of a leave, because the one who does goes away too. Refuses what
    /// <see cref="Cover"/> refuses.
    /// </summary>
    /// <param name="cover">Who stands in until now.</param>
    /// <param name="officer">Who stands in next.</param>
    /// <param name="from">Their first day.</param>
    /// <param name="handoverNote">What they should know, or null.</param>
    public OfficerAssignment TakeOver(OfficerAssignment cover, Officer officer, DateOnly from, string? handoverNote)
    {
        MustBeSworn(officer);
        var first = cover.From > from ? cover.From : from;
        var last = cover.To ?? throw new ArgumentException("Nobody stands in without an end", nameof(cover));
        MustBeActive(officer, first, "From");
        MustBeActive(officer, last, "To");
        MustBeFree(first, last, [cover, .. HoldersCoveredBy(cover).Where(a => a.OfficerId != officer.Id)]);
        cover.End(first.AddDays(-1));
        return Add(new OfficerAssignment(schoolId, officer, kind, first, last, handoverNote, cover.LeaveId));
    }

    /// <summary>
    /// Lets who stands in go on, or stop earlier, with the leave. Refuses days on which somebody else stands in or the officer
    /// is not active.
    /// </summary>
    public void MoveEnd(OfficerAssignment cover, Officer officer, DateOnly lastDay)
    {
        if (cover.To < lastDay)
        {
            var covered = HoldersCoveredBy(cover).ToList();
            lastDay = covered is [.., { To: { } end }] && end < lastDay ? end : lastDay;
            MustBeActive(officer, lastDay, "To");
            MustBeFree(cover.From, lastDay, [cover, .. covered]);
        }

        cover.End(lastDay);
    }

    /// <summary>
    /// Ends a duty on its last day, the day before the first to withdraw it. Refuses one that is not here, and to move an
    /// end later: somebody else may hold those days. Who stands in for the one whose duty ends stops with it.
    /// </summary>
    public OfficerAssignment End(Guid assignmentId, DateOnly lastDay)
    {
        var ending = duties.Find(a => a.Id == assignmentId)
            ?? throw new RuleBroken("", "This duty is not one of this school; open the school to see who holds it");
        if (ending.To < lastDay)
        {
            throw new RuleBroken("To", $"This duty ends on {NewZealandTime.Show(ending.To.Value)} already; enter an earlier day");
        }

        var covers = CoversOf(ending);
        ending.End(lastDay);
        EndWith(covers, lastDay);
        return ending;
    }

    // A cover shares days with nobody but the one whose leave it is for.
    private List<OfficerAssignment> CoversOf(OfficerAssignment? held) => held is { LeaveId: null }
        ? [.. InOrder.Where(a => a.LeaveId is not null && held.Meets(a.From, a.To))]
        : [];

    private IEnumerable<OfficerAssignment> HoldersCoveredBy(OfficerAssignment cover) => InOrder.Where(a => a.LeaveId is null && a.Meets(cover.From, cover.To));

    private static void EndWith(List<OfficerAssignment> covers, DateOnly lastDay)
    {
        foreach (var cover in covers.Where(c => c.To > lastDay))
        {
            cover.End(cover.From > lastDay ? cover.From.AddDays(-1) : lastDay);
        }
    }

    private OfficerAssignment Add(OfficerAssignment duty)
    {
        duties.Add(duty);
        return duty;
    }

    private void MustBeSworn(Officer officer)
    {
        if (kind != AssignmentKind.SchoolCommunityOfficer && !officer.IsSworn)
        {
            throw new RuleBroken("OfficerId", $"{officer.Name} is not a sworn officer; a {Words.Of(kind)} must be");
        }
    }

    private static void MustBeActive(Officer officer, DateOnly day, string field)
    {
        if (!officer.IsActive(day))
        {
            throw new RuleBroken(field, $"{officer.Name} is not on duty with schools on {NewZealandTime.Show(day)}; choose another day or officer");
        }
    }

    private void MustBeFree(DateOnly from, DateOnly to, IEnumerable<OfficerAssignment> except)
    {
        if (InOrder.Except(except).FirstOrDefault(a => a.Meets(from, to)) is { } taken)
        {
            throw new RuleBroken("From", $"Somebody is {Words.Of(kind)} here from {NewZealandTime.Show(taken.From)}{(taken.To is { } end ? $" to {NewZealandTime.Show(end)}" : "")} already; nobody else is needed on those days");
        }
    }
}
