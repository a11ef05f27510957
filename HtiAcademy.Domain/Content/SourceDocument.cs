namespace HtiAcademy.Domain.Content;

/// <summary>One content file as its author wrote it, byte for byte.</summary>
/// <param name="Path">Relative to the content folder, with forward slashes: <c>countries/UG.yml</c>.</param>
public sealed record SourceDocument(string Path, ReadOnlyMemory<byte> Bytes);
