using HtiAcademy.Domain;
using HtiAcademy.Domain.Access;
using HtiAcademy.Web.Data;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace HtiAcademy.Web.Access;

/// <summary>Identity's own store, over everyone: signing in must find a person before anybody's scope is known.</summary>
internal sealed class PersonStore(Academy academy) : UserOnlyStore<Person, AcademyDb, Guid>(academy.Open(Scope.Everything)), IDisposable
{
    void IDisposable.Dispose()
    {
        Dispose();
        Context.Dispose();
    }
}
