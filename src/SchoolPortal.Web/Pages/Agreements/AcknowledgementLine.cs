using System.Linq.Expressions;

using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Components;

namespace SchoolPortal.Web.Pages.Agreements;

/// <summary>Something to take note of, as pages show it.</summary>
public sealed record AcknowledgementLine(
    Guid Id, Guid AgreementId, Role Role, string Text, DateOnly AskedOn, DateOnly DueOn, DateTime? GivenAt, string? GivenByName, DateOnly? ClosedOn)
{
    /// <summary>Somebody is still asked.</summary>
    public bool IsOpen => GivenAt is null && ClosedOn is null;

    /// <summary>Read from the records.</summary>
    public static Expression<Func<Acknowledgement, AcknowledgementLine>> Of { get; } = a => new AcknowledgementLine(
        a.Id, a.AgreementId, a.Role, a.Text, a.AskedOn, a.DueOn, a.GivenAt, a.GivenByName, a.ClosedOn);

    /// <summary>Who acknowledged it and when, or who is asked and until when.</summary>
    public string Standing(DateOnly today) => this switch
    {
        { GivenAt: { } at } => $"Acknowledged by {GivenByName}, {NewZealandTime.Show(at)}",
        { ClosedOn: { } day } => $"Not asked any more from {NewZealandTime.Show(day)}",
        _ when DueOn < today => $"Overdue: the {Words.Of(Role)} was asked by {NewZealandTime.Show(DueOn)}",
        _ => $"The {Words.Of(Role)} is asked by {NewZealandTime.Show(DueOn)}",
    };

    /// <summary>The words of the tag of what is open.</summary>
    public string Status(DateOnly today) => DueOn < today ? "Overdue" : $"Due {NewZealandTime.Show(DueOn)}";

    /// <summary>The colour of that.</summary>
    public TagColour Colour(DateOnly today) => DueOn < today ? TagColour.Red : TagColour.Orange;
}
