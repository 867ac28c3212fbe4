# A resident asks to be deleted: what the caseworker decides, and what the resident reads about it.

## The caseworker decides

erasure-decide = Decide what can go
erasure-title = Delete data
# date: a day; by: the day by which the resident hears something
erasure-lead = The resident asked for this on { $date }. By { $by } at the latest the resident hears what you do, and why.
erasure-held-draft = Answers that were not sent
erasure-held-agreement-own = Own agreements and small steps that were not sent
erasure-held-calculations = Calculations
erasure-held-calendar = The secret address of the calendar
erasure-held-helper-notes = Filling in together, old invitations and texts of helpers
erasure-held-sent = Answers that were sent
erasure-held-letters = Requests, questions and the group
erasure-held-agreements = Agreements
erasure-held-appointments = Appointments
erasure-held-helpers = Who helps or helped, and objections
erasure-held-notes = Notes
erasure-held-profile = Name, BSN and how to reach the resident
erasure-may-go = Can go now
erasure-stays = Belongs to the record
erasure-always-stays = Has a term of its own
erasure-none = Nothing.
erasure-why-record = Needed for the benefit and for the Archives Act.
# date: a day with its year
erasure-until = It stays in Meedoen until { $date }.
erasure-until-open = It stays in Meedoen while we work on it. After that we delete it in time.
erasure-held-log = Who looked at the data
erasure-why-log = So that the municipality can show that it handles data well. There is no content in it.
erasure-held-backend = What is in the systems of the municipality
erasure-why-backend = There the selection list for archives applies. Ask the archive department.
erasure-not-everything = Not everything can be deleted yet.
erasure-in-the-way-review = What the resident sent is not concluded yet.
erasure-in-the-way-request = A request of the resident is still open.
erasure-in-the-way-delivery = Something is still on its way to the systems of the municipality. Does it take long? Ask the application manager.
erasure-in-the-way-proposal = A proposal for agreements is on the table.
erasure-in-the-way-agreement = The municipality still has something to do by an agreement.
erasure-in-the-way-appointment = An appointment is still to come.
erasure-in-the-way-helper = A helper can still see data.
erasure-in-the-way-objection = A report of the resident is still open.
erasure-end-helpers = Stop the help
erasure-choice = What do you do?
erasure-choice-everything = Delete everything in Meedoen
    .sub = The resident reads nothing here any more. Who takes part again later begins anew. Tell it yourself: with a letter or a call.
erasure-choice-part = Delete only what can go now
    .sub = The record stays. The resident reads why and until when.
erasure-choice-nothing = Delete nothing
    .sub = The resident reads why.
erasure-why = Why does something stay?
erasure-why-help = The resident reads this. Write what stays and why.
erasure-sure = I know that deleting cannot be undone.
erasure-button = Carry this out
problem-empty-choice = Choose what you do
problem-empty-why = Write why. The resident reads this
problem-empty-sure = Tick the box. Deleting cannot be undone
notice-erasure-decided = Done. The resident reads what you decided, and why.
notice-helpers-ended = The help has stopped. That goes to the systems of the municipality too.
notice-erased = The data was deleted from Meedoen. Tell the resident.
notice-conflict-erasure = Something came up just now, so not everything can go. See how it stands.
access-did-erase = decided about deleting data

## What the resident reads

# date: a day
erasure-decided-everything = On { $date } we deleted everything.
erasure-decided-part = On { $date } we deleted what could go. That is: what you did not send, your calculations and your own small steps. The calendar link and old invitations of helpers are gone too. We still have to keep the rest.
erasure-decided-nothing = On { $date } we looked at your request. We deleted nothing.
erasure-disagree = Do you not agree? Call us. You can also go to the Dutch Data Protection Authority.

## The retention, for the application manager

manage-retention = How long everything stays
manage-retention-text = It counts from the last time that something happened. First the resident reads that something will be deleted. After that there is time to keep it. Every hour the portal looks what is due.
manage-retention-today = What is due now
manage-retention-what = What
manage-retention-term = How long
manage-retention-told = Reads today that it will go
manage-retention-waiting = Has read that, can still keep it
manage-retention-deleted = Goes today
# years: a number
manage-years = { $years ->
    [one] 1 year
   *[other] { $years } years
 }
manage-days = { $days } days
manage-kept-for-good = For good
manage-kept-draft = Answers that were not sent (residents)
manage-kept-calculations = Calculations (residents)
manage-kept-file = The file, when all is done (residents)
manage-kept-log = Who looked at the data (lines)
