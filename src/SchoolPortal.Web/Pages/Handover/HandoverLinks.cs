namespace SchoolPortal.Web.Pages.Handover;

/// <summary>Addresses of what a new Lead Police Contact takes over.</summary>
public static class HandoverLinks
{
    public static string Pack(int number) => $"/schools/{number}/handover";

    /// <summary>The same as a Word file.</summary>
    public static string Word(int number) => $"{Pack(number)}.docx";
}
