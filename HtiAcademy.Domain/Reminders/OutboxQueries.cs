using HtiAcademy.Domain.Access;

namespace HtiAcademy.Domain.Reminders;

public static class OutboxQueries
{
    extension(AcademyDb db)
    {
        /// <summary>Puts a letter into the outbox, unless there is nobody to read it: some have no mailbox, and some were kept out since.</summary>
        public void Send(Person to, Func<Person, Mail> write)
        {
            if (to.TakesMail)
            {
                db.Add(write(to));
            }
        }
    }
}
