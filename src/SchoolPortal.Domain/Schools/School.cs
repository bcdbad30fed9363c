using SchoolPortal.Domain.People;

namespace SchoolPortal.Domain.Schools;

/// <summary>Where a school is in its own life.</summary>
public enum SchoolStatus
{
    /// <summary>Planned, not open yet.</summary>
    Proposed,

    /// <summary>Open.</summary>
    Open,

    /// <summary>Closed; still readable.</summary>
    Closed,

    /// <summary>Merged into another school; still readable.</summary>
    Merged,
}

/// <summary>What a status means.</summary>
public static class SchoolStatuses
{
    /// <summary>The school has closed or merged: it stays readable, and nothing new is begun with it.</summary>
    public static bool IsOver(this SchoolStatus status) => status is SchoolStatus.Closed or SchoolStatus.Merged;
}

/// <summary>
/// A school: what the Ministry's directory says of it, which an import replaces, and what the Police side keeps beside it,
/// which no import touches.
/// </summary>
public sealed class School : Entity, IOfSchool
{
    private School()
    {
    }

    /// <summary>A school new to the register.</summary>
    /// <param name="number">The Ministry's school number, 1–9999.</param>
    /// <param name="facts">What the directory says.</param>
    /// <param name="vintage">Which directory says so, such as "Schools Directory, 25 September 2021".</param>
    /// <param name="asAt">The day the directory speaks of.</param>
    public School(int number, SchoolFacts facts, string vintage, DateOnly asAt)
    {
        if (number is < 1 or > 9999)
        {
            throw new RuleBroken("Number", $"A school number lies between 1 and 9999; {number} does not");
        }

        Number = number;
        TakeFacts(facts, vintage, asAt);
    }

    /// <summary>The Ministry's school number, 1–9999, unique.</summary>
    public int Number { get; private set; }

    /// <summary>What the directory says.</summary>
    public SchoolFacts Facts { get; private set; } = new();

    /// <summary>Which directory the facts come from.</summary>
    public string Vintage { get; private set; } = "";

    /// <summary>The day the facts speak of.</summary>
    public DateOnly FactsAsAt { get; private set; }

    /// <summary>Proposed, open, closed or merged.</summary>
    public SchoolStatus Status { get; private set; }

    /// <summary>The day it closed, if it did.</summary>
    public DateOnly? ClosedOn { get; private set; }

    /// <summary>Police district; null until the directory or a person settles it.</summary>
    public Guid? DistrictId { get; private set; }

    /// <summary>Police area; null until a person settles it. Never set by an import.</summary>
    public Guid? AreaId { get; private set; }

    /// <summary>Responsible Police station; null until a person settles it. Never set by an import.</summary>
    public Guid? StationId { get; private set; }

    /// <summary>Notes of the Police side, seen by the school too (domain §14.2: no hidden notes).</summary>
    public string? Notes { get; private set; }

    /// <summary>Folded name, number, suburb and town; what a search runs over.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Folded name, for sorting.</summary>
    public string SortName { get; private set; } = "";

    /// <inheritdoc />
    Guid IOfSchool.SchoolId => Id;

    /// <summary>For <see cref="Actor.RolesAt"/>.</summary>
    public Place Place => new(Id, AreaId, DistrictId);

    /// <summary>Takes over what a directory says. Local fields stay as they are.</summary>
    public void TakeFacts(SchoolFacts facts, string vintage, DateOnly asAt)
    {
        Facts = facts;
        Vintage = vintage;
        FactsAsAt = asAt;
        Describe();
        if (Status != SchoolStatus.Merged)
        {
            Status = facts.Listed switch
            {
                DirectoryStatus.Proposed => SchoolStatus.Proposed,
                DirectoryStatus.Closed => SchoolStatus.Closed,
                _ => SchoolStatus.Open,
            };
            ClosedOn = Status == SchoolStatus.Closed ? ClosedOn ?? asAt : null;
        }
    }

    /// <summary>The directory no longer lists it.</summary>
    public void Close(DateOnly day)
    {
        Status = SchoolStatus.Closed;
        ClosedOn = day;
    }

    /// <summary>What may happen to it now.</summary>
    public IReadOnlyList<SchoolEvent> Possible => Status.IsOver()
        ? [SchoolEvent.Reopen, SchoolEvent.Rename]
        : [SchoolEvent.Merge, SchoolEvent.Split, SchoolEvent.Close, SchoolEvent.Rename];

    /// <summary>
    /// Its last day, with the schools that follow it: one it is merged into, several it is split into, or none. Refuses what
    /// is over already, a day to come, itself, a school named twice, and one that is not open.
    /// </summary>
    public IReadOnlyList<SchoolSuccession> GiveWayTo(IReadOnlyList<School> successors, DateOnly lastDay, DateOnly today)
    {
        if (Status.IsOver())
        {
            throw new StepNotAllowed($"{Facts.Name} is {Words.Of(Status)} already. Open it again first, if that was a mistake.");
        }

        if (lastDay > today)
        {
            throw new RuleBroken("On", $"Enter {NewZealandTime.Show(today)} or a day before; what is to come is recorded when it has come");
        }

        if (successors.FirstOrDefault(s => s.Id == Id || s.Status != SchoolStatus.Open) is { } unfit)
        {
            throw new RuleBroken("Successors", unfit.Id == Id ? "A school cannot follow itself" : $"{unfit.Facts.Name} is {Words.Of(unfit.Status)}; choose a school that is open");
        }

        if (successors.DistinctBy(s => s.Id).Count() < successors.Count)
        {
            throw new RuleBroken("Successors", "Name each school once");
        }

        Status = successors.Count == 1 ? SchoolStatus.Merged : SchoolStatus.Closed;
        ClosedOn = lastDay;
        return [.. successors.Select(s => new SchoolSuccession(Id, s.Id, lastDay))];
    }

    /// <summary>It has another name than the directory says; the next directory proposes the Ministry\u2019s, and a person chooses.</summary>
    public void Rename(string name)
    {
        var facts = Facts.Copy();
        facts.Name = Tidy(name) ?? throw new RuleBroken("Name", "Enter the new name");
        if (facts.Name.Length > 120)
        {
            throw new RuleBroken("Name", "The name must be 120 characters or fewer");
        }

        if (facts.Name == Facts.Name)
        {
            throw new RuleBroken("Name", "This is its name already");
        }

        Facts = facts;
        Describe();
    }

    /// <summary>It is listed again, or a closure or merger is undone.</summary>
    public void Reopen()
    {
        Status = Facts.Listed == DirectoryStatus.Proposed ? SchoolStatus.Proposed : SchoolStatus.Open;
        ClosedOn = null;
    }

    /// <summary>Settles the district; moving to another one leaves area and station open again.</summary>
    public void SettleDistrict(Guid? districtId)
    {
        if (DistrictId != districtId)
        {
            DistrictId = districtId;
            AreaId = StationId = null;
        }
    }

    /// <summary>Settles the Police side of the record.</summary>
    public void SettlePlace(Area? area, Guid? stationId, string? notes)
    {
        if (area is not null)
        {
            DistrictId = area.DistrictId;
        }

        AreaId = area?.Id;
        StationId = stationId;
        Notes = Tidy(notes);
    }

    private void Describe()
    {
        SortName = Folded.Of(Facts.Name);
        SearchText = $" {SortName} {Number} {Folded.Of(Facts.Suburb)} {Folded.Of(Facts.City)} ";
    }

    private static string? Tidy(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
