namespace HtiAcademy.Domain.Content;

/// <summary>A practical exercise, such as an interview or a mock hearing, that a trainer watches and signs off.</summary>
/// <param name="Required">Whether the course is complete only when it is signed off.</param>
public sealed record ObservedExercise(string Id, LocalText Title, IReadOnlyList<LocalText> Criteria, bool Required);
