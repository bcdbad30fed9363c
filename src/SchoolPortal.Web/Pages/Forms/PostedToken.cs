namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// The token that a page carries of what it showed. Bound as text, so that one nobody made is an old one (the person is told
/// and sees how things stand) and every handler asks its own permission first.
/// </summary>
internal static class PostedToken
{
    public static Guid Read(string? posted) => Guid.TryParse(posted, out var token) ? token : Guid.Empty;
}
