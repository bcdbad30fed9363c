using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Primitives;

namespace SchoolPortal.Web.Components;

/// <summary>The address of this page with its search, filters and order kept and one part of them changed.</summary>
public static class PageAddress
{
    /// <summary>The query key of the page number. Not "page", which routing keeps for itself.</summary>
    public const string PageKey = "p";

    /// <summary>The query key of the order: a column's key, with a minus before it for descending.</summary>
    public const string SortKey = "sort";

    /// <summary>This address with <paramref name="key"/> set. Any change but turning the page goes back to the first page.</summary>
    public static string With(HttpRequest request, string key, string value) =>
        Address(request, Kept(request, key, without: null).Append(new(key, value)));

    /// <summary>This address without <paramref name="key"/>, or without one of its values.</summary>
    public static string Without(HttpRequest request, string key, string? value = null) =>
        Address(request, Kept(request, key, without: value ?? ""));

    private static IEnumerable<KeyValuePair<string, string>> Kept(HttpRequest request, string key, string? without) =>
        from part in request.Query
        where part.Key != PageKey
        from value in part.Value
        where !string.IsNullOrEmpty(value)
        where part.Key != key || (!string.IsNullOrEmpty(without) && value != without)
        select new KeyValuePair<string, string>(part.Key, value);

    private static string Address(HttpRequest request, IEnumerable<KeyValuePair<string, string>> query)
    {
        var path = request.PathBase.Add(request.Path).ToUriComponent();
        return path + new QueryBuilder(query).ToQueryString().ToUriComponent();
    }
}
