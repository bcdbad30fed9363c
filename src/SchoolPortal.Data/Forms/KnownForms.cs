using System.Collections.Concurrent;

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

using SchoolPortal.Domain.Forms;

namespace SchoolPortal.Data.Forms;

/// <summary>
/// The definitions that answers are pinned to: those that ship with the product, and those that were published here. A
/// published one never changes, so each is read once in a process and kept.
/// </summary>
public sealed class KnownForms
{
    private readonly ConcurrentDictionary<(string Key, int Version), FormDefinition> known =
        new(FormDefinitions.All.ToDictionary(form => (form.Key, form.Version)));

    internal FormDefinition Of(PortalDbContext db, string key, int version) =>
        known.TryGetValue((key, version), out var form) ? form : known.GetOrAdd((key, version), Read(db, key, version));

    /// <summary>The newest definition of a form that this node has met.</summary>
    public FormDefinition Newest(string key) => known.Values.Where(form => form.Key == key).MaxBy(form => form.Version)!;

    private static FormDefinition Read(PortalDbContext db, string key, int version) => FormDefinitionFile.Read(
        db.FormVersions.Where(f => f.FormKey == key && f.Number == version && f.State == FormVersionState.Published).Select(f => f.Json).Single());
}

/// <summary>Asks for definitions by the records' own door.</summary>
public static class KnownFormsOfRecords
{
    /// <summary>The definition that an answer set is pinned to.</summary>
    public static FormDefinition Form(this PortalDbContext db, string key, int version) => db.GetService<KnownForms>().Of(db, key, version);

    /// <summary>The School Profile's definition of a version.</summary>
    public static FormDefinition ProfileForm(this PortalDbContext db, int version) => db.Form(FormDefinitions.SchoolProfile.Key, version);

    /// <summary>The School Profile's newest definition that this node has met: for what only looks ahead.</summary>
    public static FormDefinition NewestProfileForm(this PortalDbContext db) => db.GetService<KnownForms>().Newest(FormDefinitions.SchoolProfile.Key);

    /// <summary>The definition that is asked from now on.</summary>
    public static async Task<FormDefinition> FormInUseAsync(this PortalDbContext db, string key, CancellationToken cancel)
    {
        var published = await db.FormVersions.Where(f => f.FormKey == key && f.State == FormVersionState.Published).MaxAsync(f => (int?)f.Number, cancel);
        var shipped = FormDefinitions.All.Where(form => form.Key == key).Max(form => form.Version);
        return db.Form(key, Math.Max(published ?? 0, shipped));
    }

    /// <summary>The way from one version of the School Profile to a later one, step by step.</summary>
    public static IEnumerable<FormSuccession> ProfileWay(this PortalDbContext db, int from, int to) =>
        Enumerable.Range(Math.Max(from, 1), Math.Max(0, to - Math.Max(from, 1))).Select(version => new FormSuccession(db.ProfileForm(version), db.ProfileForm(version + 1)));

    /// <summary>
    /// Key under which a version of the School Profile asks what the shipped one asks under this key; null when no single
    /// question of it does.
    /// </summary>
    public static string? ProfileKey(this PortalDbContext db, int version, string shipped) =>
        db.ProfileWay(FormDefinitions.SchoolProfile.Version, version).Aggregate((string?)shipped, (key, step) => key is null ? null : step.KeyAfter(key));

    /// <summary>A profile's answers of one version in the questions of a later one.</summary>
    public static CarriedAnswers CarryProfile(this PortalDbContext db, Answers answers, int from, int to) =>
        db.ProfileWay(from, to).Aggregate(CarriedAnswers.AsTheyAre(answers), (carried, step) => step.Carry(carried));
}
