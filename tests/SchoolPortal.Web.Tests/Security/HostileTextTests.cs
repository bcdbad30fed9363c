using System.Net;

using AngleSharp.Html.Dom;

using SchoolPortal.Domain.People;

using Xunit;

namespace SchoolPortal.Web.Tests.Security;

/// <summary>
/// Fills every text field of every form with markup, formulas, quotes, template marks, right-to-left and four-byte text, then
/// reads every page and file back: it is shown as text or refused with a sentence, never obeyed (requirements R37, R42).
/// </summary>
public sealed class HostileTextTests(DoorsTests.Everybody everybody) : IClassFixture<DoorsTests.Everybody>
{
    private const string Hostile = "=1+1 <x-probe onload=alert(1)>'\"{{7*7}}@(1+1) \u202eesrever\u202c \ud83d\udc27 &lt;x-probe&gt;";

    [Fact]
    public async Task R37_R42_Markup_in_any_field_is_shown_as_text_on_every_page_and_in_every_file()
    {
        var faults = new List<string>();
        var people = everybody.All.Where(s => s.Name is nameof(Role.Administrator) or nameof(Role.Principal) or nameof(Role.LeadPoliceContact)).ToList();
        var doors = await Door.AllAsync(everybody.Portal);
        var filled = 0;
        foreach (var somebody in people)
        {
            foreach (var door in doors.Where(d => d.TakesPosts && d.Requires is not null))
            {
                filled += await FillAsync(somebody, door, faults);
            }
        }

        foreach (var somebody in people)
        {
            foreach (var door in doors)
            {
                using var answer = await somebody.Browser.Client.GetAsync(new Uri(door.Address, UriKind.Relative));
                var text = await answer.Content.ReadAsStringAsync();
                Note(faults, $"{door} read by {somebody.Name}", answer.StatusCode, text.Contains("<x-probe", StringComparison.Ordinal) && !door.Route.EndsWith(".csv", StringComparison.Ordinal));
                if (door.Route.EndsWith(".csv", StringComparison.Ordinal) && (text.Contains("\n=", StringComparison.Ordinal) || text.Contains(",=", StringComparison.Ordinal) || text.Contains("\"=", StringComparison.Ordinal)))
                {
                    faults.Add($"{door} holds a formula");
                }
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.True(filled > 5, $"Only {filled} forms were filled in.");
    }

    private static async Task<int> FillAsync(DoorsTests.Somebody somebody, Door door, List<string> faults)
    {
        var page = await somebody.Browser.GetAsync(door.Address);
        var filled = 0;
        foreach (var form in page.Document.QuerySelectorAll("main form[method=post]").OfType<IHtmlFormElement>())
        {
            var fields = form.Elements.Where(IsText).Select(e => (Name: e.GetAttribute("name")!, Type: e.GetAttribute("type"))).ToList();
            if (fields.Count == 0 || form.QuerySelector("button")?.TextContent.Trim() is not { Length: > 0 } button)
            {
                continue;
            }

            filled++;
            var landed = await somebody.Browser.SubmitAsync(page, button, fields.DistinctBy(f => f.Name).ToDictionary(f => f.Name, f => (string?)Text(f.Type), StringComparer.Ordinal));
            Note(faults, $"{door} filled in by {somebody.Name}", landed.Status, landed.Document.QuerySelector("x-probe") is not null);
            if (landed.Status == HttpStatusCode.BadRequest && landed.Errors.Count == 0)
            {
                faults.Add($"{door} filled in by {somebody.Name}: refused without a sentence ({landed.Heading})");
            }
        }

        return filled;
    }

    private static bool IsText(AngleSharp.Dom.IElement element) => element is IHtmlTextAreaElement { Name.Length: > 0 }
        || element is IHtmlInputElement { Name.Length: > 0 } input && input.Type is "text" or "search" or "email" or "tel" && element.GetAttribute("name") is not null;

    // An address and a number that are taken, so that the rest of the form is stored too.
    private static string Text(string? type) => type switch
    {
        "email" => $"{Guid.NewGuid():N}@test.schoolportal.example",
        "tel" => "09 555 0100",
        _ => Hostile,
    };

    private static void Note(List<string> faults, string what, HttpStatusCode status, bool isObeyed)
    {
        if (status >= HttpStatusCode.InternalServerError || isObeyed)
        {
            faults.Add($"{what}: {status}{(isObeyed ? ", markup obeyed" : "")}");
        }
    }
}
