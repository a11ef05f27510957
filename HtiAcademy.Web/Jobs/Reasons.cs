namespace HtiAcademy.Web.Jobs;

internal static class Reasons
{
    extension(Exception e)
    {
        /// <summary>What to tell administrators: of an exception that says no more than that something failed, the cause; of several, each.</summary>
        public string Reason => e is AggregateException ? e.Message : e.GetBaseException().Message;
    }
}
