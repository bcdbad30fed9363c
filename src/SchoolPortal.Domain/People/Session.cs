namespace SchoolPortal.Domain.People;

/// <summary>
/// One sign-in on one device, kept by the server: ending it makes every copy of its cookie worthless (requirement R16).
/// </summary>
public sealed class Session
{
    /// <summary>A school person's session without activity for this long is over (domain §16).</summary>
    public static TimeSpan SchoolIdle { get; } = TimeSpan.FromMinutes(30);

    /// <summary>The same for Police and administrators.</summary>
    public static TimeSpan PoliceIdle { get; } = TimeSpan.FromMinutes(15);

    /// <summary>No session lives longer than this.</summary>
    public static TimeSpan Absolute { get; } = TimeSpan.FromHours(8);

    /// <summary>Signing and changing roles ask for a passphrase given no longer ago than this (requirement R22).</summary>
    public static TimeSpan Recent { get; } = TimeSpan.FromMinutes(10);

    private Session()
    {
    }

    /// <summary>Begins a session.</summary>
    public Session(Guid personId, DateTime at, TimeSpan idle, string device, string address)
    {
        PersonId = personId;
        StartedAt = at;
        ConfirmedAt = at;
        LastSeenAt = at;
        IdleMinutes = (int)idle.TotalMinutes;
        Device = device;
        Address = address;
    }

    /// <summary>Random; what the cookie carries under encryption.</summary>
    public Guid Id { get; private set; } = Guid.NewGuid();

    /// <summary>Whose it is.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; private set; }

    /// <summary>When the passphrase was last given in this session, UTC.</summary>
    public DateTime ConfirmedAt { get; private set; }

    /// <summary>UTC; kept to the minute.</summary>
    public DateTime LastSeenAt { get; private set; }

    /// <summary>Idle limit of this session.</summary>
    public int IdleMinutes { get; private set; }

    /// <summary>The browser as it names itself, shortened.</summary>
    public string Device { get; private set; } = "";

    /// <summary>Network address the sign-in came from.</summary>
    public string Address { get; private set; } = "";

    /// <summary>When it was ended, UTC; null while it runs.</summary>
    public DateTime? EndedAt { get; private set; }

    /// <summary>True while it may be used.</summary>
    public bool IsAlive(DateTime now) =>
        EndedAt is null && now - StartedAt < Absolute && now - LastSeenAt < TimeSpan.FromMinutes(IdleMinutes);

    /// <summary>True when the passphrase was given recently enough to sign an agreement.</summary>
    public bool IsRecent(DateTime now) => now - ConfirmedAt <= Recent;

    /// <summary>Notes that the passphrase was given again.</summary>
    public void Confirm(DateTime now)
    {
        ConfirmedAt = now;
        LastSeenAt = now;
    }

    /// <summary>Ends it.</summary>
    public void End(DateTime now) => EndedAt ??= now;
}
