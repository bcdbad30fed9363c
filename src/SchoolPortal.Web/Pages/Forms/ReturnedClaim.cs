using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Security;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>
/// Holds what a returned file says of itself against the page it is brought to and against what the portal noted when the
/// file was made. Each refusal names what the file says and what is here.
/// </summary>
internal static class ReturnedClaim
{
    private const string Nothing = "Nothing was read.";
    private const string Fresh = "Download the draft again, copy your answers into it and choose that file.";

    /// <summary>The file's one claim, or why it cannot be taken here.</summary>
    /// <param name="file">The file, taken apart.</param>
    /// <param name="school">The school of the page.</param>
    /// <param name="form">The form of the page.</param>
    internal static (FormClaim? Claim, string? Refusal) Of(ReturnedFile file, CurrentSchool school, FormDefinition form)
    {
        if ((file.Properties ?? file.Line) is not { } claim)
        {
            return (null, $"This file does not say which form it is: its document properties and the line “Made by School Portal from” at its end are gone. {Nothing} {Fresh}");
        }

        if (file.Line is { } line && line != claim)
        {
            return (null, $"This file says two things of itself: {InWords(claim)} in its properties, {InWords(line)} in the line “Made by School Portal from” at its end. {Nothing} {Fresh}");
        }

        var refusal = claim switch
        {
            _ when claim.Form != form.Key => $"This file is {InWords(claim)}; this page takes the {form.Title}. {Nothing} Bring it back where you downloaded it.",
            { Draft: null } => $"This file is {InWords(claim)}, but no draft to bring back: it is a blank form or a finished record. {Nothing} {Fresh}",
            _ when claim.School != school.Number => $"This file is {InWords(claim)}; this page is for school {school.Number}, {school.Name}. {Nothing} Bring it back on that school’s page.",
            _ => null,
        };
        return (claim, refusal);
    }

    /// <summary>Why the claim does not hold against the portal's note, or null when it does.</summary>
    internal static string? Mismatch(FormClaim claim, TakenDraft? taken) =>
        taken is null
            ? $"This file says that it is {InWords(claim)}, but the portal has no note of a draft that it was made from. {Nothing} {Fresh}"
            : claim.Form != taken.FormKey || claim.Definition != taken.FormVersion || claim.Edition != taken.Edition
                ? $"This file says that it is {InWords(claim)}, but the portal made it as {taken.Edition.ToLowerInvariant()} of definition {taken.FormVersion}. {Nothing} {Fresh}"
                : null;

    private static string InWords(FormClaim claim)
    {
        var form = FormDefinitions.All.FirstOrDefault(known => known.Key == claim.Form)?.Title ?? $"the form {claim.Form}";
        string?[] parts =
        [
            form,
            claim.Edition?.ToLowerInvariant(),
            claim.School is { } number ? $"of school {number}" : null,
            claim.Definition is { } version ? $"(definition {version})" : null,
        ];
        return string.Join(' ', parts.OfType<string>());
    }
}
