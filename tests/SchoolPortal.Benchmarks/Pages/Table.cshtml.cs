using Microsoft.AspNetCore.Mvc.RazorPages;

namespace SchoolPortal.Benchmarks.Pages;

public sealed class TableModel : PageModel
{
    public static IReadOnlyList<Row> Rows { get; } =
        [.. Enumerable.Range(1, 25).Select(n => new Row(n, $"Te Kura o Ōtāhuhu {n}", "Senior Constable, Ōtāhuhu", "In force", "Confirmed"))];

    public sealed record Row(int Number, string Name, string Lead, string Agreement, string Profile);
}
