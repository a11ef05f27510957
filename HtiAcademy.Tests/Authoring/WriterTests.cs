using HtiAcademy.Domain.Access;
using HtiAcademy.Domain.Authoring;

namespace HtiAcademy.Tests.Authoring;

public sealed class WriterTests
{
    private const string Overlay = "courses/foundations/10-first/module.en-UG.md";
    private const string Questions = "courses/foundations/10-first/questions.en-UG.gift";
    private const string Base = "courses/foundations/10-first/module.md";
    private const string Translation = "courses/foundations/10-first/module.es.md";
    private const string BaseQuestions = "courses/foundations/10-first/questions.gift";
    private const string Facts = "countries/UG.yml";

    private static readonly Guid SomebodyElse = Guid.NewGuid();

    [Theory]
    [InlineData(Roles.Trainer, "UG", Overlay, true, true)]
    [InlineData(Roles.Trainer, "UG", Questions, true, true)]
    [InlineData(Roles.Trainer, "UG", Facts, true, false)]
    [InlineData(Roles.Trainer, "UG", Base, false, false)]
    [InlineData(Roles.Trainer, "UG", Translation, false, false)]
    [InlineData(Roles.Trainer, "UG", BaseQuestions, false, false)]
    [InlineData(Roles.Trainer, "KE", Overlay, false, false)]
    [InlineData(Roles.Trainer, "KE", Facts, false, false)]
    [InlineData(Roles.Trainer | Roles.LeadTrainer, "KE", Overlay, true, true)]
    [InlineData(Roles.Trainer | Roles.LeadTrainer, "KE", Base, true, true)]
    [InlineData(Roles.Trainer | Roles.LeadTrainer, "KE", Facts, true, true)]
    [InlineData(Roles.Administrator, "", Base, true, true)]
    [InlineData(Roles.Administrator, "", Facts, true, true)]
    // A flag without the role beside it, or a country left over from one, gives no right.
    [InlineData(Roles.LeadTrainer, "UG", Base, false, false)]
    [InlineData(Roles.Partner, "UG", Overlay, false, false)]
    [InlineData(Roles.Officer, "UG", Overlay, false, false)]
    public void Roles_and_countries_say_who_writes_and_who_decides(Roles roles, string country, string path, bool writes, bool decides)
    {
        var writer = new Writer(Guid.NewGuid(), roles, [country]);
        var file = AuthoredFile.Parse(path)!;

        writer.Writes(file).Should().Be(writes);
        writer.Decides(file, SomebodyElse, mayApproveTheirOwn: false).Should().Be(decides);
    }

    [Theory]
    [InlineData(Roles.Trainer, "UG", Overlay, true)]
    [InlineData(Roles.Trainer, "UG", Questions, true)]
    // Facts are a lead trainer's to decide, however alone their author is.
    [InlineData(Roles.Trainer, "UG", Facts, false)]
    [InlineData(Roles.Trainer | Roles.LeadTrainer, "UG", Facts, true)]
    [InlineData(Roles.Trainer | Roles.LeadTrainer, "UG", Base, false)]
    // It is the country's own trainer who is allowed it: anybody else has that trainer to ask.
    [InlineData(Roles.Trainer | Roles.LeadTrainer, "KE", Overlay, false)]
    [InlineData(Roles.Administrator, "", Overlay, false)]
    public void Nobody_decides_about_their_own_but_the_trainer_who_is_alone(Roles roles, string country, string path, bool whereAllowed)
    {
        var writer = new Writer(Guid.NewGuid(), roles, [country]);
        var file = AuthoredFile.Parse(path)!;

        writer.Decides(file, writer.Id, mayApproveTheirOwn: false).Should().BeFalse();
        writer.Decides(file, writer.Id, mayApproveTheirOwn: true).Should().Be(whereAllowed);
    }
}
