using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

using SchoolPortal.Domain;

namespace SchoolPortal.Data.Mapping;

/// <summary>
/// What holds for every table on both databases: keys made in code, enums as text, UTC instants, a length on every string,
/// restricting foreign keys, our own version token.
/// </summary>
internal static class Conventions
{
    private const int ShortText = 200;

    private static readonly ValueConverter<DateTime, DateTime> Utc =
        new(value => value, value => DateTime.SpecifyKind(value, DateTimeKind.Utc));

    public static void Apply(ModelBuilder builder)
    {
        foreach (var entity in builder.Model.GetEntityTypes())
        {
            if (typeof(Entity).IsAssignableFrom(entity.ClrType))
            {
                builder.Entity(entity.ClrType).Property(nameof(Entity.Id)).ValueGeneratedNever();
                builder.Entity(entity.ClrType).Property(nameof(Entity.Token)).IsConcurrencyToken();
            }

            foreach (var property in AllProperties(entity))
            {
                var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
                if (type.IsEnum)
                {
                    property.SetProviderClrType(typeof(string));
                    property.SetMaxLength(40);
                }
                else if (type == typeof(DateTime))
                {
                    property.SetValueConverter(Utc);
                }
                else if (type == typeof(string) && property.GetMaxLength() is null)
                {
                    property.SetMaxLength(ShortText);
                }
            }

            foreach (var key in entity.GetForeignKeys())
            {
                key.DeleteBehavior = DeleteBehavior.Restrict;
            }
        }
    }

    private static IEnumerable<IMutableProperty> AllProperties(IMutableTypeBase type) =>
        type.GetProperties().Concat(type.GetComplexProperties().SelectMany(p => AllProperties(p.ComplexType)));
}
