namespace HtiAcademy.Domain.Authoring;

public static class DraftQueries
{
    extension(IQueryable<Draft> drafts)
    {
        public IQueryable<Draft> Open() => drafts.Where(d => d.State == DraftState.Writing || d.State == DraftState.Submitted);

        /// <summary>At most one.</summary>
        public IQueryable<Draft> OpenOf(Guid authorId, string path) => drafts.Open().Where(d => d.AuthorId == authorId && d.Path == path);
    }
}
