using System.Net;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.People;
using SchoolPortal.Web.Pages.Agreements;

using Xunit;

namespace SchoolPortal.Web.Tests.Agreements;

public sealed class AgreementLifeTests
{
    [Fact]
    public async Task From_nothing_to_in_force_through_the_forms_of_everybody()
    {
        await using var stage = await AgreementStage.SetAsync();

        var started = await stage.StartAsync();
        Assert.Contains("Agreement 1 is started", started.Done, StringComparison.Ordinal);
        Assert.Contains("Your turn:", started.Text, StringComparison.Ordinal);

        var tooEarly = await stage.StepAsync(Role.LeadPoliceContact, AgreementStep.SendToSchool);
        Assert.Equal(HttpStatusCode.BadRequest, tooEarly.Status);
        Assert.Contains(tooEarly.Errors, e => e.StartsWith("Complete these sections first", StringComparison.Ordinal));

        await stage.CompleteAsync();
        var sent = await stage.StepAsync(Role.LeadPoliceContact, AgreementStep.SendToSchool);
        Assert.Contains("The draft is with the school", sent.Done, StringComparison.Ordinal);
        Assert.Contains("Waiting for the school", sent.Text, StringComparison.Ordinal);

        var noReason = await stage.StepAsync(Role.Principal, AgreementStep.AskForChanges);
        Assert.Equal(HttpStatusCode.BadRequest, noReason.Status);
        await stage.StepAsync(Role.Principal, AgreementStep.AskForChanges, "Name the side gate as the way in");
        var officer = await stage.AsAsync(Role.LeadPoliceContact);
        var back = await officer.GetAsync(AgreementLinks.Overview(stage.Number));
        Assert.Contains("Name the side gate as the way in", back.Text, StringComparison.Ordinal);

        var section = await officer.GetAsync(AgreementLinks.Section(stage.Number, 1, "on-site"));
        await officer.SubmitAsync(section, "Save and come back later", new Dictionary<string, string?> { ["on-site.local"] = "Officers come in by the side gate" });
        await stage.StepAsync(Role.LeadPoliceContact, AgreementStep.SendToSchool);
        var agreed = await stage.StepAsync(Role.Principal, AgreementStep.AgreeText);
        Assert.Contains("ready to sign", agreed.Done, StringComparison.Ordinal);

        foreach (var role in new[] { Role.AreaSupervisor, Role.PresidingMember, Role.LeadPoliceContact, Role.Principal })
        {
            var signed = await stage.SignAsync(role);
            Assert.Equal("You have signed agreement 1", signed.Heading);
        }

        var inForce = await stage.AgreementAsync();
        Assert.Equal(AgreementState.Active, inForce.State);
        Assert.Equal(stage.Portal.Today, inForce.StartsOn);
        Assert.Equal(4, inForce.ValidSignatures.Count());
        Assert.All(inForce.Signatures, s => Assert.Equal(inForce.FrozenSha256, s.Sha256));
        Assert.Contains("side gate", (await officer.GetAsync(AgreementLinks.Version(stage.Number, 1))).Text, StringComparison.Ordinal);

        var files = await stage.Portal.WithDbAsync(db => db.AgreementFiles.AsNoTracking().OrderBy(f => f.Id).ToListAsync());
        Assert.Equal([AgreementFileKind.Frozen, AgreementFileKind.Signed], files.Select(f => f.Kind));
        Assert.Equal(inForce.FrozenSha256, files[0].Sha256);
        var downloaded = await officer.Client.GetByteArrayAsync(new Uri(AgreementLinks.Word(stage.Number), UriKind.Relative));
        Assert.Equal(files[1].Sha256, AgreementFile.HashOf(downloaded));
        Assert.All(files, f => Assert.Equal(f.Sha256, AgreementFile.HashOf(f.Bytes)));

        var told = await stage.Portal.WithDbAsync(db => db.AuditEvents.AsNoTracking()
            .Where(e => e.SchoolId == stage.School.Id && e.Subject == nameof(Agreement) && e.Changes != null)
            .OrderBy(e => e.Id).Select(e => e.What).ToListAsync());
        Assert.Equal(
            [
                "Started an agreement", "Sent the agreement to the school", "Asked for changes to the agreement",
                "Sent the agreement to the school", "Agreed to the text of the agreement", "Signed the agreement",
                "Signed the agreement", "Signed the agreement", "Signed the agreement", "The agreement came into force",
            ],
            told.Where(what => !what.StartsWith("Saved", StringComparison.Ordinal)));
    }
}
