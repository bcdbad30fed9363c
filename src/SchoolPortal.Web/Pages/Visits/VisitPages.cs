namespace SchoolPortal.Web.Pages.Visits;

/// <summary>The use cases of visits.</summary>
internal static class VisitPages
{
    public static IServiceCollection AddVisitPages(this IServiceCollection services) => services.AddScoped<EnterVisit>();
}
