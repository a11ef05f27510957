using HtiAcademy.Domain.Content.Tailoring;
using HtiAcademy.Domain.Questions;

namespace HtiAcademy.Domain.Content.Courses;

/// <summary>Reads the question files of one module.</summary>
internal static class BankReader
{
    public static TailoredBank Read(IEnumerable<SourceDocument> documents, CourseSettings course, FindingList findings)
    {
        var files = TailoredFiles.Read(documents, "questions", ".gift", course, findings).ToDictionary(file => file.Key, file =>
        {
            var bank = GiftReader.Read(file.Value.Path, file.Value.ToString());
            findings.AddRange(bank.Findings);
            return new BankFile(file.Key, file.Value.Path, bank.Questions);
        });
        return new TailoredBank(course.Language, files);
    }
}
