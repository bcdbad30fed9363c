using System.Linq.Expressions;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Public;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Content;

/// <summary>A version of a content page as lists show it, without its text.</summary>
public sealed record VersionLine(
    Guid Id, int Number, ContentState State, DateOnly? From, DateOnly? To, string Note, string WrittenBy, DateTime WrittenAt, string? DecidedBy, DateTime? DecidedAt)
{
    public static readonly Expression<Func<ContentVersion, VersionLine>> Of = v => new VersionLine(
        v.Id, v.Number, v.State, v.From, v.To, v.Note, v.WrittenBy, v.WrittenAt, v.DecidedBy, v.DecidedAt);

    /// <summary>As people say it.</summary>
    public static string NameOf(int number) => number == 0 ? "Standard text" : $"Version {number}";

    /// <summary>Nobody has seen it yet.</summary>
    public bool MayBeWithdrawn(DateOnly today) => State != ContentState.Withdrawn && !(From <= today);

    /// <summary>How it stands on a day.</summary>
    /// <param name="today">The day.</param>
    /// <param name="shown">Number of the version that is shown.</param>
    public (TagColour Colour, string Text) Standing(DateOnly today, int shown) => State switch
    {
        ContentState.Draft => (TagColour.Blue, "Draft"),
        ContentState.Withdrawn => (TagColour.Grey, "Withdrawn"),
        _ when Number == shown => (TagColour.Green, To is { } last ? $"Shown until {NewZealandTime.Show(last)}" : "Shown"),
        _ when From > today => (TagColour.Turquoise, $"From {NewZealandTime.Show(From.Value)}"),
        _ => (TagColour.Grey, "Replaced"),
    };
}
