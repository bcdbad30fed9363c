namespace SchoolPortal.Web.Pages.People;

/// <summary>What the pages about accounts and roles need.</summary>
internal static class PeoplePages
{
    public static IServiceCollection AddPeoplePages(this IServiceCollection services) => services
        .AddScoped<RolePlaces>().AddScoped<NewAccount>().AddScoped<AddPerson>().AddScoped<GiveRole>().AddScoped<EndRole>().AddScoped<KeepAccount>()
        .AddScoped<StandInChoices>().AddScoped<NameStandIn>();
}
