using System.Linq.Expressions;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.FormVersions;

/// <summary>A version of the questions as lists show it, without its file.</summary>
public sealed record FormVersionLine(
    Guid Id, int Number, FormVersionState State, string Note, string BroughtBy, DateTime BroughtAt, string? DecidedBy, DateTime? DecidedAt)
{
    public static readonly Expression<Func<FormVersion, FormVersionLine>> Of = f => new FormVersionLine(
        f.Id, f.Number, f.State, f.Note, f.BroughtBy, f.BroughtAt, f.DecidedBy, f.DecidedAt);

    /// <summary>How it stands beside the version in use.</summary>
    public (TagColour Colour, string Text) Standing(int inUse) => State switch
    {
        FormVersionState.Checked when Number == inUse + 1 => (TagColour.Blue, "Checked, not published"),
        FormVersionState.Checked => (TagColour.Grey, "Overtaken"),
        FormVersionState.Withdrawn => (TagColour.Grey, "Withdrawn"),
        _ when Number == inUse => (TagColour.Green, "In use"),
        _ => (TagColour.Grey, "Replaced"),
    };

    /// <summary>"Published on 5 March 2027 at 2:30pm by Moana Tait", or null while nothing is decided.</summary>
    public string? Decision => DecidedAt is { } at ? $"{Words.Capital(State)} on {NewZealandTime.Show(at)} by {DecidedBy}" : null;
}
