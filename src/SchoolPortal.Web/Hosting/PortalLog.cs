using Serilog;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Hosting;

/// <summary>The log: who (an id), which page, how it ended. No names, addresses or form values.</summary>
internal static class PortalLog
{
    /// <summary>Before anything else, so that a start that fails is logged.</summary>
    public static Serilog.ILogger ForStart() => new LoggerConfiguration().WriteTo.Console(formatProvider: null).CreateLogger();

    public static void AddPortalLog(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog((services, log) => log
            .ReadFrom.Configuration(builder.Configuration)
            .ReadFrom.Services(services)
            .Enrich.FromLogContext()
            .WriteTo.Console(formatProvider: null));

    public static void UsePortalLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        // The path alone: a query may hold what somebody searched for.
        options.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0.0} ms";
        options.GetLevel = (http, _, fault) => fault is not null || http.Response.StatusCode >= 500
            ? Serilog.Events.LogEventLevel.Error
            : Serilog.Events.LogEventLevel.Debug;
        options.EnrichDiagnosticContext = (log, http) =>
        {
            log.Set("PersonId", http.Features.Get<Actor>()?.PersonId);
            log.Set("SchoolNumber", http.Request.RouteValues["schoolNumber"]);
        };
    });
}
