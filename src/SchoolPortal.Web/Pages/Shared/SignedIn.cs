namespace SchoolPortal.Web.Pages.Shared;

/// <summary>
/// The person whose page this is, as the header shows them; a feature of the request, absent when nobody is signed in.
/// </summary>
/// <param name="Name">The person's name.</param>
/// <param name="RoleLine">Role and place in one line, such as "Lead Police Contact · Ōtāhuhu".</param>
/// <param name="Navigation">The pages this person may see, in order.</param>
/// <param name="IdleMinutes">Minutes without a request after which the session ends; pages warn two minutes before.</param>
public sealed record SignedIn(string Name, string RoleLine, IReadOnlyList<NavigationItem> Navigation, int IdleMinutes);

/// <summary>A link of the service navigation.</summary>
/// <param name="Text">The page's name.</param>
/// <param name="Href">Its address from the root, such as "/schools". Addresses below it mark the item as current too.</param>
public sealed record NavigationItem(string Text, string Href)
{
    /// <summary>Whether a page at <paramref name="path"/> belongs under this item.</summary>
    public bool Holds(PathString path) => Href == "/" ? path == "/" : path.StartsWithSegments(Href, StringComparison.OrdinalIgnoreCase);
}
