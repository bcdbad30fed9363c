namespace SchoolPortal.Documents.Forms;

/// <summary>Texts that the portal puts into the lines of a template, by the names of their places.</summary>
internal static class TemplateTexts
{
    internal const string School = "school";
    internal const string SchoolNumber = "school_number";
    internal const string Standing = "standing";
    internal const string HeaderSchool = "header_school";
    internal const string FooterEdition = "footer_edition";
    internal const string FooterReaders = "footer_readers";
    internal const string Identity = "identity";

    private const int ShownOfHash = 12;

    /// <summary>What stands there in a template: a writer would drop a place that is empty.</summary>
    private static readonly Dictionary<string, string> Prompts = new(StringComparer.Ordinal)
    {
        [School] = "Name of the school",
        [HeaderSchool] = "Name of the school",
        [SchoolNumber] = "  ·  School number",
        [FooterEdition] = "Version",
        [FooterReaders] = "Who may read it  ·  ",
    };

    /// <summary>What stands in a place.</summary>
    internal static string Of(string place, FormContent content) => place switch
    {
        _ when content.Standing == DocumentStanding.Template && Prompts.TryGetValue(place, out var prompt) => prompt,
        School or HeaderSchool => content.Identity.SchoolName ?? "",
        SchoolNumber => content.Identity.SchoolNumber is { } number ? $"  ·  School {number}" : "",
        Standing => content.StandingInWords(),
        FooterEdition => content.Identity.BaseHash is { } hash
            ? $"{content.Identity.Edition}  ·  text {hash.AsSpan(0, Math.Min(hash.Length, ShownOfHash))}"
            : content.Identity.Edition ?? "Blank form",
        FooterReaders => content.Classification() is { } readers ? $"{readers}  ·  " : "",
        Identity => FormIdentityText.Of(content),
        _ => throw new ArgumentOutOfRangeException(nameof(place), place, "No text of this name is put into a template."),
    };

    /// <summary>The bookmark round a place in a template that may come back.</summary>
    internal static string Bookmark(string place) => $"p_{place}";
}
