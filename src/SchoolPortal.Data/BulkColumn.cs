using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace SchoolPortal.Data;

/// <summary>
/// One column of a table with the way to its value, as the model maps it. Thousands of rows written through the change
/// tracker take seconds; written column by column from the same model they take a fraction of one.
/// </summary>
internal sealed class BulkColumn
{
    private readonly IClrPropertyGetter getter;
    private readonly RelationalTypeMapping mapping;
    private readonly bool nullable;

    private BulkColumn(IProperty property, StoreObjectIdentifier table)
    {
        getter = property.GetGetter();
        mapping = property.GetRelationalTypeMapping();
        nullable = property.IsColumnNullable(table);
        Name = property.GetColumnName(table)!;
    }

    public string Name { get; }

    /// <summary>The type that the database's client gets.</summary>
    public Type StoredType => Nullable.GetUnderlyingType(mapping.Converter?.ProviderClrType ?? mapping.ClrType) ?? mapping.Converter?.ProviderClrType ?? mapping.ClrType;

    /// <summary>The columns of an entity's table, those of its complex properties too.</summary>
    public static IReadOnlyList<BulkColumn> Of(IEntityType entity)
    {
        var table = StoreObjectIdentifier.Create(entity, StoreObjectType.Table)!.Value;
        return [.. Properties(entity).Select(property => new BulkColumn(property, table))];
    }

    public object Value(object row) => getter.GetClrValueUsingContainingEntity(row) is { } value ? Stored(value) : DBNull.Value;

    /// <summary>The value as the database's client gets it.</summary>
    public object Stored(object value) => mapping.Converter?.ConvertToProvider(value) ?? value;

    public DbParameter AddTo(DbCommand command, string name)
    {
        var parameter = mapping.CreateParameter(command, name, null, nullable);
        command.Parameters.Add(parameter);
        return parameter;
    }

    private static IEnumerable<IProperty> Properties(ITypeBase type) =>
        type.GetProperties().Where(property => !property.IsShadowProperty())
            .Concat(type.GetComplexProperties().SelectMany(complex => Properties(complex.ComplexType)));
}
