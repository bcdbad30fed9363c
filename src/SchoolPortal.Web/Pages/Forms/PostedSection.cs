using Microsoft.AspNetCore.Mvc.ModelBinding;
using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Web.Pages.Forms;

/// <summary>Takes a section out of a posted form, and a section's problems into the page's model state.</summary>
public static class PostedSection
{
    /// <summary>Name of the button that asks for more rows; its value is the table's key. Such a post saves nothing.</summary>
    public const string MoreRows = "more-rows";

    /// <summary>Reads the section's inputs; a person already stored stays an answer after leaving the school's contacts.</summary>
    public static SectionInput Read(
        IFormCollection form, SectionDefinition section, Answers stored, IReadOnlyList<ContactChoice> people, DateOnly today) =>
        SectionInput.Read(section, name => [.. form[NameIn(form, section, name)].Select(text => text ?? "")], WithStored(section, stored, people), today);

    /// <summary>Key of the table for which more rows are asked, or null when the post is meant to save.</summary>
    public static string? MoreRowsFor(IFormCollection form, SectionDefinition section) =>
        section.Field(form[MoreRows].ToString())?.Key;

    /// <summary>Each problem at its input, so that the error summary and the field show the same sentence.</summary>
    public static void AddProblems(this ModelStateDictionary state, IEnumerable<FieldProblem> problems)
    {
        foreach (var problem in problems)
        {
            state.AddModelError(problem.InputName, problem.Sentence);
        }
    }

    /// <summary>
    /// The name under which an input was posted: a page that was opened before the question got its present key posts it under
    /// the one it had, and what was typed there is not lost.
    /// </summary>
    private static string NameIn(IFormCollection form, SectionDefinition section, string name)
    {
        var asked = section.Fields.FirstOrDefault(field => field.Was is not null && (name == field.Key || name.StartsWith(field.Key + ".", StringComparison.Ordinal)));
        return asked is null || form.ContainsKey(name) ? name : asked.Was + name[asked.Key.Length..];
    }

    internal static IReadOnlyList<ContactChoice> WithStored(SectionDefinition section, Answers stored, IReadOnlyList<ContactChoice> people) =>
    [
        .. people,
        .. section.Fields
            .Where(field => field.Kind == FieldKind.Contact)
            .Select(field => ContactChoice.From(stored[field.Key]))
            .OfType<ContactChoice>()
            .Where(person => people.All(known => known.Id != person.Id))
            .DistinctBy(person => person.Id),
    ];
}
