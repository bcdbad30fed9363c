using System.Globalization;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Components;

/// <summary>The day that a page is asked to speak of, as it stands in its address; today where none is asked.</summary>
/// <param name="Day">The day.</param>
/// <param name="Today">Today.</param>
/// <param name="Typed">What the address says, or null.</param>
/// <param name="Fault">Why that is no day one can ask for, as a sentence; the page then speaks of today.</param>
public sealed record AsAt(DateOnly Day, DateOnly Today, string? Typed, string? Fault)
{
    /// <summary>The query key.</summary>
    public const string Key = "asAt";

    /// <summary>The page speaks of a day that is over.</summary>
    public bool IsPast => Day < Today;

    /// <summary>The day as it stands in an address, or null for today.</summary>
    public string? InAddress => IsPast ? Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    /// <summary>What a file answers that is asked for such a day: the sentence, as a bad request; null for a day one can ask for.</summary>
    public IResult? Refusal => Fault is null ? null : Results.Text(Fault, "text/plain; charset=utf-8", statusCode: StatusCodes.Status400BadRequest);

    /// <summary>Today.</summary>
    public static AsAt On(DateOnly today) => new(today, today, null, null);

    /// <summary>From an address.</summary>
    public static AsAt Of(IQueryCollection query, DateOnly today) => Of(query[Key].ToString(), today);

    /// <inheritdoc cref="Of(IQueryCollection, DateOnly)"/>
    public static AsAt Of(string? typed, DateOnly today)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return On(today);
        }

        return TypedText.Date(typed, today) switch
        {
            null => new AsAt(today, today, typed, $"“{typed}” is not a date. Enter one such as {NewZealandTime.Show(today)}."),
            { } day when day > today => new AsAt(today, today, typed, $"{NewZealandTime.Show(day)} has not come yet. Enter today or an earlier day."),
            { } day => new AsAt(day, today, typed, null),
        };
    }
}
