using SchoolPortal.Web.Hosting;

namespace SchoolPortal.Web.Pages.Jobs;

/// <summary>Rings when somebody asks for a job.</summary>
public sealed class JobBell : Bell;
