namespace SchoolPortal.Web.Components;

/// <summary>The fields of the page being drawn, in order, for the error summary. The model state keeps no order of its own.</summary>
internal sealed class FieldOrder
{
    private readonly Dictionary<string, int> _places = new(StringComparer.OrdinalIgnoreCase);

    public static FieldOrder Of(HttpContext context)
    {
        if (context.Items[typeof(FieldOrder)] is not FieldOrder order)
        {
            order = new FieldOrder();
            context.Items[typeof(FieldOrder)] = order;
        }

        return order;
    }

    public void Add(string name) => _places.TryAdd(name, _places.Count);

    /// <summary>Where the field stands. Faults of the whole form come first, faults of fields the page does not show last.</summary>
    public int PlaceOf(string name) => name.Length == 0 ? -1 : _places.GetValueOrDefault(name, int.MaxValue);
}
