using System.ComponentModel.DataAnnotations;

using SchoolPortal.Domain.Schools;

namespace SchoolPortal.Domain.Contacts;

/// <summary>Ranks of domain §5, in order.</summary>
public enum Rank
{
    /// <summary>Sworn.</summary>
    [Display(Name = "Constable")]
    Constable,

    /// <summary>Sworn.</summary>
    [Display(Name = "Senior Constable")]
    SeniorConstable,

    /// <summary>Sworn.</summary>
    [Display(Name = "Sergeant")]
    Sergeant,

    /// <summary>Sworn.</summary>
    [Display(Name = "Senior Sergeant")]
    SeniorSergeant,

    /// <summary>Sworn.</summary>
    [Display(Name = "Inspector")]
    Inspector,

    /// <summary>Sworn.</summary>
    [Display(Name = "Superintendent")]
    Superintendent,

    /// <summary>Not sworn.</summary>
    [Display(Name = "Authorised Officer")]
    AuthorisedOfficer,

    /// <summary>Not sworn.</summary>
    [Display(Name = "Police employee")]
    Employee,
}

/// <summary>A member of Police who works with schools. Work details only; no warrant or staff number (domain §5).</summary>
public sealed class Officer : Entity
{
    private Officer()
    {
    }

    /// <summary>An officer of a station, with what <see cref="Change"/> says of each.</summary>
    public Officer(string name, Rank rank, Station station, string email, string? phone, DateOnly activeFrom, Guid? personId = null)
    {
        Change(name, rank, station, email, phone, personId);
        ActiveFrom = activeFrom;
    }

    /// <summary>Name as used at work.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Rank.</summary>
    public Rank Rank { get; private set; }

    /// <summary>Home station; its area is the officer’s.</summary>
    public Guid StationId { get; private set; }

    /// <summary>The same, always there: read with the officer.</summary>
    public Station Station { get; private set; } = null!;

    /// <summary>Work e-mail, lower case, unique among officers.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Work phone.</summary>
    public string? Phone { get; private set; }

    /// <summary>First day of working with schools.</summary>
    public DateOnly ActiveFrom { get; private set; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? ActiveTo { get; private set; }

    /// <summary>The account they sign in with, or null while they have none.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Folded name, for sorting.</summary>
    public string SortName { get; private set; } = "";

    /// <summary>Folded name and address; what a search runs over, beside the station’s.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Only sworn officers may be Lead Police Contact (domain §5).</summary>
    public bool IsSworn => Rank is not (Rank.AuthorisedOfficer or Rank.Employee);

    /// <summary>"Senior Constable, Ōtāhuhu".</summary>
    public string Title => $"{Words.Of(Rank)}, {Station.Name}";

    /// <summary>True on a day on which they work with schools.</summary>
    public bool IsActive(DateOnly day) => ActiveFrom <= day && (ActiveTo is null || day <= ActiveTo);

    /// <summary>Corrects name, rank, place and ways to reach; refuses an empty name or address.</summary>
    /// <param name="name">1–100 characters, as used at work.</param>
    /// <param name="rank">Rank.</param>
    /// <param name="station">Home station.</param>
    /// <param name="email">Work e-mail. Which domains are of Police is the portal's setting.</param>
    /// <param name="phone">Work phone, or null.</param>
    /// <param name="personId">The account they sign in with, or null.</param>
    public void Change(string name, Rank rank, Station station, string email, string? phone, Guid? personId)
    {
        Name = Needed(name, "Name", "Enter the officer\u2019s name");
        Rank = rank;
        Station = station;
        StationId = station.Id;
        Email = Needed(email, "Email", "Enter the officer\u2019s work email address").ToLowerInvariant();
        Phone = string.IsNullOrWhiteSpace(phone) ? null : phone.Trim();
        PersonId = personId;
        SortName = Folded.Of(Name);
        SearchText = $" {SortName} {Folded.Of(Email)} ";
    }

    /// <summary>Their last day; refuses one before the first.</summary>
    public void Leave(DateOnly lastDay)
    {
        if (lastDay < ActiveFrom)
        {
            throw new RuleBroken("ActiveTo", $"{Name} began on {NewZealandTime.Show(ActiveFrom)}; enter that day or a later one");
        }

        ActiveTo = lastDay;
    }

    /// <summary>They stay, or come back.</summary>
    public void Stay() => ActiveTo = null;

    private static string Needed(string text, string field, string sentence) =>
        string.IsNullOrWhiteSpace(text) ? throw new RuleBroken(field, sentence) : text.Trim();
}
