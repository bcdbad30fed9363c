using System.Globalization;

using Serilog;
using Serilog.Events;

using SchoolPortal.Domain.People;

namespace SchoolPortal.Web.Hosting;

/// <summary>The log: who (an id), which page, how it ended. No names, addresses or form values.</summary>
internal static class PortalLog
{
    /// <summary>Text from outside stands in quotes, escaped, so that nobody adds lines of their own (requirement R41). The trace id is the reference number of an error page.</summary>
    private const string Line = "{Timestamp:yyyy-MM-dd HH:mm:ss} {Level:u3} {TraceId} {Message:j}{NewLine}{Exception}";

    /// <summary>Before anything else, so that a start that fails is logged.</summary>
    public static Serilog.ILogger ForStart() => new LoggerConfiguration().WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture).CreateLogger();

    public static void AddPortalLog(this WebApplicationBuilder builder) =>
        builder.Services.AddSerilog(
            (services, log) => log
                .ReadFrom.Configuration(builder.Configuration)
                .ReadFrom.Services(services)
                .Enrich.FromLogContext()
                .WriteTo.Console(outputTemplate: Line, formatProvider: CultureInfo.InvariantCulture),
            preserveStaticLogger: true);

    public static void UsePortalLog(this WebApplication app) => app.UseSerilogRequestLogging(options =>
    {
        options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
        // The path alone: a query may hold what somebody searched for.
        options.MessageTemplate = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0.0} ms";
        options.GetMessageTemplateProperties = (http, path, elapsed, status) =>
        [
            new("RequestMethod", new ScalarValue(http.Request.Method)),
            // What follows is the secret of a link.
            new("RequestPath", new ScalarValue(http.Request.Path.StartsWithSegments("/ready", StringComparison.OrdinalIgnoreCase) ? "/ready/\u2026" : path)),
            new("StatusCode", new ScalarValue(status)),
            new("Elapsed", new ScalarValue(elapsed)),
        ];
        options.GetLevel = (http, _, fault) => fault is not null || http.Response.StatusCode >= 500
            ? LogEventLevel.Error
            : LogEventLevel.Debug;
        options.EnrichDiagnosticContext = (log, http) =>
        {
            log.Set("PersonId", http.Features.Get<Actor>()?.PersonId);
            log.Set("SchoolNumber", http.Request.RouteValues["schoolNumber"]);
        };
    });
}
