using System.ComponentModel.DataAnnotations;
using System.Globalization;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Web.Pages.Schools.Life;

/// <summary>What is typed of a school's life.</summary>
public sealed class LifeInput
{
    [Required(ErrorMessage = "Choose what happened")]
    public SchoolEvent? Event { get; set; }

    /// <summary>Numbers of the schools that follow it.</summary>
    [StringLength(60, ErrorMessage = "Enter at most ten school numbers")]
    public string? Successors { get; set; }

    public string? On { get; set; }

    public bool TakesAgreement { get; set; }

    public bool TakesContacts { get; set; }

    [StringLength(120, ErrorMessage = "The name must be 120 characters or fewer")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Say how you know, such as the notice in the Gazette")]
    [StringLength(200, ErrorMessage = "The reason must be 200 characters or fewer")]
    public string? Why { get; set; }

    /// <summary>What was typed, read; refuses what makes no sense for what happened.</summary>
    public LifeChange Read(DateOnly today)
    {
        var what = Event!.Value;
        var numbers = what is SchoolEvent.Merge or SchoolEvent.Split ? NumbersOf(Successors) : [];
        if (what == SchoolEvent.Merge && numbers.Count != 1)
        {
            throw new RuleBroken(nameof(Successors), "Enter the number of the one school that it is merged into");
        }

        if (what == SchoolEvent.Split && numbers.Count < 2)
        {
            throw new RuleBroken(nameof(Successors), "Enter the numbers of the schools that it is split into, two or more, with commas between them");
        }

        var day = what is SchoolEvent.Reopen or SchoolEvent.Rename ? today
            : TypedText.Date(On, today) ?? throw new RuleBroken(nameof(On), $"Enter its last day, such as {NewZealandTime.Show(today)}");
        return new(what, numbers, day, TakesAgreement && what == SchoolEvent.Merge, TakesContacts && what == SchoolEvent.Merge, TypedText.CleanLine(Name), TypedText.CleanLine(Why));
    }

    private static List<int> NumbersOf(string? typed)
    {
        var numbers = new List<int>();
        foreach (var part in TypedText.CleanLine(typed).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            numbers.Add(int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? number
                : throw new RuleBroken(nameof(Successors), $"\u201c{part}\u201d is not a school number"));
        }

        return numbers;
    }
}

/// <summary>What happens in the life of a school.</summary>
/// <param name="Event">What.</param>
/// <param name="Successors">Numbers of the schools that follow it.</param>
/// <param name="On">Its last day.</param>
/// <param name="TakesAgreement">The text of its agreement goes on as a draft at the school that it is merged into.</param>
/// <param name="TakesContacts">Its people go on at the school that it is merged into, where a position is free.</param>
/// <param name="Name">Its new name.</param>
/// <param name="Why">How the person knows.</param>
public sealed record LifeChange(SchoolEvent Event, IReadOnlyList<int> Successors, DateOnly On, bool TakesAgreement, bool TakesContacts, string Name, string Why);
