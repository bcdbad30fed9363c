namespace SchoolPortal.Web.Demo;

/// <summary>A clock that stands where the demonstration's history has come to, so that the portal's own use cases write it.</summary>
internal sealed class DemoClock : TimeProvider
{
    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    public override DateTimeOffset GetUtcNow() => new(At, TimeSpan.Zero);
}
