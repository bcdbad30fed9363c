using SchoolPortal.Domain;
using SchoolPortal.Domain.Schools;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Admin.DirectoryImports;

/// <summary>How the pages of an import name things.</summary>
internal static class ImportWords
{
    public static TagColour Colour(DirectoryImportState state) => state switch
    {
        DirectoryImportState.Proposed => TagColour.Blue,
        DirectoryImportState.Applied => TagColour.Green,
        _ => TagColour.Grey,
    };

    /// <summary>The heading of a part, and what its rows mean.</summary>
    public static (string Heading, string Meaning) Of(ProposalPart part) => part switch
    {
        ProposalPart.Added => ("Added", "Schools that the portal does not hold yet."),
        ProposalPart.Changed => ("Changed", "Schools of which some facts differ. What the Police side keeps (area, station, notes) and contacts stay as they are."),
        ProposalPart.Contested => ("To decide", "The file says one thing, the portal held another, and the school or Police say a third. Until you decide, that one fact is left out; all else of the row is taken over."),
        ProposalPart.Reopened => ("Reopened", "Schools that the portal holds as closed and the file lists again."),
        ProposalPart.Gone => ("Gone", "Schools that the file does not list. Applying marks them as closed; they and all their records stay readable."),
        ProposalPart.Unreadable => ("Could not be read", "Rows and cells of the file that make no sense. Unreadable rows are left out; unreadable cells are left blank."),
        ProposalPart.Split => ("Split areas", "Schools of areas that lie in more than one police district. The main district is proposed; settle the others here."),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "No such part of a proposal."),
    };

    /// <summary>What becomes of a fact of which something else is said.</summary>
    public static string Of(Ruling ruling, bool isProposed) => ruling switch
    {
        Ruling.Agreed => isProposed ? "The file says the same, so that ends." : "The file said the same, so that ended.",
        Ruling.DirectoryRight => isProposed ? "That ends." : "The directory was found right, so that ended.",
        Ruling.BothKept => isProposed ? "That stays beside it." : "That stayed beside it.",
        _ => isProposed ? "The file says something else again." : "Nobody had decided, so the file’s value was left out.",
    };

    /// <summary><c>1 school</c>, <c>2,508 schools</c>.</summary>
    public static string Schools(int count) => count == 1 ? "1 school" : $"{count.ToString("N0", NewZealandTime.Culture)} schools";

    /// <summary>What a directory proposes or proposed, without what there is none of: <c>2,508 changed, 3 gone, 12 left unticked</c>.</summary>
    public static string Counts(DirectoryImport import, int unticked) => string.Join(", ", new[]
    {
        (import.Added, "added"), (import.Changed, "changed"), (import.Reopened, "reopened"), (import.Gone, "gone"),
        (unticked, "left unticked"), (import.Unreadable, "not readable"),
    }.Where(count => count.Item1 > 0).Select(count => $"{count.Item1.ToString("N0", NewZealandTime.Culture)} {count.Item2}"));

    /// <summary>A fact of a proposal as people read it.</summary>
    public static string Show(string fact, string? kept) => SchoolFact.Find(fact).ShowKept(kept) ?? "blank";
}

/// <summary>What is shown of a proposal at a time.</summary>
public enum ProposalPart
{
    Added,
    Changed,
    Contested,
    Reopened,
    Gone,
    Unreadable,
    Split,
}
