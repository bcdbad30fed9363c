using System.Data.Common;

using Microsoft.EntityFrameworkCore;

namespace SchoolPortal.Data;

/// <summary>
/// Rules that the database holds too (filtered unique indexes, the no-overlap trigger), and what a person is told when a
/// race runs into one. The names stand in the mapping and in the migrations.
/// </summary>
public static class DatabaseRules
{
    public const string OneLead = "IX_OneLeadPoliceContact";
    public const string NoOverlap = "OfficerAssignments_NoOverlap";
    public const string OneContact = "IX_OneContactInPosition";
    public const string OneInForce = "IX_OneAgreementInForce";
    public const string OneInTheMaking = "IX_OneAgreementInTheMaking";
    public const string AgreementNumber = "IX_AgreementNumber";
    public const string OneSignatureAParty = "IX_OneSignatureAParty";
    public const string OneSignatureAPerson = "IX_OneSignatureAPerson";
    public const string OneProfileAYear = "IX_OneProfileAYear";

    public const string OneSnapshotAProfile = "IX_OneSnapshotAProfile";

    public const string OneJobAPerson = "IX_OneJobAPerson";

    public const string OneNoticeOnce = "IX_OneNoticeOnce";

    public const string OnePublishedForm = "IX_OnePublishedForm";

    public const string ContentNumber = "IX_ContentNumber";
    public const string OneContentDraft = "IX_OneContentDraft";

    public const string TemplateNumber = "IX_TemplateNumber";
    public const string OneOfficerAnAddress = "IX_OneOfficerAnAddress";
    public const string OneCorrectionAFact = "IX_OneCorrectionAFact";
    public const string OneStationAName = "IX_OneStationAName";
    public const string OnePersonAnAddress = "IX_OnePersonAnAddress";
    public const string OneInvitation = "IX_OneInvitation";

    private static readonly (string Mark, string Columns, string Sentence)[] Known =
    [
        (OneLead, "OfficerAssignments.SchoolId, OfficerAssignments.Kind", "Somebody else has just assigned an officer to this school. Look at who it is, then decide again."),
        (NoOverlap, NoOverlap, "Those dates overlap with another officer\u2019s duty at this school. Look at the dates, then decide again."),
        (OneContact, "SchoolContacts.SchoolId, SchoolContacts.Position", "Somebody else has just named a person for this position. Look at who it is, then decide again."),
        (OneInForce, "Agreements.SchoolId", "Another agreement of this school is in force or being written. Open the school to see it."),
        (OneInTheMaking, "Agreements.SchoolId", "Another agreement of this school is in force or being written. Open the school to see it."),
        (AgreementNumber, "Agreements.SchoolId, Agreements.Number", "Somebody else has just started an agreement for this school. Open the school to see it."),
        (OneSignatureAParty, "Signatures.AgreementId, Signatures.Party", "Somebody has just signed for your party. Open the agreement to see where it stands."),
        (OneSignatureAPerson, "Signatures.AgreementId, Signatures.PersonId", "You have signed this agreement already."),
        (OneProfileAYear, "Profiles.SchoolId, Profiles.Year", "Somebody else has just opened this year\u2019s profile. Open it to see where it stands."),
        (OneSnapshotAProfile, "ProfileSnapshots.ProfileId", "Another node has just kept this profile as it stood when it was due."),
        (OneJobAPerson, "Jobs.PersonId", "You have a job under way already. Wait until it is done, or cancel it."),
        (OneNoticeOnce, "Notices.Kind, Notices.Occasion, Notices.SchoolId, Notices.Address", "This has just been told to the same person. Nobody is told twice."),
        (TemplateNumber, "TemplateVersions.FormKey, TemplateVersions.Number", "Somebody else has just brought a template of this form. Look at it, then bring yours again."),
        (ContentNumber, "ContentVersions.PageKey, ContentVersions.Number", "Somebody else has just begun a draft of this page. Open it, then go on from there."),
        (OneContentDraft, "ContentVersions.PageKey", "Somebody else has just begun a draft of this page. Open it, then go on from there."),
        (OnePublishedForm, "FormVersions.FormKey, FormVersions.Number", "Somebody else has just published the next version of this form. Look at it, then bring yours again."),
        (OneOfficerAnAddress, "Officers.Email", "Somebody else has just added an officer with this email address. Look for them in the list."),
        (OneCorrectionAFact, "FactCorrections.SchoolId, FactCorrections.Fact", "Somebody else has just said what is right. Look at what it is, then decide again."),
        (OneStationAName, "Stations.AreaId, Stations.SortName", "Somebody else has just added a station of this name to the area. Look for it in the list."),
        (OneInvitation, "Invitations.Email, Invitations.Role, Invitations.PlaceId", "Somebody else has just invited this person to the same role. Look at that invitation, then decide again."),
        (OnePersonAnAddress, "People.Email", "Somebody else has just made an account with this email address. Look for it in the list."),
    ];

    /// <summary>What to tell the person, or null when this is no rule of ours.</summary>
    public static string? Sentence(DbUpdateException broken) => Sentence(broken.InnerException?.Message ?? "");

    /// <summary>The same for rows that are written in bulk.</summary>
    public static string? Sentence(DbException broken) => Sentence(broken.Message);

    // SQLite names the columns of a broken unique index, SQL Server names the index; the longest match is the right one.
    private static string? Sentence(string message) =>
        Known
            .Where(rule => message.Contains(rule.Mark, StringComparison.Ordinal) || message.Contains(rule.Columns, StringComparison.Ordinal))
            .OrderByDescending(rule => rule.Columns.Length)
            .Select(rule => rule.Sentence)
            .FirstOrDefault();
}
