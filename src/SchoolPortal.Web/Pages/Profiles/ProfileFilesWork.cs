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
        return
        [
            .. schools.Select(school => profiles.TryGetValue(school.Place.SchoolId, out var profile)
                ? FileOf(profile, ContentOf(ProfileReading.Of(profile), new ProfileAccess(actor, school.Place), facts[profile.SchoolId]))
                : FileToMake.Refused($"This school has no {year} profile.")),
        ];
    }

    private static FormContent ContentOf(ProfileReading reading, ProfileAccess access, IReadOnlyDictionary<string, FactValue> facts)
    {
        var form = reading.Profile.Form;
        return ProfileContent.Of(reading, access, access.LeftOut(form).Union(form.RestrictedKeys()).ToHashSet(StringComparer.Ordinal), facts);
    }

    private static FileToMake FileOf(Profile profile, FormContent content) =>
        new(FormDocument.FileName(content), content.Identity.Edition!, Words.Capital(profile.State), () => FormDocument.Write(content));
}
