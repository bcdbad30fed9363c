namespace SchoolPortal.Web.Pages.People;

/// <summary>Addresses of accounts and their roles.</summary>
public static class PeopleLinks
{
    public const string List = "/admin/people";

    public const string Add = "/admin/people/add";

    /// <summary>Who stands in for the reader.</summary>
    public const string StandIns = "/account/stand-ins";

    public static string Person(Guid id) => $"/admin/people/{id}";

    /// <summary>Chooses a role to give.</summary>
    public static string ChooseRole(Guid id) => $"/admin/people/{id}/roles/add";

    public static string EndRole(Guid id, Guid grant) => $"/admin/people/{id}/roles/{grant}/end";

    /// <summary>Disables the account, or lets the person sign in again.</summary>
    public static string Access(Guid id) => $"/admin/people/{id}/access";
}
