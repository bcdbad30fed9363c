using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>Addresses of invitations. The one in the e-mail is made by <c>MailedLinks</c>.</summary>
public static class InvitationLinks
{
    public const string List = "/invitations";

    /// <summary>Invites somebody: first to which role.</summary>
    public const string New = "/invitations/new";

    /// <summary>Those that stand in one state.</summary>
    public static string Standing(InvitationState state) => $"{List}?state={state}";

    public static string Invitation(Guid id) => $"{List}/{id}";

    /// <summary>Invites somebody to a role at a school.</summary>
    public static string ToSchool(int number) => $"{New}?school={number}";

    /// <summary>Who can sign in for a school.</summary>
    public static string Access(int number) => $"/schools/{number}/access";


}
