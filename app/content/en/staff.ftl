# Texts for staff in English: caseworkers (consulenten), coordinators and application managers.

## The worklist

work-title = Worklist
work-which = Which residents
work-urgent =
    { $n ->
        [one] 1 urgent
       *[other] { $n } urgent
    }
work-caption =
    { $n ->
        [one] 1 resident
       *[other] { $n } residents, urgent first
    }
work-show-team = My team
work-show-mine = Mine
work-show-unassigned = Not assigned
work-show-waiting = Waiting for the resident
work-show-invited = Invited
work-show-concluded = Concluded
work-find = Search by name or reference
work-find-go = Search
work-find-stop = Back to the list
work-empty-found = Nobody has this name or reference.
work-empty-team = Nothing is open for your team.
work-empty-mine = Nothing is open in your name.
work-empty-unassigned = Everything is assigned.
work-empty-waiting = Nobody has a question to answer now.
work-empty-invited = Everyone who was invited has sent something.
work-empty-concluded = Nothing is concluded yet.
work-resident = Resident
work-signal = Signal
work-status = Status
work-days = Days open
work-due = Act by
work-group = Group
work-team = Team
work-who = Who
work-me = Me
work-nobody = Nobody
work-late = Late
work-version = version { $n }
state-invited = Invited
state-new = To read
state-in-review = In review
state-waiting = Waiting for the resident
state-concluded = Concluded
signal-direct = Urgent: contact today
signal-week = Call this week
# n: open small requests
signal-requests =
    { $n ->
        [one] 1 request
       *[other] { $n } requests
    }
signal-objections =
    { $n ->
        [one] 1 report
       *[other] { $n } reports
    }
pager-label = Pages
pager-before = Previous
pager-next = Next
pager-info = { $from } to { $to } of { $all }

## One resident: reading

review-title = Answers of a resident
to-review = To the resident
review-nothing = This resident has not sent anything yet.
# at: a moment in words
review-sent = sent { $at }
review-due = reply by { $date }
review-spoken = Spoke to them
review-no-answer = No answer
review-undo = Open again
review-no-phone = No telephone number known
# name: who spoke with the resident; at: a moment
review-settled = { $name } spoke to the resident on { $at }
review-closed = Closed on { $at }
review-signal-text = This signal comes from the answers that were sent.
review-none = Nothing filled in
review-important = What matters most
review-strengths = Strong points
review-wishes = Wishes
review-topics-note = The explanations are written for the resident, who reads them too.
review-topics = Topics for the conversation
# id: the number of the rule, such as R7
topic-rule = rule { $id }
topic-kind-signal = Urgent
topic-kind-first = First
topic-kind-advice = Advice
topic-kind-condition = Condition
topic-kind-task = Task
topic-kind-request = Request
review-difference = What has changed
review-changes =
    { $n ->
        [one] 1 difference from the previous version
       *[other] { $n } differences from the previous version
    }
review-was = Last time: { $answer }
review-not-asked = Not asked any more
review-picture = How the resident sees it
review-calculations = Calculations that the resident shows
review-answers = Answers
review-counts = { $skipped } skipped, { $open } not filled in yet. That says nothing about motivation.
review-domain-sum = { $given } of { $all } filled in
answer-skipped-staff = Skipped
review-print = Print version { $n }
copy-title-staff = Answers of the resident
language-nl = Dutch
language-en = English
language-ar = Arabic
language-uk = Ukrainian
language-ti = Tigrinya
language-tr = Turkish
language-pl = Polish

## One resident: what a caseworker does

review-actions = What you can do
review-resident = The resident
review-choose = Choose …
# team: the name of a team, or review-no-team
review-yours = This is in your name. Team: { $team }.
review-theirs = This is in the name of { $name }. Team: { $team }.
review-nobodys = This is in nobody's name yet. Team: { $team }.
review-no-team = none yet
review-team = Team { $team }
review-take = I take this
review-take-first = Take this first.
review-waits = The resident must answer first. You can also withdraw the question.
review-hand-over = Hand over
review-to-whom = To whom?
review-ask = Question about answers
review-asked = { $name } asked this on { $date }.
review-withdraw = Withdraw the question
review-pick = Choose the questions
review-group = Group
review-group-which = Which group fits now?
group-staff-1 = 1: works already or can work now
group-staff-2 = 2: within two years
group-staff-3 = 3: no paid work now, but taking part
review-group-reason = Why? The resident reads this
review-group-button = Keep the group
review-group-set = Group { $n }, chosen by { $name } on { $date }.
review-group-replied = The resident answered on { $date }.
review-conclude = Conclude
review-conclude-text = After that the resident is listed under Concluded. If the resident sends something new, everything comes back on the list.
review-reopen = Open again
review-reopen-text = After that the resident is on the list again.
review-notes =
    { $n ->
        [0] Notes
        [one] Notes: 1
       *[other] Notes: { $n }
    }
review-note-label = Note, for caseworkers only
review-note-button = Keep the note
review-note-by = { $name }, { $at }
review-history = History

## What happened. name: who; detail: a reference, a person, a team, a group or which questions

event-invited = { $name } invited the resident. { $detail }
event-sent = { $name } sent { $detail }
event-request-sent = { $name } sent the request { $detail }
event-request-settled = { $name } had contact with the resident. { $detail }
event-request-closed = { $name } closed a request. { $detail }
event-no-answer = { $name } called without an answer. { $detail }
event-settled-undone = { $name } opened a request again. { $detail }
event-taken = { $name } took this
event-handed-over = { $name } handed this over to { $detail }
event-asked = { $name } asked a question about answers
event-ask-withdrawn = { $name } withdrew the question
event-group-set = { $name } chose group { $detail }
event-group-reply = { $name } replied about the group
event-concluded = { $name } concluded this
event-reopened = { $name } opened this again
event-calculation-shown = { $name } showed a calculation

## Ask a resident about answers

ask-title = Question about answers
ask-lead = { $name } sees only the questions that you choose.
ask-reason = Why do you ask this? The resident reads this
ask-questions = About which questions?
ask-count =
    { $n ->
        [one] 1 question
       *[other] { $n } questions
    }
ask-message = Your message to the resident
ask-message-help = Write briefly and kindly. Do not mention an illness or an amount.
ask-send = Send the question

## The intake at the desk, by phone or from paper

desk-title = Fill in together
desk-text = You fill in what the resident says. This is separate from what the resident fills in.
desk-how = In which way?
desk-start = Begin with the questions
desk-go-on = Go on with the questions
# channel: one of channel-desk, channel-phone, channel-paper; name: the resident
desk-mark = { $channel }: you fill this in for { $name }.
send-agreement = How did the resident agree?
send-agreement-help = For example: read aloud at the desk, the resident said yes.

## Invite a resident

invite-title = Invite a resident
invite-lead = Fill in everything. Only the phone number is optional.
invite-first-name = First name
invite-last-name = Last name
invite-bsn = BSN (citizen service number)
invite-bsn-help = 9 figures. Needed to recognise the resident at login.
invite-bsn-help-demo = 9 digits. In this demo every number begins with 9999, such as 999990421.
invite-phone = Phone number (optional)
invite-language = Language
invite-route = Which questions?
invite-team = Team
invite-button = Invite
route-whole = All questions
    .help = Six topics
route-short = Short questions
    .help = No questions about paid work, hours or diplomas

## The coordinator divides the work

divide-title = Divide
divide-load = How much does everyone have?
divide-person = Caseworker
divide-open = Open
divide-late = Late
divide-all = Everything open
divide-empty = Everything is assigned.
divide-to = To whom?
# name: the resident
divide-to-for = Who reads the answers of { $name }?
divide-give = Give
divide-choose = First choose to whom you give this

## The application manager

manage-title = Management
manage-setup = How the portal is set up
manage-mode = Kind
manage-database = Database
manage-municipality = Municipality
manage-content = Version of the content
manage-languages = Languages
manage-key = Master key in use
manage-version = Version of the portal
manage-counts = Counts
manage-residents = Residents
manage-drafts = Busy, not sent yet
manage-scans = Sent versions
manage-requests = Open requests
manage-sessions = Logged in now

## What just happened

notice-spoken = Kept: you spoke to the resident. The resident sees that too.
notice-no-answer = Kept: no answer. This stays open.
notice-settled-undone = This is open again.
notice-sent-at-desk = Sent. Give the resident the reference above, or print the answers below.
notice-asked = The question was sent. The resident sees it after logging in.
notice-concluded = Concluded. The resident sees that too.
notice-reopened = This is open again.
notice-invited = The resident is invited and can log in. Tell them yourself, by letter or telephone.
notice-taken = This is now in your name.
notice-handed-over = The resident has been handed over.
notice-ask-withdrawn = The question has been withdrawn.
notice-group-set = The group is kept. The resident can read the reason.
notice-note-kept = The note is kept.
notice-conflict-review = Someone was ahead of you. See how it stands now.
notice-conflict-caseworker = Someone else has just taken this or handed it over. See how it stands now.
notice-conflict-ask = This question has just been asked, answered or withdrawn. See how it stands now.

## What is wrong, and what to do

problem-bsn = A BSN has 9 digits. Check every digit
problem-not-agreed = Fill in how the resident agreed. Then you can send
problem-empty-reason = Choose why you ask this
problem-empty-questions = Choose which questions
problem-empty-message = Write your message to the resident
problem-empty-group = Choose a group
problem-empty-group-reason = Write why. The resident reads this
problem-empty-note = Write the note first
problem-empty-route = Choose which questions the resident gets
problem-empty-first-name = Fill in the first name
problem-empty-last-name = Fill in the last name
problem-empty-to = Choose to whom you hand this over

## What goes to the systems of the municipality

review-cases = In the systems of the municipality
queue-title = To the systems of the municipality
queue-text = What residents and staff do goes to the case system by itself. Is something stopped? Then you have to do something: see the list below.
queue-waiting = On its way, goes by itself
queue-oldest = Oldest since
queue-stopped = Stopped, look at it
queue-alerts = Alerts that are still open
queue-empty = Nothing stands in the way.
queue-case = Case
queue-no-case = Without a case
queue-state = How it stands
queue-waits = Since
queue-try = Try again
queue-try-removed = Go on without this case
queue-try-seen = Seen
queue-try-all = Try everything again
queue-submission = Self-scan
queue-correction = New version
queue-contact = Message to the resident
queue-agreement = Signed agreement
queue-mandate = Mandate of a helper
queue-milestone = Step in the journey
queue-code-permission-denied = The portal lacks rights. Ask the administrator of the case system.
queue-code-authentication-failed = The key of the portal is not right there. Ask the administrator of the case system.
queue-code-jwt-expired = The clocks of the portal and the case system differ.
queue-code-connect = The system cannot be reached.
queue-code-time-out = The system answers too late.
queue-code-not-ours = Something with this number is there already. The administrator of the case system says what stays.
queue-code-no-bsn = No BSN of this resident is known.
queue-code-catalogue = Something is missing in the catalogue. The command portal backend check says what.
queue-since = on its way since { $at }
# steps: names of steps
queue-done = Done: { $steps }.
# step: the name of a step; code: a code; n: a number; at: a moment; left: how many messages did not arrive
queue-why-waiting = { $step }: { $code }. { $n ->
    [0] Again
   *[other] Attempt { $n } failed. Again
} on { $at }.
queue-why-stopped = Stopped at { $step }: { $code }.
queue-why-removed = This case is no longer in the case system. { $left ->
    [0] Everything had arrived.
    [one] One message did not arrive. Go on without this case: then it goes to another case, or a new one. A message to the resident lapses when no case is left.
   *[other] { $left } messages did not arrive. Go on without this case: then they go to another case, or a new one. Messages to the resident lapse when no case is left.
}
# api: the name of an API; code: a code; at: a moment
queue-circuit = { $api } does not answer well ({ $code }). We try again on { $at }.
notice-trying-again = We are trying again.
step-case = case
step-document = document
step-relation = document in the case
step-initiator = resident in the case
step-object = object
step-case-object = object in the case
step-status = status
step-change = state of the object
step-contact = message
step-record = object
step-record-link = object in the case
step-agreed = status of the agreement

## Promises of the municipality

promises-title = Our promises
promises-show-mine = Of my residents
promises-show-team = Of my team
promises-late =
    { $n ->
        [one] 1 late
       *[other] { $n } late
    }
promises-caption =
    { $n ->
        [one] 1 promise
       *[other] { $n } promises, late ones on top
    }
promises-none = No promises are open.
promises-what = What we do
promises-goal = For which goal
promises-by = By
promises-not-done = Not done, says the resident
promises-waits = Who waits for whom
promises-waits-none = Nobody waits for anybody.
task-not-done = The resident says that the municipality has not done something.
task-cannot = Something cannot be done. Ask what is needed.
task-answer = Waits for you: answer the proposal or the answers.
task-silent = No answer. The time to think was until { $date }. Make contact.
task-could-not = Cannot answer now. Talk about it at the next contact.
task-look-back = It is time to look back together.
task-thinking = The resident thinks until { $date }.
promises-schemes = Which schemes help
promises-agreed =
    { $n ->
        [one] 1 resident has an agreement.
       *[other] { $n } residents have an agreement.
    }
promises-scheme-used = { $n } times
promises-scheme-unused = used by nobody yet
event-proposed = Proposal for an agreement, version { $detail }
event-answered = Answers to version { $detail } of the agreement
event-agreed = Agreed: version { $detail }
event-proposal-withdrawn = Proposal withdrawn: version { $detail }
event-could-not-answer = Resident could not answer version { $detail }
event-marked = About an agreement: { $detail }
event-looked-back = Looked back on version { $detail }
problem-empty-could-not = Write down why it is not possible now

## The caseload

caseload-title = My residents
caseload-journey = The journey
caseload-never =
    { $n ->
        [one] 1 not spoken to yet
       *[other] { $n } not spoken to yet
    }
caseload-caption =
    { $n ->
        [one] 1 resident
       *[other] { $n } residents
    }
caseload-none = No residents are yours yet.
caseload-order = Order
caseload-by-spoken = Longest not spoken to on top
caseload-by-waits = Who waits for us on top
caseload-spoken = Last spoken to
caseload-not-spoken = Not yet
caseload-yearly = Yearly conversation before { $date }
caseload-yearly-late = Yearly conversation was before { $date }
caseload-waits = Who waits for whom
caseload-waits-both = It is up to both sides
caseload-waits-resident = We wait for the resident
caseload-waits-nobody = Nobody waits
caseload-late = Promise late
spoken-title = You spoke with the resident today
talk-phone = By phone
talk-desk = At the desk
talk-home = At the resident's home
event-spoken = Spoken with the resident

event-appointment-made = Appointment made: { $detail }
event-appointment-cancelled = Appointment cancelled: { $detail }

## Helpers, at the desk

desk-helpers-title = Arrange help
desk-helpers-lead = The resident is with you and chooses. The helper fills in the code on a phone of their own. Then you ask the resident whether this is the right person.
desk-helper-new = New helper
desk-agreement = How did the resident agree?
desk-agreement-help = For example: read aloud, the resident said yes. The resident can read this.
desk-helper-make = Make a code
desk-confirm = { $name } answered. Is this who the resident means?
notice-conflict-yourself = This is your own name. You do not arrange help by yourself. Ask a colleague.
desk-confirm-yes = The resident says yes
desk-confirm-no = The resident says no
objections-title = What the resident reported
objection-about = About { $name }, { $date }
objection-about-you = This is about you. A colleague looks into it.
# date: a day
objection-due = Answer by { $date }
objection-answer = Your answer. The resident reads this.
problem-empty-answer = Write in a sentence what you answer.
objection-settle = This is settled
notice-objection-settled = Settled. The resident sees that.
event-helper-joined = { $name } arranged help at the desk
event-together = The resident filled in together with somebody
event-objected = The resident reported that something is not right
divide-reported-title = Reports about a colleague
divide-reported-text = Somebody else answers the resident. Is there nobody else? Then give the resident to a colleague below.
divide-reported = { $resident }, about { $name }. Answer by { $date }.

## Volunteers

volunteers-title = Volunteers
volunteers-list = All volunteers
volunteers-none = There are no volunteers yet.
volunteers-others = Helpers with an account
volunteers-others-text = Fill in languages and neighbourhood to make somebody a volunteer.
matches-title = Would like a buddy
matches-none = Nobody waits for a buddy.
match-asked = Asked on { $date }
match-nobody = No volunteers to choose from yet.
match-propose = Propose { $name }
match-waits-volunteer = { $name } has been asked and is thinking about it.
match-waits-resident = { $name } said yes. The resident chooses now.
match-withdraw = Withdraw
notice-proposal-withdrawn = The proposal has been withdrawn.
fit-language = Same language
fit-neighbourhood = Same neighbourhood
fit-topic = Topic fits
fit-no-language = Does not speak the language
volunteer-helps = { $n ->
    [0] (helps nobody yet)
   *[other] (helps { $n })
}
pairs-title = Who helps whom
pairs-none = There are no pairs through the municipality yet.
pairs-caption = { $n ->
    [one] 1 pair
   *[other] { $n } pairs
}
pairs-silent = { $n ->
    [one] 1 pair has been silent for too long.
   *[other] { $n } pairs have been silent for too long.
}
couple-volunteer = Volunteer
couple-since = Since
couple-last = Last contact
couple-times = How often
couple-first = No contact yet. Bring these two together.
couple-silent = Silent too long
volunteer-anywhere = Anywhere
volunteer-peer = Knows it from own life
volunteer-trained = { $n ->
    [one] 1 course
   *[other] { $n } courses
}
volunteer-thanked = { $n ->
    [one] thanked once
   *[other] thanked { $n } times
}
volunteer-languages = Languages
volunteer-neighbourhood = Neighbourhood
volunteer-available = When
volunteer-topics = Likes to help with
volunteer-who = Who
volunteer-course = Course
volunteer-day = Day
volunteer-train = Did this course
volunteer-thank = Thanking
volunteer-words = Your words
volunteer-words-help = The volunteer reads this on their own page.
volunteer-thank-button = Send thanks
volunteer-end = Volunteer stops
volunteer-end-text = The volunteer then sees nothing of residents any more, at once.
volunteer-end-button = End
available-weekday = On working days
available-evening = In the evening
available-weekend = In the weekend
notice-volunteer-kept = Kept.
notice-volunteer-thanked = The thanks have been sent.
notice-volunteer-ended = The volunteer has stopped.
notice-volunteer-proposed = The volunteer has been asked. After a yes the resident chooses.
notice-conflict-proposal = This resident no longer asks, or somebody has been proposed already.
notice-conflict-volunteer = This is no volunteer any more.
problem-empty-languages = Choose a language.
problem-empty-course = Choose a course.
problem-empty-words = Write a few words.

feelings-title = How residents find each step
feelings-none = There are too few answers to show yet.
feelings-caption = Last twelve months, counts only
feelings-stage = Step
task-late = We are late with something.
task-contact = The resident waits for contact.
task-looked-back = The resident looked back. Look back too.
task-read = There are answers to read.
task-resident-looks-back = The resident has not looked back yet.
task-asked = The resident got a question about answers.
caseload-waits-municipality = The resident waits for us
signal-direct-late =
    { $n ->
        [one] Urgent: 1 day late
       *[other] Urgent: { $n } days late
    }
signal-answered = Answer on the agreement
feelings-few = fewer than 5
