using System.ComponentModel.DataAnnotations;
using System.Net.Mail;

using PhoneNumbers;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Contacts;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Name and ways to reach somebody, as typed. What it accepts is loose; what it gives is as it is stored.</summary>
public class ContactDetails
{
    private const int LongestEmail = 254;

    private static readonly PhoneNumberUtil Phones = PhoneNumberUtil.GetInstance();

    [Required(ErrorMessage = "Enter the person\u2019s name")]
    [StringLength(100, ErrorMessage = "The name must be 100 characters or fewer")]
    public string? Name { get; set; }

    public string? Email { get; set; }

    public string? Phone { get; set; }

    public string? Mobile { get; set; }

    public bool AfterHours { get; set; }

    /// <summary>The name on one line, as Unicode composes it.</summary>
    public string TidyName => TypedText.CleanLine(Name);

    /// <summary>The ways to reach them; refuses an address or a number that cannot be one.</summary>
    public Reach Reach() => new(ReadEmail(), ReadPhone(nameof(Phone), Phone), ReadPhone(nameof(Mobile), Mobile));

    private string? ReadEmail()
    {
        var typed = TypedText.CleanLine(Email);
        if (typed.Length == 0)
        {
            return null;
        }

        return typed.Length <= LongestEmail && MailAddress.TryCreate(typed, out var address) && address.Address == typed && address.Host.Contains('.', StringComparison.Ordinal)
            ? typed
            : throw new RuleBroken(nameof(Email), "Enter an email address in the usual form, such as name@example.school.nz");
    }

    internal static string? ReadPhone(string field, string? text)
    {
        var typed = TypedText.CleanLine(text);
        if (typed.Length == 0)
        {
            return null;
        }

        try
        {
            var number = Phones.Parse(typed, "NZ");
            if (Phones.IsPossibleNumber(number))
            {
                var stored = Phones.Format(number, PhoneNumberFormat.E164);
                return number.HasExtension ? $"{stored} ext {number.Extension}" : stored;
            }
        }
        catch (NumberParseException)
        {
            // Said below, with what to do.
        }

        throw new RuleBroken(field, "Enter a phone number with its area code, such as 04 123 4567 or 021 123 456");
    }
}
