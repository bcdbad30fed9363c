namespace SchoolPortal.Web.Pages.Invitations;

/// <summary>What the pages about invitations need.</summary>
internal static class InvitationPages
{
    public static IServiceCollection AddInvitationPages(this IServiceCollection services) => services
        .AddScoped<InvitePerson>()
        .AddScoped<SendInvitation>()
        .AddScoped<TakeInvitationStep>()
        .AddScoped<FindInvitation>()
        .AddScoped<AcceptInvitation>();
}
