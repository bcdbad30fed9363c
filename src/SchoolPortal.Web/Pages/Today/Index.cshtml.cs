using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SchoolPortal.Web.Pages.Today;

[Authorize]
public sealed class IndexModel : PageModel;
