using System.Globalization;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Domain.Jobs;
using SchoolPortal.Domain.People;
using SchoolPortal.Domain.Profiles;
using SchoolPortal.Web.Pages.Jobs;
using SchoolPortal.Web.Pages.Templates;

namespace SchoolPortal.Web.Pages.Profiles;

/// <summary>
/// The profiles of many schools in one year as Word files, each as its own page gives it to the same person. Restricted parts
/// are left out for everybody, because an export of many schools carries none (domain §14.6).
/// </summary>
public sealed class ProfileFilesWork(PortalDbContext db, TimeProvider clock) : FilesWork
{
    public override JobKind Kind => JobKind.ProfileFiles;

    public override string ZipName => "profiles";

    public override string Before =>
        "One zip with the profile of each school in the year that you choose, as a Word file. Restricted parts are left out; take those one school at a time.";

    public override string NotYours => "Your role at this school may not read its profile.";

    public override bool MayAt(Actor actor, Place place) => actor.May(Operation.ViewProfile, place);

    public override async Task<JobEditions?> EditionsAsync(CancellationToken cancel)
    {
        var years = await db.Profiles.Select(p => p.Year).Distinct().OrderDescending().ToListAsync(cancel);
        return new JobEditions("Which year’s profiles?", years.ConvertAll(year => $"{year}"));
    }

    public override async Task<IReadOnlyList<FileToMake>> ReadAsync(Actor actor, string? edition, IReadOnlyList<JobSchool> schools, CancellationToken cancel)
    {
        var year = int.Parse(edition!, CultureInfo.InvariantCulture);
        var ids = schools.Select(s => s.Place.SchoolId).ToList();
        var profiles = await db.Profiles.AsNoTracking()
            .Include(p => p.Sections)
            .Where(p => ids.Contains(p.SchoolId) && p.Year == year)
            .ToDictionaryAsync(p => p.SchoolId, cancel);
        var facts = await LiveFacts.OfManyAsync(db, profiles.Keys, clock.Today(), emergency: false, cancel);
        var files = new List<FileToMake>(schools.Count);
        foreach (var school in schools)
        {
            files.Add(profiles.TryGetValue(school.Place.SchoolId, out var profile)
                ? FileOf(profile, await ContentAsync(profile, new ProfileAccess(actor, school.Place), facts[profile.SchoolId], cancel))
                : FileToMake.Refused($"This school has no {year} profile."));
        }

        return files;
    }

    private async Task<FormContent> ContentAsync(
        Profile profile, ProfileAccess access, IReadOnlyDictionary<string, FactValue> facts, CancellationToken cancel)
    {
        var reading = ProfileReading.Of(db, profile);
        var template = await db.TemplateOfAsync(reading.Profile, cancel);
        var leftOut = access.LeftOut(template.Form).Union(template.Form.RestrictedKeys()).ToHashSet(StringComparer.Ordinal);
        return ProfileContent.Of(reading, template, access, leftOut, facts);
    }

    private static FileToMake FileOf(Profile profile, FormContent content) =>
        new(FormDocument.FileName(content), content.Identity.Edition!, Words.Capital(profile.State), () => FormDocument.Write(content));
}
