using Microsoft.EntityFrameworkCore;

namespace HtiAcademy.Domain.Certificates;

public static class Mistyping
{
    extension(AcademyDb db)
    {
        /// <summary>
        /// The group, counted from 1, in which a code that no certificate has differs from one that exists; null when no
        /// code is that near. It tells only who knows six of the seven groups, and so holds the paper.
        /// </summary>
        public async Task<int?> MistypedGroupAsync(VerificationCode code, CancellationToken cancellationToken)
        {
            var like = code.PatternsOfNeighbours();
            var near = await db.Database
                .SqlQuery<string>($"SELECT Code AS Value FROM Certificates WHERE Code LIKE {like[0]} OR Code LIKE {like[1]} OR Code LIKE {like[2]} OR Code LIKE {like[3]} OR Code LIKE {like[4]} OR Code LIKE {like[5]} OR Code LIKE {like[6]}")
                .ToListAsync(cancellationToken);
            return near.Count == 1 ? code.DifferenceFrom(VerificationCode.Parse(near[0])) : null;
        }
    }
}
