namespace SchoolPortal.Web.Pages.Contacts;

/// <summary>The use cases of a school's people.</summary>
internal static class ContactPages
{
    public static IServiceCollection AddContactPages(this IServiceCollection services) =>
        services.AddScoped<NameContact>().AddScoped<ChangeContact>().AddScoped<ConfirmContacts>().AddScoped<EndContact>().AddScoped<CoverContact>().AddScoped<RecordEmergencyView>()
            .AddScoped<TellNamedContact>().AddScoped<AskStillYou>().AddScoped<DoubtSilentContacts>().AddScoped<FindStillYou>().AddScoped<AnswerStillYou>()
            .AddScoped<OwnContacts>();
}
