using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Security;

/// <summary>
/// Opens a session cookie once instead of at every request: it holds the id of a session and never changes. Whether that
/// session is alive is asked at every request all the same (<see cref="SessionCookie"/>).
/// </summary>
internal sealed class KeptTickets : IPostConfigureOptions<CookieAuthenticationOptions>, IDisposable
{
    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = 20_000 });

    public void PostConfigure(string? name, CookieAuthenticationOptions options) => options.TicketDataFormat = new Format(options.TicketDataFormat, kept);

    public void Dispose() => kept.Dispose();

    private sealed class Format(ISecureDataFormat<AuthenticationTicket> framework, MemoryCache kept) : ISecureDataFormat<AuthenticationTicket>
    {
        public string Protect(AuthenticationTicket data) => framework.Protect(data);

        public string Protect(AuthenticationTicket data, string? purpose) => framework.Protect(data, purpose);

        public AuthenticationTicket? Unprotect(string? protectedText) => Unprotect(protectedText, purpose: null);

        public AuthenticationTicket? Unprotect(string? protectedText, string? purpose)
        {
            if (kept.TryGetValue((protectedText, purpose), out AuthenticationTicket? known))
            {
                return known;
            }

            var ticket = framework.Unprotect(protectedText, purpose);
            if (ticket is not null)
            {
                using var entry = kept.CreateEntry((protectedText, purpose)).SetValue(ticket).SetSize(1).SetSlidingExpiration(Session.Absolute);
            }

            return ticket;
        }
    }
}
