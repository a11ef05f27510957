using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Access;

public static class PersonQueries
{
    extension(IQueryable<Person> people)
    {
        /// <summary>Who signs in with a name. Should one person's mail address be another's user name, it is the user name.</summary>
        public Task<Person?> NamedAsync(string name, CancellationToken cancellationToken)
        {
            var normalized = Person.Normalized(name);
            return people.Where(p => p.NormalizedUserName == normalized || p.NormalizedEmail == normalized)
                .OrderBy(p => p.NormalizedUserName == normalized ? 0 : 1)
                .FirstOrDefaultAsync(cancellationToken);
        }
    }
}
