namespace SchoolPortal.Domain.Schools;

/// <summary>
/// One school follows another from a day on: the one it was merged into, or one of those it was split into. The successor
/// leads to the records of the school before.
/// </summary>
public sealed class SchoolSuccession : Entity, IOfSchool
{
    private SchoolSuccession()
    {
    }

    /// <summary>A link from the school that is over to one that follows it.</summary>
    public SchoolSuccession(Guid schoolId, Guid successorId, DateOnly on)
    {
        SchoolId = schoolId;
        SuccessorId = successorId;
        On = on;
    }

    /// <summary>The school that is over.</summary>
    public Guid SchoolId { get; private set; }

    /// <summary>The school that follows it.</summary>
    public Guid SuccessorId { get; private set; }

    /// <summary>The last day of the school before.</summary>
    public DateOnly On { get; private set; }

    /// <summary>The school before was opened again, so nothing follows it any more.</summary>
    public bool IsTakenBack { get; private set; }

    /// <summary>Takes it back; the link stays for the record and leads nowhere.</summary>
    public void TakeBack() => IsTakenBack = true;
}
