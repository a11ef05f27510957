using HtiAcademy.Domain.Content;

namespace HtiAcademy.Domain.Questions;

/// <param name="Questions">Those without an error, in the bank's order; no two have the same name.</param>
/// <param name="Findings">By line.</param>
public sealed record QuestionBank(IReadOnlyList<Question> Questions, IReadOnlyList<Finding> Findings);
