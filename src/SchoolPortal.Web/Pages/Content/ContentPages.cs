namespace SchoolPortal.Web.Pages.Content;

/// <summary>The use cases that keep content.</summary>
internal static class ContentPages
{
    public static IServiceCollection AddContentPages(this IServiceCollection services) =>
        services.AddScoped<BeginContent>().AddScoped<WriteContent>().AddScoped<PublishContent>().AddScoped<ConfirmContent>();
}
