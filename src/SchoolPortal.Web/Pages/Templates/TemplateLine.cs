using System.Linq.Expressions;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>A template version as lists show it: no file, no text.</summary>
public sealed record TemplateLine(
    Guid Id,
    int Number,
    string FormKey,
    int FormVersion,
    TemplateState State,
    DateOnly? From,
    string Note,
    string FileName,
    string BroughtBy,
    DateTime BroughtAt,
    string? PublishedBy,
    DateTime? PublishedAt,
    string? WithdrawnBy,
    DateTime? WithdrawnAt)
{
    public static readonly Expression<Func<TemplateVersion, TemplateLine>> Of = t => new TemplateLine(
        t.Id, t.Number, t.FormKey, t.FormVersion, t.State, t.From, t.Note, t.FileName, t.BroughtBy, t.BroughtAt, t.PublishedBy, t.PublishedAt, t.WithdrawnBy, t.WithdrawnAt);

    /// <summary>As people say it; that of no version is the standard template.</summary>
    public static string NameOf(int? number) => number is null ? "Standard template" : $"Version {number}";

    /// <summary>The same within a sentence.</summary>
    public static string InWords(int? number) => number is null ? "the standard template" : $"template version {number}";

    /// <summary>Its name.</summary>
    public string Name => NameOf(Number);

    /// <summary>It may still be taken back.</summary>
    public bool MayBeWithdrawn(DateOnly today) => State != TemplateState.Withdrawn && !(From <= today);

    /// <summary>How it stands on a day.</summary>
    /// <param name="today">The day.</param>
    /// <param name="inUse">The version that is in use.</param>
    public (TagColour Colour, string Text) Standing(DateOnly today, Guid? inUse) => State switch
    {
        TemplateState.Checked => (TagColour.Blue, "Checked, not published"),
        TemplateState.Withdrawn => (TagColour.Grey, "Withdrawn"),
        _ when Id == inUse => (TagColour.Green, "In use"),
        _ when From > today => (TagColour.Turquoise, $"From {NewZealandTime.Show(From.Value)}"),
        _ => (TagColour.Grey, "Replaced"),
    };
}
