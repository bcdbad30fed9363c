namespace SchoolPortal.Web.Pages.Admin.DirectoryImports.Watch;

/// <summary>What the operator says of directories that come by themselves: <c>Directory:Watch:Folder</c>, <c>Address</c>, <c>Seconds</c>, <c>Hours</c>, <c>OwnNetwork</c>. Without the first two, none do.</summary>
public sealed class WatchSettings(IConfiguration settings)
{
    /// <summary>A folder in which somebody or something puts directories; empty for none.</summary>
    public string Folder { get; } = settings["Directory:Watch:Folder"]?.Trim() ?? "";

    /// <summary>An https address at which the newest directory lies; empty for none.</summary>
    public string Address { get; } = settings["Directory:Watch:Address"]?.Trim() ?? "";

    /// <summary>How long the address may take for the whole file.</summary>
    public TimeSpan Patience { get; } = TimeSpan.FromSeconds(settings.GetValue("Directory:Watch:Seconds", 60));

    /// <summary>How often the address is asked.</summary>
    public TimeSpan Every { get; } = TimeSpan.FromHours(settings.GetValue("Directory:Watch:Hours", 24));

    /// <summary>The address lies in the operator's own network; else one that leads into it is refused.</summary>
    public bool IsOwnNetwork { get; } = settings.GetValue("Directory:Watch:OwnNetwork", defaultValue: false);
}
