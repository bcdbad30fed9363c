using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>What <c>_ReturnedReview</c> draws, inside the page's own form.</summary>
/// <param name="Review">The comparison.</param>
/// <param name="Posted">What was posted under a name, or null.</param>
/// <param name="WasPosted">The page is shown again with what was chosen; at first every proposed change is ticked.</param>
public sealed record ReturnedForm(ReturnedReview Review, Func<string, string?> Posted, bool WasPosted)
{
    /// <summary>The box of a proposed change.</summary>
    public static IReadOnlyList<FieldOption> Tick { get; } = [new(ReturnedChoice.TakeProposed, "Take what the file has")];

    /// <summary>Whether the box is ticked.</summary>
    public IReadOnlyList<string> TickedFor(ReturnedChoice choice) =>
        !WasPosted || choice.OfferIn(Posted(choice.Name)) is not null ? [ReturnedChoice.TakeProposed] : [];

    /// <summary>The sides of a change that must be chosen.</summary>
    public static IReadOnlyList<FieldOption> SidesOf(ReturnedChoice choice) =>
    [
        new(ReturnedChoice.KeepPortal, "Keep what the portal has"),
        .. choice.Offers.Select((_, i) => new FieldOption(
            ReturnedChoice.Take(i), choice.Offers.Count == 1 ? "Take what the file has" : $"Take what the file has in row {i + 1}")),
    ];
}
