using System.Collections.Concurrent;

using SchoolPortal.Documents.Forms;
using SchoolPortal.Documents.Public;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Public;

/// <summary>A hand-out that is for everybody.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="PageKey">The content page that it is made of.</param>
/// <param name="HasSlides">It is also a slide show.</param>
public sealed record PublicHandOut(string Name, string PageKey, bool HasSlides)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PublicHandOut> All { get; } =
    [
        new("summary", "handouts/summary", HasSlides: true),
        new("serving-school-communities", "partnership/serving-school-communities", HasSlides: false),
        new("operating-model", "partnership/operating-model", HasSlides: false),
        new("engagement-model", "partnership/engagement-model", HasSlides: false),
    ];

    /// <summary>The one of this name, or null.</summary>
    public static PublicHandOut? Find(string name) => All.FirstOrDefault(one => one.Name == name);
}

/// <summary>The files of a hand-out.</summary>
/// <param name="Word">As a Word file.</param>
/// <param name="Slides">As a slide show; empty where it is none.</param>
/// <param name="Content">What they are made of.</param>
public sealed record HandOutFileSet(byte[] Word, byte[] Slides, HandOut Content)
{
    /// <summary>What a link to the Word file says of it.</summary>
    public string WordSize => $"DOCX, {FileSizeText.Of(Word.Length)}";

    /// <summary>What a link to the slides says of them.</summary>
    public string SlidesSize => $"PPTX, {FileSizeText.Of(Slides.Length)}";
}

/// <summary>The files of hand-outs, made once for each version of their text.</summary>
public sealed class HandOutFiles
{
    private readonly ConcurrentDictionary<(string Name, int Version, string Root), HandOutFileSet> made = new();

    /// <summary>The files of one hand-out.</summary>
    /// <param name="handOut">Which.</param>
    /// <param name="page">Its text.</param>
    /// <param name="root">Where people find the portal.</param>
    public HandOutFileSet Of(PublicHandOut handOut, PublishedPage page, string root) => made.GetOrAdd((handOut.Name, page.Number, root), _ =>
    {
        var content = new HandOut(handOut.Name, page.Words.Title, page.Words.Summary, For: null, page.Since, new HandOutReader(root).Sections(page.Text));
        return new HandOutFileSet(HandOutDocument.Write(content), handOut.HasSlides ? HandOutSlides.Write(content) : [], content);
    });

    /// <summary>Answers with a Word file.</summary>
    public static IResult Word(HandOutFileSet files) => Results.File(files.Word, FormDocument.MediaType, files.Content.FileName("docx"));

    /// <summary>Answers with a slide show.</summary>
    public static IResult Slides(HandOutFileSet files) => Results.File(files.Slides, HandOutSlides.MediaType, files.Content.FileName("pptx"));
}
