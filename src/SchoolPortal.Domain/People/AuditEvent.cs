namespace SchoolPortal.Domain.People;

/// <summary>
/// Who is changing things, when and why: handed to the one save of a unit of work, which writes it beside the change.
/// </summary>
/// <param name="Who">The person acting.</param>
/// <param name="At">UTC.</param>
/// <param name="What">The deed in words, such as "Sent the agreement to the school".</param>
/// <param name="Why">The reason where one was asked for.</param>
public sealed record Change(Actor Who, DateTime At, string What, string? Why = null);

/// <summary>One line of history: what was done by whom to what. Append-only.</summary>
public sealed class AuditEvent
{
    private AuditEvent()
    {
    }

    /// <summary>Writes down one deed.</summary>
    /// <param name="change">Who, when, what, why.</param>
    /// <param name="subject">Kind of record, such as <c>Agreement</c> or <c>Session</c>.</param>
    /// <param name="subjectId">Its id.</param>
    /// <param name="schoolId">The school whose history it stands in, if any.</param>
    /// <param name="changes">Field → [from, to] as JSON; null when no field is concerned.</param>
    /// <param name="restricted">True when the values are for those who may see restricted parts.</param>
    /// <param name="address">Network address, for sign-in events.</param>
    public AuditEvent(Change change, string subject, Guid subjectId, Guid? schoolId, string? changes, bool restricted = false, string? address = null)
    {
        At = change.At;
        PersonId = change.Who.IsPortal ? null : change.Who.PersonId;
        Who = change.Who.Name;
        Position = change.Who.Position;
        What = change.What;
        Why = change.Why;
        Subject = subject;
        SubjectId = subjectId;
        SchoolId = schoolId;
        Changes = changes;
        Restricted = restricted;
        Address = address;
    }

    /// <summary>Sortable by time of writing.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>UTC.</summary>
    public DateTime At { get; private set; }

    /// <summary>Who; null for the portal itself.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Their name then.</summary>
    public string Who { get; private set; } = "";

    /// <summary>What they were then.</summary>
    public string Position { get; private set; } = "";

    /// <summary>The deed in words.</summary>
    public string What { get; private set; } = "";

    /// <summary>The reason, where asked.</summary>
    public string? Why { get; private set; }

    /// <summary>Kind of record.</summary>
    public string Subject { get; private set; } = "";

    /// <summary>Which record.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>The school whose history it stands in.</summary>
    public Guid? SchoolId { get; private set; }

    /// <summary>Field → [from, to] as JSON.</summary>
    public string? Changes { get; private set; }

    /// <summary>True when the values are for those who may see restricted parts.</summary>
    public bool Restricted { get; private set; }

    /// <summary>Network address, for sign-in events.</summary>
    public string? Address { get; private set; }
}
