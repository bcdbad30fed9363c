namespace SchoolPortal.Web.Mail;

/// <summary>
/// Where nothing may be sent, in one place. The schools are real, and so are the addresses that the directory has of them:
/// only a portal in production sends to anybody, and a demonstration to nobody but its own invented people.
/// </summary>
public sealed class AddressRule(IConfiguration settings, IHostEnvironment environment)
{
    /// <summary>Invented people of the demonstration; the ending is reserved and reaches nobody.</summary>
    public const string DemonstrationDomain = "@demo.schoolportal.example";

    private readonly bool onlyInvented = settings.GetValue<bool>("Demo:Enabled") || !environment.IsProduction();

    /// <summary>Why nothing may be sent there, as a sentence; null when it may.</summary>
    public string? RefusalOf(string address) =>
        onlyInvented && !address.EndsWith(DemonstrationDomain, StringComparison.OrdinalIgnoreCase)
            ? "This portal is a demonstration or a trial: it sends to nobody but its own invented people."
            : null;
}
