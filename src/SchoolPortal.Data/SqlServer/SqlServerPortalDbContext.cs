using Microsoft.EntityFrameworkCore;

namespace SchoolPortal.Data.SqlServer;

/// <summary>What a nation runs.</summary>
public sealed class SqlServerPortalDbContext(DbContextOptions<SqlServerPortalDbContext> options) : PortalDbContext(options);
