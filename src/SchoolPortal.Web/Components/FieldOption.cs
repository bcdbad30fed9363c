namespace SchoolPortal.Web.Components;

/// <summary>One choice of a select, radio or checkbox list.</summary>
/// <param name="Value">What is posted.</param>
/// <param name="Text">What is read.</param>
/// <param name="Hint">Help under the choice, or null. A select does not show it.</param>
public sealed record FieldOption(string Value, string Text, string? Hint = null);
