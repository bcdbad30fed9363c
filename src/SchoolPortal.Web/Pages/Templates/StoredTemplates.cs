using System.Collections.Concurrent;

using Microsoft.EntityFrameworkCore;

using SchoolPortal.Data;
using SchoolPortal.Data.Forms;
using SchoolPortal.Documents.Forms;
using SchoolPortal.Domain;
using SchoolPortal.Domain.Agreements;
using SchoolPortal.Domain.Forms;
using SchoolPortal.Web.Pages.Agreements;
using SchoolPortal.Web.Pages.Profiles;

namespace SchoolPortal.Web.Pages.Templates;

/// <summary>
/// The templates that forms are written in. The file of a version never changes, so each is taken apart once in a process
/// and kept.
/// </summary>
internal static class StoredTemplates
{
    private static readonly ConcurrentDictionary<Guid, FormTemplate> Known = new();

    /// <summary>The standard template of a form, to be changed in Word.</summary>
    public static FormContent Blank(FormDefinition form) => FormContent.TemplateOf(form, SignedBy(form));

    /// <summary>Who signs a form, as a document says it; nobody signs a profile.</summary>
    public static IEnumerable<string> SignedBy(FormDefinition form) =>
        form.Key == FormDefinitions.PartnershipAgreement.Key ? Agreement.Parties.Select(party => Words.Capital(party)) : [];

    /// <summary>What an agreement is written in.</summary>
    public static Task<FormTemplate> TemplateOfAsync(this PortalDbContext db, Agreement agreement, CancellationToken cancel) =>
        db.TemplateAsync(AgreementContent.FormOf(agreement), agreement.TemplateId, cancel);

    /// <summary>What a profile is written in.</summary>
    public static Task<FormTemplate> TemplateOfAsync(this PortalDbContext db, ProfileSummary profile, CancellationToken cancel) =>
        db.TemplateAsync(profile.Form, profile.TemplateId, cancel);

    /// <summary>What each of these agreements is written in, by its id.</summary>
    public static async Task<IReadOnlyDictionary<Guid, FormTemplate>> TemplatesOfAsync(
        this PortalDbContext db, IReadOnlyCollection<Agreement> agreements, CancellationToken cancel)
    {
        var templates = new Dictionary<Guid, FormTemplate>();
        foreach (var agreement in agreements)
        {
            templates[agreement.Id] = await db.TemplateOfAsync(agreement, cancel);
        }

        return templates;
    }

    /// <summary>A template version of a definition, or its standard one.</summary>
    public static async Task<FormTemplate> TemplateAsync(this PortalDbContext db, FormDefinition form, Guid? id, CancellationToken cancel)
    {
        if (id is not { } version)
        {
            return FormTemplate.Standard(form);
        }

        if (!Known.TryGetValue(version, out var template))
        {
            var bytes = await db.TemplateVersions.Where(t => t.Id == version).Select(t => t.Bytes).SingleAsync(cancel);
            template = Known.GetOrAdd(version, OwnTemplate.Open(bytes, Blank(form), version));
        }

        return template;
    }

    /// <summary>What a form begun on a day is written in.</summary>
    public static async Task<FormTemplate> CurrentTemplateAsync(this PortalDbContext db, string formKey, DateOnly day, CancellationToken cancel)
    {
        var form = await db.FormInUseAsync(formKey, cancel);
        return await db.TemplateAsync(form, await db.TemplateInUseAsync(form, day, cancel), cancel);
    }

    /// <summary>The version in use on a day; null while the standard one is.</summary>
    public static Task<Guid?> TemplateInUseAsync(this PortalDbContext db, FormDefinition form, DateOnly day, CancellationToken cancel) =>
        db.TemplateVersions.InUseOn(form, day).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(cancel);

    /// <summary>The versions that are in use on a day or were before, the one in use first; none while the standard one is.</summary>
    private static IQueryable<TemplateVersion> InUseOn(this IQueryable<TemplateVersion> versions, FormDefinition form, DateOnly day) => versions
        .Where(t => t.FormKey == form.Key && t.FormVersion == form.Version && t.State == TemplateState.Published && t.From <= day)
        .OrderByDescending(t => t.From).ThenByDescending(t => t.Number);
}
