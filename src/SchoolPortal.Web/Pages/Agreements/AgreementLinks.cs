using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Web.Pages.Forms;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Addresses of everything about a school's agreements.</summary>
public static class AgreementLinks
{
    private static readonly Dictionary<string, AgreementStep> Steps =
        Enum.GetValues<AgreementStep>().ToDictionary(SlugOf, step => step, StringComparer.Ordinal);

    /// <summary>The school's page.</summary>
    public static string School(int school) => $"/schools/{school}";

    /// <summary>Where the school's agreements stand.</summary>
    public static string Overview(int school) => $"{School(school)}/agreement";

    /// <summary>Begins the next one.</summary>
    public static string Start(int school) => $"{Overview(school)}/start";

    /// <summary>Brings a draft back that was changed in Word.</summary>
    public static string Returned(int school) => DraftLinks.Returned(school, AgreementDrafts.Called);

    /// <summary>One agreement as people read it.</summary>
    public static string Version(int school, int number) => $"{Overview(school)}/{number}";

    /// <summary>One section as people read it.</summary>
    public static string SectionText(int school, int number, string key) => $"{Version(school, number)}#{key}";

    /// <summary>Changes one section.</summary>
    public static string Section(int school, int number, string key) => $"{Version(school, number)}/{key}";

    /// <summary>Takes one step.</summary>
    public static string Step(int school, int number, AgreementStep step) =>
        step == AgreementStep.Sign ? Sign(school, number) : $"{Version(school, number)}/steps/{SlugOf(step)}";

    /// <summary>The template that one agreement is written in.</summary>
    public static string Template(int school, int number) => TemplateLinks.OfRecord(school, AgreementDrafts.Called, number);

    /// <summary>Signs.</summary>
    public static string Sign(int school, int number) => $"{Version(school, number)}/sign";

    /// <summary>What one has signed.</summary>
    public static string Signed(int school, int number) => $"{Version(school, number)}/signed";

    /// <summary>The page to print and sign by hand.</summary>
    public static string Paper(int school, int number) => $"{Version(school, number)}/paper";

    /// <summary>A paper that somebody signed, scanned.</summary>
    public static string Scan(int school, int number, string sha256) => $"{Version(school, number)}/scans/{sha256}";

    /// <summary>What proves one agreement.</summary>
    public static string Evidence(int school, int number) => $"{Version(school, number)}/evidence";

    /// <summary>The same to keep beside the Word file.</summary>
    public static string EvidenceFile(int school, int number) => $"{Evidence(school, number)}.json";

    /// <summary>The Word file that everybody signs, before the signatures.</summary>
    public static string Frozen(int school, int number) => $"{Version(school, number)}/frozen.docx";

    /// <summary>The record with all signatures, as it was made when the last one was given.</summary>
    public static string Record(int school, int number) => $"{Version(school, number)}/signed.docx";

    /// <summary>Two of them side by side.</summary>
    public static string Compare(int school) => $"{Overview(school)}/compare";

    /// <summary>Where one agreement is not the standard text, and why.</summary>
    public static string Deviations(int school, int number) => $"{Version(school, number)}/deviations";

    /// <summary>The same two as a Word file with tracked changes.</summary>
    public static string ComparedWord(int school, string from, int to) => $"{Compare(school)}.docx?from={from}&to={to}";

    /// <summary>The Word file of the one in force, or else of the one in the making.</summary>
    public static string Word(int school) => $"{Overview(school)}.docx";

    /// <summary>The Word file of one agreement.</summary>
    public static string Word(int school, int number) => $"{Version(school, number)}.docx";

    /// <summary>The contact schedule of one agreement, as a Word file of today.</summary>
    public static string Contacts(int school, int number) => $"{Version(school, number)}/contacts.docx";

    /// <summary>The step of an address such as <c>…/steps/send-to-school</c>, or null.</summary>
    public static AgreementStep? StepOf(string slug) => Steps.TryGetValue(slug, out var step) ? step : null;

    private static string SlugOf(AgreementStep step) => Words.Of(step).Replace(' ', '-');
}
