using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Access;

public static class GuessQueries
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// Counts a try, unless there were too many: from one network or device, which has to wait ten minutes; or from all
        /// networks together within the hour, which a device that the account has signed in on before need not care about.
        /// </summary>
        /// <returns>False when it must not be looked at.</returns>
        public async Task<bool> CountAsync(GuessKind kind, string account, GuessOrigin origin, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var (fromOne, within, fromAll) = Limits(kind);
            await db.Guesses.Where(g => g.At < now - Guess.KeptFor).ExecuteDeleteAsync(cancellationToken);
            var hash = Guess.HashOf(account);
            var guesses = db.Guesses.Where(g => g.Account == hash && g.Kind == kind);
            if (await guesses.CountAsync(g => g.Origin == origin.Name && g.At > now - within, cancellationToken) >= fromOne
                || (!origin.IsKnown && await guesses.CountAsync(cancellationToken) >= fromAll))
            {
                return false;
            }

            db.Add(new Guess(kind, account, origin.Name, now));
            return true;
        }

        /// <summary>After a right one.</summary>
        public Task ForgetGuessesAsync(GuessKind kind, string account, GuessOrigin origin, CancellationToken cancellationToken)
        {
            var hash = Guess.HashOf(account);
            return db.Guesses.Where(g => g.Account == hash && g.Kind == kind && g.Origin == origin.Name).ExecuteDeleteAsync(cancellationToken);
        }

        /// <summary>After a new password: what was guessed at before is gone.</summary>
        public Task ForgetGuessesAsync(Person person, CancellationToken cancellationToken)
        {
            ArgumentNullException.ThrowIfNull(person);
            var hash = Guess.HashOf(person.Id.ToString());
            return db.Guesses.Where(g => g.Account == hash && g.Kind == GuessKind.Password).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static (int FromOne, TimeSpan Within, int FromAll) Limits(GuessKind kind) => kind switch
    {
        GuessKind.Password => (10, TimeSpan.FromMinutes(10), 100),
        GuessKind.Code => (5, TimeSpan.FromMinutes(10), 10),
        _ => (3, TimeSpan.FromHours(1), 3),
    };
}
