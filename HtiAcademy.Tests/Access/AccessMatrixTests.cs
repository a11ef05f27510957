using System.Net;
using HtiAcademy.Domain.Authoring;
using HtiAcademy.Domain.Certificates;
using HtiAcademy.Domain.Content;
using HtiAcademy.Domain.Reminders;
using HtiAcademy.Domain.Reports;
using HtiAcademy.Tests.Assessments;
using HtiAcademy.Tests.Authoring;
using HtiAcademy.Tests.Certificates;
using HtiAcademy.Tests.Personnel;
using HtiAcademy.Tests.Privacy;
using HtiAcademy.Web.Certificates;
using HtiAcademy.Web.Reminders;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HtiAcademy.Tests.Access;

/// <summary>
/// Every address of the academy × everyone who may ask for it. The records asked for are Uganda's, so the people in Kenya
/// are the other country. A route that is missing here fails the test.
/// </summary>
public sealed class AccessMatrixTests(AccessMatrixTests.SharedApp shared) : IClassFixture<AccessMatrixTests.SharedApp>
{
    // in: sent to sign-in; go: sent on elsewhere; the rest are status codes.
    private const string Everyone = "200 200 200 200 200 200 200 200";
    private const string OwnAccount = "go 200 200 200 200 200 200 200";
    private const string EveryoneGoesOn = "go go go go go go go go";
    private const string SignedIn = "in 200 200 200 200 200 200 200";
    private const string OfficersOnCourse = "in 200 200 404 404 404 404 404";
    private const string OneOfficer = "in go 404 404 404 404 404 404";
    private const string NobodyHere = "in 404 404 404 404 404 404 404";
    private const string Trainers = "in 404 404 200 200 404 404 200";
    private const string TrainersThere = "in 404 404 200 404 404 404 200";
    private const string TrainersAreTold = "in 404 404 400 404 404 404 400";
    private const string TrainersDo = "in 404 404 go go 404 404 go";
    private const string OneAuthor = "in 404 404 200 404 404 404 404";
    private const string OneAuthorIsTold = "in 404 404 400 404 404 404 404";
    private const string WhoDecidesIsTold = "in 404 404 404 404 404 404 400";
    private const string StaffOfReports = "in 404 404 200 200 200 200 200";
    private const string WhoMaySeeTheOfficer = "in 404 404 200 404 200 404 200";
    private const string Administrators = "in 404 404 404 404 404 404 200";
    private const string AdministratorsDo = "in 404 404 404 404 404 404 go";

    internal static readonly string[] People =
    [
        "",
        Cast.OfficerInUganda,
        Cast.OfficerInKenya,
        Cast.TrainerInUganda,
        Cast.TrainerInKenya,
        Cast.PartnerInUganda,
        Cast.PartnerInKenya,
        Cast.Administrator,
    ];

    internal static readonly Row[] Matrix =
    [
        new("GET /", SignedIn),
        new("GET /account/sign-in", "200 go go go go go go go"),
        new("POST /account/sign-in", "200 400 400 400 400 400 400 400"),
        new("GET /account/set-up", "404 404 404 404 404 404 404 404"),
        new("POST /account/set-up", "400 400 400 400 400 400 400 400"),
        new("GET /account/invitation", Everyone),
        new("POST /account/invitation", Everyone),
        // Without a password nothing is set, and the code stays good.
        new("GET /account/invitation/{Code}", Everyone, "/account/invitation/{invitation}"),
        new("POST /account/invitation/{Code}", Everyone, "/account/invitation/{invitation}"),
        new("GET /account/language/{language}", "go go go go go go go go", "/account/language/es"),
        new("GET /account/language", OwnAccount),
        new("POST /account/language/choose", "go go go go go go go go", Fields: "language=en"),
        new("GET /account/second-step", EveryoneGoesOn),
        new("GET /account/forgotten", Everyone),
        new("POST /account/forgotten", Everyone, Fields: "_handler=forgotten&Input.Name=nobody"),
        new("GET /account/new-password", Everyone),
        new("POST /account/new-password", Everyone, Fields: "_handler=new-password&Input.Code=0&Input.Password=nothing"),
        new("GET /account/new-password/{Code}", Everyone, "/account/new-password/0000-0000-0000-0000"),
        new("POST /account/passkeys/ask", Everyone),
        new("POST /account/passkeys/enter", EveryoneGoesOn),
        // A visitor is sent to sign-in, which the matrix shows as "go" for addresses of accounts.
        new("GET /account/confirm", OwnAccount),
        new("POST /account/confirm", OwnAccount, Fields: "_handler=confirm&Input.Password=nothing"),
        new("GET /account/security", OwnAccount),
        new("GET /account/security/password", OwnAccount),
        new("POST /account/security/password", OwnAccount, Fields: "_handler=change-password&Input.Password=nothing"),
        new("GET /account/security/authenticator", OwnAccount),
        new("POST /account/security/authenticator", OwnAccount, Fields: "_handler=authenticator&Input.Code=nothing"),
        new("GET /account/security/recovery-codes", OwnAccount),
        new("POST /account/security/recovery-codes", OwnAccount, Fields: "_handler=recovery-codes"),
        new("POST /account/security/authenticator/remove", EveryoneGoesOn),
        new("POST /account/security/sessions/{id:guid}/end", "go go 404 404 404 404 404 404", "/account/security/sessions/{session}/end"),
        new("POST /account/security/sessions/end-others", EveryoneGoesOn),
        new("POST /account/passkeys/confirm", EveryoneGoesOn),
        new("POST /account/passkeys/offer", OwnAccount),
        new("POST /account/passkeys/add", EveryoneGoesOn),
        new("POST /account/passkeys/remove", "go 404 404 404 404 404 404 404", Fields: "id=00"),
        new("GET /account/data", OwnAccount),
        new("POST /account/data/download", OwnAccount),
        new("GET /account/reminders", "go 200 200 200 200 200 200 200"),
        new("POST /account/reminders", "go go go go go go go go", Fields: "kind=StartsSoon"),
        new("GET /reminders/stop/{Token}", Everyone, "{stop}"),
        new("POST /reminders/stop/{token}", Everyone, "{stop}"),
        new("POST /account/sign-out", "go go go go go go go go"),
        new("GET /learn/{CourseId}", OfficersOnCourse, "/learn/foundations"),
        new("GET /learn/{CourseId}/field-guide", "in 200 200 200 200 404 404 200", "/learn/foundations/field-guide"),
        new("GET /learn/{CourseId}/{ModuleId}", OfficersOnCourse, "/learn/foundations/your-law"),
        new("GET /learn/{CourseId}/{ModuleId}/flag", OfficersOnCourse, "/learn/foundations/your-law/flag"),
        new("POST /learn/{courseId}/{moduleId}/flag/send", "in 400 400 404 404 404 404 404", "/learn/foundations/your-law/flag/send"),
        // The course has no image yet; how one is served has a test of its own.
        new("GET /learn/{courseId}/images/{name}", "in 404 404 404 404 404 404 404", "/learn/foundations/images/none.png"),
        new("GET /learn/{courseId}/{moduleId}/images/{name}", "in 404 404 404 404 404 404 404", "/learn/foundations/your-law/images/none.png"),
        new("POST /learn/{courseId}/{moduleId}/read", "in go go 404 404 404 404 404", "/learn/foundations/your-law/read"),
        new("GET /learn/{CourseId}/{ModuleId}/quiz", OfficersOnCourse, "/learn/foundations/your-law/quiz"),
        new("GET /learn/{CourseId}/final", OfficersOnCourse, "/learn/foundations/final"),
        // Whoever may not start is led back to the page, which says why.
        new("POST /learn/{courseId}/{moduleId}/quiz/start", "in go go 404 404 404 404 404", "/learn/foundations/your-law/quiz/start"),
        new("POST /learn/{courseId}/{moduleId}/quiz/answer", OneOfficer, "/learn/foundations/what-is-trafficking/quiz/answer", Fields: "attempt={attempt}&position=1&go=2"),
        new("POST /learn/{courseId}/{moduleId}/quiz/submit", OneOfficer, "/learn/foundations/what-is-trafficking/quiz/submit", Fields: "attempt={attempt}"),
        // The course has no pre-test; one of a course that has is in a test of its own.
        new("GET /learn/{CourseId}/pretest", NobodyHere, "/learn/foundations/pretest"),
        new("POST /learn/{courseId}/pretest/start", "in go go 404 404 404 404 404", "/learn/foundations/pretest/start"),
        new("POST /learn/{courseId}/pretest/answer", NobodyHere, "/learn/foundations/pretest/answer", Fields: "attempt={attempt}&position=1&go=2"),
        new("POST /learn/{courseId}/pretest/submit", NobodyHere, "/learn/foundations/pretest/submit", Fields: "attempt={attempt}"),
        new("POST /learn/{courseId}/final/start", "in go go 404 404 404 404 404", "/learn/foundations/final/start"),
        // The attempt is at a quiz, so at the final it does not exist for anybody.
        new("POST /learn/{courseId}/final/answer", NobodyHere, "/learn/foundations/final/answer", Fields: "attempt={attempt}&position=1&go=2"),
        new("POST /learn/{courseId}/final/submit", NobodyHere, "/learn/foundations/final/submit", Fields: "attempt={attempt}"),
        // Nobody asked has completed the course; who has is in a test of their own.
        new("GET /learn/{CourseId}/evaluation", NobodyHere, "/learn/foundations/evaluation"),
        new("POST /learn/{courseId}/evaluation/send", NobodyHere, "/learn/foundations/evaluation/send", Fields: "agreement-0=1&agreement-1=1&agreement-2=1&agreement-3=1&agreement-4=1"),
        new("GET /results/{Country}", TrainersThere, "/results/UG"),
        new("POST /results/{country}/record", "in 404 404 go 404 404 404 go", "/results/UG/record", Fields: "unit=Desk&quarter=2026-Q3&investigations=1&prosecutions=1&convictions=1&victims=1"),
        new("POST /results/{country}/remove/{id:guid}", NobodyHere, "/results/UG/remove/00000000-0000-0000-0000-000000000001"),
        new("GET /certificates", SignedIn),
        new("GET /certificates/{number}.pdf", WhoMaySeeTheOfficer, "/certificates/{number}.pdf"),
        new("GET /certificates/{Number}/change", WhoMaySeeTheOfficer, "/certificates/{number}/change"),
        new("POST /certificates/{number}/change", "in 404 404 go 404 go 404 go", "/certificates/{number}/change", Fields: "kind=NameCorrection&name=Nakato+Florence&reason=The+names+are+exchanged"),
        new("GET /certificates/prints/{Id:guid}", Administrators, "/certificates/prints/{run}"),
        new("GET /certificates/prints/{id:guid}/file", Administrators, "/certificates/prints/{run}/file"),
        new("GET /verify", Everyone),
        new("GET /verify/{code}.json", Everyone, "/verify/{code}.json"),
        new("GET /keys/paper.pem", Everyone),
        new("GET /verify/{Code}/{Signed}", Everyone, "/verify/{code}/NOTHING"),
        new("GET /verify/{Code}", Everyone, "/verify/{code}"),
        new("POST /verify/{Code}", Everyone, "/verify/{forgotten}", Fields: "_handler=holder&Holder.Name=Somebody"),
        new("GET /verify/offline", Everyone),
        new("GET /verify/{code}/credential.jwt", Everyone, "/verify/{code}/credential.jwt"),
        new("GET /verify/{code}/credential.json", Everyone, "/verify/{code}/credential.json"),
        new("GET /issuer", Everyone),
        new("GET /keys/{thumbprint}", Everyone, "/keys/{key}"),
        new("GET /.well-known/jwks.json", Everyone),
        new("GET /achievements/{course}/{version:int}", Everyone, "/achievements/foundations/1"),
        new("GET /credentials/status/{year:int}", Everyone, "/credentials/status/2026"),
        new("GET /cohorts", Trainers),
        new("GET /cohorts/new", Trainers),
        // A form that is not filled in is refused to those alone who may send it.
        new("POST /cohorts/create", TrainersAreTold, Fields: "country=UG"),
        new("GET /cohorts/{Id:guid}/edit", TrainersThere, "/cohorts/{cohort}/edit"),
        new("POST /cohorts/{id:guid}/change", TrainersAreTold, "/cohorts/{cohort}/change"),
        new("GET /cohorts/{Id:guid}/copy", TrainersThere, "/cohorts/{cohort}/copy"),
        new("POST /cohorts/{id:guid}/duplicate", TrainersAreTold, "/cohorts/{cohort}/duplicate"),
        new("GET /cohorts/{Id:guid}/board", TrainersThere, "/cohorts/{cohort}/board"),
        new("GET /cohorts/{Id:guid}/enrol", TrainersThere, "/cohorts/{cohort}/enrol"),
        new("GET /cohorts/{id:guid}/enrol/template.csv", TrainersThere, "/cohorts/{cohort}/enrol/template.csv"),
        new("POST /cohorts/{id:guid}/enrol/check", TrainersAreTold, "/cohorts/{cohort}/enrol/check"),
        new("POST /cohorts/{id:guid}/enrol/apply", TrainersAreTold, "/cohorts/{cohort}/enrol/apply"),
        new("POST /cohorts/{id:guid}/enrol/result.csv", TrainersAreTold, "/cohorts/{cohort}/enrol/result.csv"),
        new("POST /cohorts/{id:guid}/enrol/officer", "in 404 404 go 404 404 404 go", "/cohorts/{cohort}/enrol/officer", Fields: "officer={member}"),
        new("POST /cohorts/{id:guid}/members/{enrolmentId:guid}/withdraw", TrainersAreTold, "/cohorts/{cohort}/members/{enrolment}/withdraw"),
        new("POST /cohorts/{id:guid}/members/{enrolmentId:guid}/return", "in 404 404 go 404 404 404 go", "/cohorts/{cohort}/members/{enrolment}/return"),
        new("POST /cohorts/{id:guid}/members/{enrolmentId:guid}/extend", TrainersAreTold, "/cohorts/{cohort}/members/{enrolment}/extend"),
        new("POST /cohorts/{id:guid}/members/{enrolmentId:guid}/move", TrainersAreTold, "/cohorts/{cohort}/members/{enrolment}/move"),
        new("GET /cohorts/{Id:guid}", TrainersThere, "/cohorts/{cohort}"),
        new("GET /cohorts/{Id:guid}/certificates", TrainersThere, "/cohorts/{cohort}/certificates"),
        new("POST /cohorts/{id:guid}/certificates/print", "in 404 404 go 404 404 404 go", "/cohorts/{cohort}/certificates/print", Fields: "form=OneFile&paper=a4"),
        // The cohort's course has no exercise; that there is one to trainers of the country alone has a test of its own.
        new("GET /cohorts/{Id:guid}/observed/{EnrolmentId:guid}/{Exercise}", NobodyHere, "/cohorts/{cohort}/observed/{cohort}/interview"),
        new("POST /cohorts/{id:guid}/observed/{enrolmentId:guid}/{exercise}/record", NobodyHere, "/cohorts/{cohort}/observed/{cohort}/interview/record", Fields: "criteria=1"),
        new("GET /marking", Trainers),
        new("GET /marking/{AttemptId:guid}/{Position:int}", TrainersThere, "/marking/{essay}"),
        new("POST /marking/{attemptId:guid}/{position:int}/mark", "in 404 404 go 404 404 404 go", "/marking/{essay}/mark", Fields: "points=1&points=2&comment=&act=Draft"),
        new("POST /marking/{attemptId:guid}/{position:int}/name", TrainersThere, "/marking/{essay}/name"),
        new("GET /author", Trainers),
        new("GET /author/edit/{*FilePath}", Trainers, "/author/edit/courses/foundations/20-your-law/module.en-UG.md"),
        new("POST /author/drafts/start", "in 404 404 go 404 404 404 go", Fields: "path=courses/foundations/20-your-law/module.en-UG.md"),
        // A draft is its author's alone. Who is not signed in gets the words back that they sent.
        new("POST /author/drafts/{id:guid}/save", "401 404 404 go 404 404 404 404", "/author/drafts/{edited}/save", Fields: "text=Words&revision=0"),
        new("GET /author/{CourseId}/{TextId}/{LocaleTag}", Trainers, "/author/foundations/your-law/en-UG"),
        new("GET /author/flags", Trainers),
        new("POST /author/flags/{id:guid}/settle", TrainersAreTold, "/author/flags/{flag}/settle"),
        // Whoever trains reads what is taught in other countries; in files of their own they write.
        new("GET /author/bank/{*Path}", Trainers, "/author/bank/courses/foundations/20-your-law/questions.en-UG.gift"),
        new("POST /author/bank/add", TrainersAreTold, Fields: "path=courses/foundations/20-your-law/questions.en-UG.gift&kind=TrueFalse"),
        new("POST /author/bank/import", TrainersAreTold, Fields: "path=courses/foundations/20-your-law/questions.en-UG.gift"),
        new("GET /author/history/{*Path}", Trainers, "/author/history/courses/foundations/20-your-law/module.en-UG.md"),
        new("POST /author/history/restore", "in 404 404 go 404 404 404 go", Fields: "path=courses/foundations/20-your-law/module.en-UG.md&version=1&section=privacy"),
        new("GET /cohorts/{Id:guid}/members/{EnrolmentId:guid}", TrainersThere, "/cohorts/{cohort}/members/{enrolment}"),
        new("POST /cohorts/{id:guid}/members/{enrolmentId:guid}/minutes", "in 404 404 go 404 404 404 go", "/cohorts/{cohort}/members/{enrolment}/minutes", Fields: "minutes=10"),
        new("GET /author/drafts/{Id:guid}/sections", NobodyHere, $"/author/drafts/{Guid.Empty}/sections"),
        new("POST /author/drafts/{id:guid}/sections/take", NobodyHere, $"/author/drafts/{Guid.Empty}/sections/take", Fields: "section=none"),
        new("POST /author/drafts/{id:guid}/sections/keep", NobodyHere, $"/author/drafts/{Guid.Empty}/sections/keep", Fields: "section=none"),
        new("GET /author/drafts/{Id:guid}/pictures", NobodyHere, $"/author/drafts/{Guid.Empty}/pictures"),
        new("POST /author/drafts/{id:guid}/pictures/add", NobodyHere, $"/author/drafts/{Guid.Empty}/pictures/add", Fields: "shows=none"),
        new("GET /author/drafts/{id:guid}/images/{name}", NobodyHere, $"/author/drafts/{Guid.Empty}/images/map.png"),
        new("GET /author/{CourseId}/statistics", Trainers, "/author/foundations/statistics"),
        new("GET /author/{CourseId}/remark", Trainers, "/author/foundations/remark"),
        // What was previewed is no longer so, so all are led back to the page and nothing is done.
        new("POST /author/{courseId}/remark/apply", TrainersDo, "/author/foundations/remark/apply", Fields: "question=none&preview=none"),
        // The draft is the Ugandan trainer's, who alone does with it what authors do; whoever else decides does the rest.
        new("GET /author/drafts/{Id:guid}", Trainers, "/author/drafts/{draft}"),
        new("GET /author/drafts/{Id:guid}/merge", OneAuthor, "/author/drafts/{draft}/merge"),
        new("POST /author/drafts/{id:guid}/merge/apply", OneAuthorIsTold, "/author/drafts/{draft}/merge/apply", Fields: "revision=-1&theirs=nothing"),
        new("POST /author/drafts/{id:guid}/submit", OneAuthorIsTold, "/author/drafts/{draft}/submit", Fields: "revision=-1"),
        new("POST /author/drafts/{id:guid}/take-back", "in 404 404 go 404 404 404 404", "/author/drafts/{draft}/take-back"),
        new("POST /author/drafts/{id:guid}/give-up", "in 404 404 go 404 404 404 404", "/author/drafts/{spent}/give-up"),
        new("POST /author/drafts/{id:guid}/ask", OneAuthorIsTold, "/author/drafts/{draft}/ask"),
        new("POST /author/drafts/{id:guid}/answer", OneAuthorIsTold, "/author/drafts/{draft}/answer", Fields: "comment={comment}&answer="),
        new("POST /author/drafts/{id:guid}/comment", WhoDecidesIsTold, "/author/drafts/{draft}/comment"),
        new("POST /author/drafts/{id:guid}/return", WhoDecidesIsTold, "/author/drafts/{draft}/return", Fields: "revision=-1"),
        new("POST /author/drafts/{id:guid}/publish", WhoDecidesIsTold, "/author/drafts/{draft}/publish", Fields: "revision=-1"),
        new("GET /agency/readings", "in 404 404 404 404 200 200 404"),
        new("GET /agency/readings/{Id:guid}", "in 404 404 404 404 200 404 404", "/agency/readings/{reading}"),
        new("POST /agency/readings/{id:guid}/comment", "in 404 404 404 404 400 404 404", "/agency/readings/{reading}/comment"),
        new("POST /agency/readings/{id:guid}/approve", "in 404 404 404 404 400 404 404", "/agency/readings/{reading}/approve", Fields: "revision=-1"),
        // The draft has no picture; how one is served has a test of its own.
        new("GET /agency/readings/{id:guid}/images/{name}", NobodyHere, "/agency/readings/{reading}/images/none.png"),
        new("GET /admin/self-approval", Administrators),
        new("POST /admin/self-approval/allow", AdministratorsDo, Fields: "country=ZM"),
        new("POST /admin/self-approval/withdraw", AdministratorsDo, Fields: "country=ZM"),
        new("GET /agency", "in 404 404 404 404 200 200 404"),
        new("POST /agency/certificates/print", "in 404 404 404 404 go go 404", Fields: "form=OneFile&paper=a4"),
        new("GET /reports", StaffOfReports),
        new("GET /cohorts/{Id:guid}/report", WhoMaySeeTheOfficer, "/cohorts/{cohort}/report"),
        new("POST /cohorts/{id:guid}/report/make", "in 404 404 go 404 go 404 go", "/cohorts/{cohort}/report/make"),
        new("GET /reports/runs/{Id:guid}", WhoMaySeeTheOfficer, "/reports/runs/{asked}"),
        new("POST /reports/runs/{id:guid}/cancel", "in 404 404 404 404 404 404 go", "/reports/runs/{asked}/cancel"),
        new("GET /reports/{id:guid}.pdf", WhoMaySeeTheOfficer, "/reports/{report}.pdf"),
        new("GET /reports/{id:guid}.csv", WhoMaySeeTheOfficer, "/reports/{report}.csv"),
        new("GET /admin", Administrators),
        new("GET /admin/people", Trainers),
        new("GET /admin/people/invite", Trainers),
        // With nothing filled in the page says what is missing.
        new("POST /admin/people/invite/send", "in 404 404 400 400 404 404 400"),
        new("POST /admin/people/slips", TrainersThere, Fields: "person={newcomer}"),
        new("GET /admin/people/{Id:guid}", TrainersThere, "/admin/people/{newcomer}"),
        new("POST /admin/people/{id:guid}/change", "in 404 404 400 404 404 404 400", "/admin/people/{newcomer}/change"),
        new("POST /admin/people/{id:guid}/deactivate", "in 404 404 400 404 404 404 400", "/admin/people/{newcomer}/deactivate"),
        new("POST /admin/people/{id:guid}/reactivate", "in 404 404 400 404 404 404 400", "/admin/people/{newcomer}/reactivate"),
        new("POST /admin/people/{id:guid}/letter", "in 404 404 go 404 404 404 go", "/admin/people/{newcomer}/letter"),
        new("POST /admin/people/{id:guid}/revoke", "in 404 404 go 404 404 404 go", "/admin/people/{newcomer}/revoke"),
        new("POST /admin/people/{id:guid}/end-sessions", "in 404 404 go 404 404 404 go", "/admin/people/{newcomer}/end-sessions"),
        new("GET /admin/people/{Id:guid}/merge", Administrators, "/admin/people/{newcomer}/merge"),
        new("POST /admin/people/{id:guid}/remove-factors", AdministratorsDo, "/admin/people/{newcomer}/remove-factors"),
        new("GET /admin/people/{Id:guid}/erase", Administrators, "/admin/people/{newcomer}/erase"),
        // Without the user name typed once more nobody is erased.
        new("POST /admin/people/{id:guid}/erase/do", "in 404 404 404 404 404 404 400", "/admin/people/{newcomer}/erase/do"),
        new("POST /admin/people/{id:guid}/merge/do", AdministratorsDo, "/admin/people/{newcomer}/merge/do"),
        new("GET /admin/audit", Administrators),
        new("POST /admin/audit/export", Administrators, Fields: "format=csv&what=no.such"),
        new("GET /admin/jobs", Administrators),
        new("POST /admin/jobs/{name}/run", AdministratorsDo, "/admin/jobs/outbox/run"),
        new("POST /admin/jobs/{name}/pause", AdministratorsDo, "/admin/jobs/outbox/pause"),
        new("POST /admin/jobs/{name}/resume", AdministratorsDo, "/admin/jobs/outbox/resume"),
        new("GET /admin/mail", Administrators),
        new("POST /admin/mail/send-all-again", AdministratorsDo),
        new("POST /admin/mail/{id:guid}/send-again", AdministratorsDo, "/admin/mail/{mail}/send-again"),
        new("GET /admin/content", Administrators),
        new("GET /admin/content/{CourseId}", Administrators, "/admin/content/foundations"),
        new("POST /admin/content/{courseId}/move", AdministratorsDo, "/admin/content/foundations/move"),
        new("POST /admin/content/{courseId}/publish", AdministratorsDo, "/admin/content/foundations/publish", Fields: "number=1"),
        new("GET /admin/certificates", Administrators),
        new("GET /admin/certificates/{Id:guid}", Administrators, "/admin/certificates/{certificate}"),
        // The administrator who asked for the change is told that another decides.
        new("POST /admin/certificates/{id:guid}/changes/{changeId:guid}", AdministratorsDo, "/admin/certificates/{certificate}/changes/{change}", Fields: "decision=approve"),
        new("GET /admin/agencies", Administrators),
        new("POST /admin/agencies/create", AdministratorsDo),
        new("POST /admin/agencies/{id:guid}/rename", AdministratorsDo, "/admin/agencies/{agency}/rename"),
        new("GET /admin/agencies/{id:guid}/emblem", Administrators, "/admin/agencies/{agency}/emblem"),
        new("POST /admin/agencies/{id:guid}/emblem", AdministratorsDo, "/admin/agencies/{agency}/emblem"),
        new("GET /health/live", Everyone),
        new("GET /health/ready", Everyone),
        new("HEAD /health/live", Everyone),
        new("HEAD /health/ready", Everyone),
        new("GET /error", Everyone),
        new("GET /not-found", Everyone),
        new("GET /status/{Code:int}", Everyone, "/status/404"),
        // The framework's own: files while developing, and forms of enhanced navigation, which no page uses.
        new("GET /{*path}", "404 404 404 404 404 404 404 404", "/no/such/page"),
        new("GET /{**path:file}", "404 404 404 404 404 404 404 404", "/nothing.txt"),
        new("HEAD /{**path:file}", "404 404 404 404 404 404 404 404", "/nothing.txt"),
        new("GET /_framework/opaque-redirect", "in 400 400 400 400 400 400 400"),
        // The line of a page with an island. What goes over it, the island itself looks after.
        new("GET /_blazor", "in 404 404 400 400 404 404 400"),
        new("GET /_blazor/negotiate", "in 404 404 405 405 404 404 405"),
        new("GET /_blazor/disconnect/", "in 404 404 405 405 404 404 405"),
        new("GET /_blazor/initializers/", "in 404 404 200 200 404 404 200"),
    ];

    // Mail programs stop reminders without the form's token, as RFC 8058 wants it.
    public static TheoryData<string> Posts => [.. Matrix.Select(r => r.Route).Where(r => r.StartsWith("POST ", StringComparison.Ordinal) && r != "POST /reminders/stop/{token}")];

    public static TheoryData<string> Rows => [.. Matrix.Select(r => r.Route)];

    [Fact]
    public void Every_route_stands_in_the_matrix()
    {
        var routes = shared.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(e => !e.Metadata.Any(m => m.GetType().Name.StartsWith("StaticAsset", StringComparison.Ordinal)))
            .SelectMany(e => Methods(e).Select(method => $"{method} /{e.RoutePattern.RawText!.TrimStart('/')}"))
            // A page answers a post only for a form of its own: the pages' forms are listed by hand.
            .Where(route => !route.StartsWith("POST ", StringComparison.Ordinal) || !IsPage(route))
            .Distinct()
            .ToList();
        var listed = Matrix.Select(r => r.Route).Where(r => !IsPage(r) || !r.StartsWith("POST ", StringComparison.Ordinal)).ToList();

        routes.Except(listed).Should().BeEmpty("each route needs a row");
        listed.Except(routes).Should().BeEmpty("each row needs a route");
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Everyone_gets_what_the_matrix_says(string route)
    {
        var row = Matrix.Single(r => r.Route == route);
        var answers = new List<string>();
        foreach (var person in People)
        {
            answers.Add(await AskAsync(row, person));
        }

        string.Join(' ', answers).Should().Be(row.Expected, $"{route} answers visitor, officer UG, officer KE, trainer UG, trainer KE, partner UG, partner KE, administrator");
    }

    [Theory]
    [MemberData(nameof(Posts))]
    public async Task Nothing_is_posted_without_the_forms_token(string route)
    {
        var row = Matrix.Single(r => r.Route == route);
        var visitor = await shared.AsAsync(route.Contains("/admin/") || route.Contains("/author/") ? Cast.Administrator : route.Contains("/marking/") || route.Contains("/cohorts/") || route.Contains("/results/") || route.Contains("/reports/") ? Cast.TrainerInUganda : route.Contains("/agency/") ? Cast.PartnerInUganda : Cast.OfficerInUganda);

        var response = await visitor.Http.PostAsync(
            shared.Fill(row.Address ?? route.Split(' ')[1]),
            new StringContent(shared.Fill(row.Fields ?? "nothing=else"), System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"));

        response.StatusCode.Should().Be(HttpStatusCode.BadRequest);
        (await Page.ReadAsync(response)).Text.Should().Contain("nothing was changed").And.Contain("Go to your home page");
    }

    private async Task<string> AskAsync(Row row, string person)
    {
        var visitor = await shared.AsAsync(person);
        var address = shared.Fill(row.Address ?? row.Route.Split(' ')[1]);
        var response = !row.Route.StartsWith("POST", StringComparison.Ordinal)
            ? await visitor.Http.SendAsync(new HttpRequestMessage(new HttpMethod(row.Route.Split(' ')[0]), address))
            : await PostAsync(visitor, address, shared.Fill(row.Fields ?? ""));
        var to = response.Headers.Location?.ToString();
        return response.StatusCode == HttpStatusCode.Found || response.StatusCode == HttpStatusCode.SeeOther
            ? to!.Contains("/account/sign-in?ReturnUrl=%2F", StringComparison.Ordinal) && person.Length == 0 && !address.StartsWith("/account", StringComparison.Ordinal) ? "in" : "go"
            : ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
    }

    // With a token that is right for whoever asks: what is tested is who may, not the token.
    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, string address, string fields)
    {
        var page = await visitor.GetAsync("/");
        page = page.Document.Forms.Length > 0 ? page : await visitor.GetAsync("/account/sign-in");
        var token = page.Document.Forms[0].Value("__RequestVerificationToken");
        var handler = address == "/account/sign-in" ? "&_handler=sign-in&Input.Email=nobody&Input.Password=nothing" : address == "/account/set-up" ? "&_handler=set-up"
            : address == "/account/invitation" ? "&_handler=code&Code=none" : address.StartsWith("/account/invitation/", StringComparison.Ordinal) ? "&_handler=enter" : "";
        return await visitor.Http.PostAsync(address, new StringContent(
            $"__RequestVerificationToken={Uri.EscapeDataString(token)}&{fields}{handler}", System.Text.Encoding.UTF8, "application/x-www-form-urlencoded"));
    }

    private static bool IsPage(string route) => Matrix.Any(r => r.Route == "GET " + route.Split(' ')[1]);

    private static IEnumerable<string> Methods(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"];

    internal sealed record Row(string Route, string Expected, string? Address = null, string? Fields = null);

    /// <summary>One academy for all rows: they only look, or do what may be done again.</summary>
    public sealed class SharedApp : IAsyncLifetime
    {
        private readonly Dictionary<string, Visitor> _visitors = [];
        private readonly Dictionary<string, string> _records = [];

        private int _networks;

        public NetworkedApp App { get; } = new();

        public async Task InitializeAsync()
        {
            await using var db = App.Open();
            var certificate = await db.Certificates.FirstAsync(c => c.Country == "UG");
            if (certificate.Credential is null)
            {
                certificate.Prove(App.Services.GetRequiredService<IProveCertificates>().Prove(certificate, "foundations"));
            }

            var cohort = await db.Cohorts.FirstAsync(c => c.Country == "UG");
            var administrator = await db.People.SingleAsync(p => p.NormalizedEmail == "ADMIN@DEMO.EXAMPLE");
            var agency = await db.Agencies.SingleAsync(a => a.Id == cohort.AgencyId);
            var emblem = new Emblem(Marks.Wide);
            agency.Show(emblem);
            var change = new CertificateChange(certificate, CertificateChangeKind.Revocation, null, "Issued to the wrong person", administrator, App.Clock.Now);
            var run = new PrintRun([certificate.Id], PrintForm.OneFile, "a4", "certificates", "/agency", administrator.Id, App.Clock.Now);
            run.Finish(1, 3, App.Clock.Now);
            var mail = new Mail("matrix", administrator, "Subject", "Text", App.Clock.Now);
            mail.GiveUp("No such mailbox");
            var asked = new ReportRun(cohort, cohort.AgencyId, administrator.Id, App.Clock.Now);
            asked.Cancel(App.Clock.Now);
            var flag = new SectionFlag(
                await db.CourseVersions.SingleAsync(v => v.Id == cohort.VersionId), "your-law", new Locale("en", "UG"), "privacy", FlagKind.Unclear, "Whose name?", await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda), App.Clock.Now);
            var session = new HtiAcademy.Domain.Access.Session(await db.People.SingleAsync(p => p.Email == Cast.OfficerInUganda), "Firefox, Windows", "192.0.2.…", isShared: false, App.Clock.Now);
            db.AddRange(flag, session, mail, asked, emblem, change, run, new PrintedFile(run.Id, [1, 2, 3]));
            await db.SaveChangesAsync();

            var officer = await AsAsync(Cast.OfficerInUganda);
            var quiz = await officer.GetAsync("/learn/foundations/what-is-trafficking/quiz");
            await officer.PostAsync(quiz.Form("/start"));
            var attempt = await db.Attempts.OrderByDescending(a => a.StartedAt).FirstAsync();
            await WriteEssayAsync();
            _records["{invitation}"] = (await App.AddInvitedAsync("Apio Mary", "apio.mary")).Code.ToString();
            var forgotten = (await IssuedCertificates.AddAsync(App, "UG", "Zawadi Mary"))[0];
            await App.EraseAsync(forgotten.OfficerId);
            // Erasing takes the reports away in which the person was.
            var report = new CohortReport(cohort, cohort.AgencyId, CohortReport.MondayOf(new DateOnly(2026, 11, 23)), [1], [2], App.Clock.Now);
            db.Add(report);
            await db.SaveChangesAsync();
            var draft = await App.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasText, Drafting.Reworded);
            var spent = await App.WriteDraftAsync(Cast.TrainerInUganda, Drafting.UgandasQuestions, text => text);
            await App.ChangeAsync(spent, d => d.GiveUp(App.Clock.Now));
            _records["{draft}"] = draft.Id.ToString();
            _records["{spent}"] = spent.Id.ToString();
            _records["{comment}"] = (await App.CommentAsync(draft, Cast.Administrator, "offence", "Which texts?")).Id.ToString();
            _records["{reading}"] = (await App.AskAsync(draft)).Id.ToString();
            _records["{forgotten}"] = forgotten.Code.ToString();
            _records["{newcomer}"] = (await App.PersonAsync(Cast.NewcomerInUganda)).Id.ToString();
            _records["{attempt}"] = attempt.Id.ToString();
            _records["{number}"] = certificate.Number;
            _records["{code}"] = certificate.Code.ToString();
            _records["{key}"] = App.Services.GetRequiredService<AcademyKeys>().ProofKeyId;
            _records["{certificate}"] = certificate.Id.ToString();
            _records["{change}"] = change.Id.ToString();
            _records["{run}"] = run.Id.ToString();
            _records["{flag}"] = flag.Id.ToString();
            _records["{mail}"] = mail.Id.ToString();
            _records["{session}"] = session.Id.ToString();
            _records["{asked}"] = asked.Id.ToString();
            _records["{agency}"] = agency.Id.ToString();
            _records["{cohort}"] = cohort.Id.ToString();
            _records["{enrolment}"] = (await db.Enrolments.FirstAsync(e => e.CohortId == cohort.Id)).Id.ToString();
            _records["{member}"] = (await db.Enrolments.FirstAsync(e => e.CohortId == cohort.Id)).OfficerId.ToString();
            _records["{stop}"] = App.Services.GetRequiredService<StopLinks>().Path(administrator.Id, ReminderKind.StartsSoon);
            _records["{report}"] = report.Id.ToString();
            _records["{edited}"] = (await App.AddDraftAsync(Cast.TrainerInUganda, "courses/foundations/30-indicators-and-screening/module.en-UG.md")).Id.ToString();
        }

        private async Task WriteEssayAsync()
        {
            var writers = await EssayClass.BeginAsync(App, trainers: false);
            await writers.WriteAsync("It began at night.");
            var written = await writers.AttemptAsync();
            _records["{essay}"] = $"{written.Id}/{written.Questions.Single(q => q.Fraction is null).Position}";
        }

        public string Fill(string text) => _records.Aggregate(text, (filled, record) => filled.Replace(record.Key, record.Value, StringComparison.Ordinal));

        public async Task<Visitor> AsAsync(string person)
        {
            // Signing out is in the matrix too, so who did it signs in again.
            if (!_visitors.TryGetValue(person, out var visitor) || (person.Length > 0 && (await visitor.Http.GetAsync("/")).StatusCode == HttpStatusCode.Found))
            {
                // Each from a network of their own: together they post more than one network may.
                _visitors[person] = visitor = App.VisitFrom($"192.0.2.{++_networks}");
                if (person.Length > 0)
                {
                    (await visitor.EnterAsync(person)).StatusCode.Should().Be(HttpStatusCode.Found, $"{person} signs in");
                }
            }

            return visitor;
        }

        public async Task DisposeAsync() => await App.DisposeAsync();
    }
}
