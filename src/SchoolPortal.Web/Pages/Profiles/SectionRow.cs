using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>One section in the list of tasks.</summary>
/// <param name="Text">Number and title.</param>
/// <param name="Href">Its page, or null for those who may not read it.</param>
/// <param name="Hint">Who saved it when, what Police asked, whether it is restricted.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Colour">The status's colour.</param>
public sealed record SectionRow(string Text, string? Href, string? Hint, string Status, TagColour Colour)
{
    internal static SectionRow Of(
        int school, ProfileSheet sheet, ProfileAccess access, SectionDefinition section, Company others, DateOnly today)
    {
        var profile = sheet.Profile;
        var saved = sheet.Sections[section.Key];
        var text = $"{profile.Form.NumberOf(section)} {section.Title}";
        if (!access.MayRead(section))
        {
            return new SectionRow(text, null, null, section.Sensitivity == Sensitivity.Restricted ? "Restricted" : "Kept by others", TagColour.Grey);
        }

        var comments = sheet.Comments.GetValueOrDefault(section.Key);
        var isStale = sheet.IsStale(section, today);

        string?[] hints =
        [
            section.Sensitivity == Sensitivity.Restricted ? "Restricted." : null,
            saved.At is { } at ? $"{(at > profile.ConfirmedAt ? "Amended" : "Saved")} on {NewZealandTime.Show(at)} by {saved.By}." : null,
            others.Keepers.Count > 0 ? $"Kept by {Words.And(others.Keepers)}." : null,
            others.Typing.Count > 0 ? $"{Words.And(others.Typing)} {(others.Typing.Count == 1 ? "is" : "are")} typing in it now." : null,
            comments == 0 ? null : comments == 1 ? "One comment." : $"{comments} comments.",
            isStale ? $"Last found right on {NewZealandTime.Show(NewZealandTime.DayOf(saved.CheckedAt!.Value))} by {saved.CheckedBy}, before the end of a term." : null,
            saved.ReturnReason is null ? null : $"From Police: “{saved.ReturnReason}”",
        ];
        var hint = string.Join(' ', hints.OfType<string>());
        return new SectionRow(
            text,
            ProfileLinks.Section(school, profile.Year, section.Key),
            hint.Length == 0 ? null : hint,
            isStale ? "Confirm again" : Words.Capital(saved.State),
            isStale ? TagColour.Orange : TagColours.Of(saved.State));
    }
}

/// <summary>A section to be found right again, with how it stood on the page.</summary>
public sealed record StaleSection(string Key, string Title, SectionLine Saved);
