namespace SchoolPortal.Domain;

/// <summary>Anything the portal keeps. Never deleted: closed, ended, superseded or withdrawn, and still readable.</summary>
public abstract class Entity
{
    /// <summary>Made in code, sortable by time of making.</summary>
    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>
    /// Changes with every save. A form carries the token it was opened with, so that the second of two people
    /// editing one thing is told instead of overwriting the first.
    /// </summary>
    public Guid Token { get; private set; } = Guid.CreateVersion7();
}

/// <summary>A record that belongs to one school: its changes stand in that school's history.</summary>
public interface IOfSchool
{
    /// <summary>The school's id.</summary>
    Guid SchoolId { get; }
}
