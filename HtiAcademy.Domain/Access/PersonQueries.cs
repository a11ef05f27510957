using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Access;

public static class PersonQueries
{
    extension(IQueryable<Person> people)
    {
        /// <summary>Who signs in with a name: a user name, or the mail address of who is no user name of somebody else.</summary>
        public Task<Person?> NamedAsync(string name, CancellationToken cancellationToken)
        {
            var normalized = Person.Normalized(name);
            return people.Where(p => p.NormalizedUserName == normalized || p.NormalizedEmail == normalized)
                .OrderBy(p => p.NormalizedUserName == normalized ? 0 : 1)
                .FirstOrDefaultAsync(cancellationToken);
        }
    }
}
