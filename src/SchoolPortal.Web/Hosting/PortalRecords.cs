using SchoolPortal.Data;

namespace SchoolPortal.Web.Hosting;

/// <summary>Where the records are, from <c>Database:Provider</c>, <c>ConnectionStrings:Portal</c> and <c>PortalData:Directory</c>.</summary>
internal static class PortalRecords
{
    public static void AddPortalRecords(this WebApplicationBuilder builder)
    {
        var provider = ProviderOf(builder.Configuration);
        builder.Services.AddPortalDatabase(provider, ConnectionOf(builder, provider));
    }

    public static DatabaseProvider ProviderOf(IConfiguration settings) =>
        settings.GetValue("Database:Provider", DatabaseProvider.Sqlite);

    private static string ConnectionOf(WebApplicationBuilder builder, DatabaseProvider provider)
    {
        var given = builder.Configuration.GetConnectionString("Portal");
        if (!string.IsNullOrWhiteSpace(given))
        {
            return given;
        }

        if (provider == DatabaseProvider.SqlServer)
        {
            throw new InvalidOperationException("Database:Provider is SqlServer: set ConnectionStrings:Portal to its connection string.");
        }

        var folder = Path.Combine(builder.Environment.ContentRootPath, builder.Configuration["PortalData:Directory"] ?? "App_Data");
        Directory.CreateDirectory(folder);
        return PortalDatabase.SqliteFile(Path.Combine(folder, "portal.db"));
    }
}
