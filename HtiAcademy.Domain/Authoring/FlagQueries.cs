namespace HtiAcademy.Domain.Authoring;

public static class FlagQueries
{
    extension(IQueryable<SectionFlag> flags)
    {
        public IQueryable<SectionFlag> Waiting() => flags.Where(f => f.AnsweredAt == null);

        /// <summary>What a person raised, the newest first.</summary>
        public IQueryable<SectionFlag> By(Guid personId) => flags.Where(f => f.ById == personId).OrderByDescending(f => f.At);

        /// <summary>What officers of some countries raised; null for every country's.</summary>
        public IQueryable<SectionFlag> In(IReadOnlyCollection<string>? countries) => countries is null ? flags : flags.Where(f => countries.Contains(f.Country));
    }
}
