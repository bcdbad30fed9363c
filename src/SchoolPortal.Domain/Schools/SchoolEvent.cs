using System.ComponentModel.DataAnnotations;

namespace SchoolPortal.Domain.Schools;

/// <summary>What happens in the life of a school, beside what the directory says of it.</summary>
public enum SchoolEvent
{
    /// <summary>It becomes part of another school.</summary>
    [Display(Name = "merged into another school")]
    Merge,

    /// <summary>Several schools take its place.</summary>
    [Display(Name = "split into several schools")]
    Split,

    /// <summary>It closes, and nothing takes its place.</summary>
    [Display(Name = "closed")]
    Close,

    /// <summary>It is open again.</summary>
    [Display(Name = "opened again")]
    Reopen,

    /// <summary>It has another name.</summary>
    [Display(Name = "renamed")]
    Rename,
}
