using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>The public register, searched and read page by page.</summary>
public sealed class RegisterModel(PublicRegister register) : PageModel
{
    public const int PageSize = 50;

    private const int LongestSearch = 100;

    [FromQuery(Name = "q")]
    public string? Search { get; set; }

    [FromQuery(Name = "p")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<RegisterLine> Lines { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (!register.IsOpen)
        {
            return NotFound();
        }

        Search = Search?[..Math.Min(Search.Length, LongestSearch)];
        var found = register.Find(Search);
        Total = await found.CountAsync(cancel);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + PageSize - 1) / PageSize));
        Lines = await found.Skip((PageNumber - 1) * PageSize).Take(PageSize).ToListAsync(cancel);
        return Page();
    }
}
