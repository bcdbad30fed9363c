using System.ComponentModel.DataAnnotations;

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

    /// <summary>An officer of a station.</summary>
    public Officer(string name, Rank rank, string station, Guid? areaId, string email, string? phone, DateOnly activeFrom, Guid? personId = null)
    {
        Name = name;
        Rank = rank;
        Station = station;
        AreaId = areaId;
        Email = email;
        Phone = phone;
        ActiveFrom = activeFrom;
        PersonId = personId;
    }

    /// <summary>Name as used at work.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Rank.</summary>
    public Rank Rank { get; private set; }

    /// <summary>Home station.</summary>
    public string Station { get; private set; } = "";

    /// <summary>Home area.</summary>
    public Guid? AreaId { get; private set; }

    /// <summary>Work e-mail.</summary>
    public string Email { get; private set; } = "";

    /// <summary>Work phone.</summary>
    public string? Phone { get; private set; }

    /// <summary>First day of working with schools.</summary>
    public DateOnly ActiveFrom { get; private set; }

    /// <summary>Last day, or null.</summary>
    public DateOnly? ActiveTo { get; private set; }

    /// <summary>The account they sign in with, or null while they have none.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Only sworn officers may be Lead Police Contact (domain §5).</summary>
    public bool IsSworn => Rank is not (Rank.AuthorisedOfficer or Rank.Employee);

    /// <summary>"Senior Constable, Ōtāhuhu".</summary>
    public string Title => $"{Words.Of(Rank)}, {Station}";

    /// <summary>True on a day on which they work with schools.</summary>
    public bool IsActive(DateOnly day) => ActiveFrom <= day && (ActiveTo is null || day <= ActiveTo);

    /// <summary>Their last day.</summary>
    public void Leave(DateOnly lastDay) => ActiveTo = lastDay;
}
