using Microsoft.AspNetCore.Mvc.ModelBinding;

using SchoolPortal.Domain.Contacts;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>A contact as it is corrected, with the token of what the form showed.</summary>
public sealed class ChangedContact : ContactDetails
{
    public Guid BasedOn { get; set; }

    /// <summary>The form of a contact as it is recorded.</summary>
    public static ChangedContact Of(SchoolContact contact) => new()
    {
        Name = contact.Name,
        Email = contact.Email,
        Phone = contact.Phone is null ? null : PhoneText.Show(contact.Phone),
        Mobile = contact.Mobile is null ? null : PhoneText.Show(contact.Mobile),
        AfterHours = contact.AfterHours,
        BasedOn = contact.Token,
    };

    /// <summary>Saving once more is a decision made knowing of the other's change.</summary>
    public void SavingAgain(ModelStateDictionary state, Guid token)
    {
        state.Remove("Input.BasedOn");
        BasedOn = token;
    }
}
