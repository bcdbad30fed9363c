using SchoolPortal.Domain;

namespace SchoolPortal.Web.Pages.Assignments;

/// <summary>Which email addresses are of Police: setting <c>Police:EmailDomains</c>.</summary>
public sealed class PoliceAddress(IConfiguration settings)
{
    private static readonly string[] UsualDomains = ["police.govt.nz", "demo.schoolportal.example"];

    /// <summary>The address, when its domain is one of them; refuses any other.</summary>
    public string MustBeOfPolice(string email)
    {
        var domains = settings.GetSection("Police:EmailDomains").Get<string[]>() ?? UsualDomains;
        var at = email.LastIndexOf('@');
        return at >= 1 && domains.Contains(email[(at + 1)..], StringComparer.OrdinalIgnoreCase)
            ? email
            : throw new RuleBroken("Email", $"Enter a Police email address; it ends in {string.Join(" or ", domains.Select(d => "@" + d))}");
    }
}
