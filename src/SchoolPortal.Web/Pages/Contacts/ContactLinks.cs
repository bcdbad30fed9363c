using SchoolPortal.Domain.Contacts;

namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>Addresses of the pages about a school's people.</summary>
public static class ContactLinks
{
    public static string People(int number) => $"/schools/{number}/contacts";

    public static string Name(int number) => $"/schools/{number}/contacts/name";

    /// <summary>Names somebody for one position.</summary>
    public static string Name(int number, ContactPosition position) => $"/schools/{number}/contacts/name?position={position}";

    public static string Change(int number, Guid contact) => $"/schools/{number}/contacts/{contact}";

    public static string End(int number, Guid contact) => $"/schools/{number}/contacts/{contact}/end";

    /// <summary>Names who stands in while the Lead School Contact or the principal is away, or changes that.</summary>
    public static string Leave(int number, Guid contact) => $"/schools/{number}/contacts/{contact}/leave";
}
