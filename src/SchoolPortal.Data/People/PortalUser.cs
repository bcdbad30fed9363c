using Microsoft.AspNetCore.Identity;

namespace SchoolPortal.Data.People;

/// <summary>The sign-in of a person: same id as the <see cref="Domain.People.Person"/> it belongs to.</summary>
public sealed class PortalUser : IdentityUser<Guid>;
