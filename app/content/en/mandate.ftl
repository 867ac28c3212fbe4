# Helpers: who helps me, inviting, joining, helping, looking back.

## Who helps me

helpers-title = Who helps me
helpers-lead = You choose whose help you get. You also choose what that person sees. Only you can send anything.
helpers-now = These people help you
helpers-before = These people helped you
helpers-invite = Ask somebody for help
helper-until = Until { $date }
# name: of the caseworker; date: a day
helper-by-desk = { $name } of the municipality arranged this with you on { $date }.
    .desk = { $name } arranged this on { $date }.
helper-desk-said = How you said yes, according to the caseworker:
    .desk = How the resident said yes:
helper-desk-seen = I have read this
helper-end = Stop the help of { $name }
helper-ended = stopped on { $date }
scope-see = { $name }: read
scope-fill-in = { $name }: read and fill in
part-agreements = My agreements
    .helping = The agreements of { $resident }
part-journey = My steps
    .helping = The steps of { $resident }
part-calculation = My calculations
    .helping = The calculations of { $resident }
helper-sees = { $name } sees: { $domains }.

## Inviting

invite-helper-title = Ask somebody for help
helper-rules = Your helper may help you with these questions. You choose what your helper sees.
helper-rules-send = Your helper cannot send anything. Only you can send.
helper-rules-told = The municipality hears that you get help and with what. Not from whom.
helper-rules-stop = You can always stop. Then your helper sees nothing any more.
scope-title = What may your helper help you with?
scope-help = Choose for each subject.
scope-help-see = With only read your helper does not see everything.
    .desk = With only read the helper does not see everything.
# domains: names of domains
scope-wanted = In the questions you chose what a buddy may see: { $domains }.
scope-no-see = Only read is not possible here. Your helper sees this only to fill it in.
    .desk = Only read is not possible here. The helper sees this only to fill it in.
scope-choose-no = No
scope-choose-see = Yes, only read
scope-choose-fill-in = Yes, read and fill in
scope-parts = May your helper see this too?
helper-days = How long?
helper-days-7 = 7 days
helper-days-30 = 30 days
helper-days-90 = 3 months
helper-days-365 = 1 year
helper-how = How do you ask?
helper-how-code = The helper sits next to me
helper-how-code-sub = You get a code to show. Your helper types it.
helper-how-link = I send a link
helper-how-link-sub = The link is for one person.
helper-make-code = Make a code
helper-make-link = Make a link
helper-name = What is your helper called?
helper-name-help = Then you know who answers.
helper-rather-not = I would rather not
problem-empty-scope = First choose what you want to share.
problem-empty-with = Write with whom you fill in.

code-text = Say this code, or show it.
code-where = Your helper types the code at
code-picture = Code to scan with a phone
code-until = This works until { $at }, and only once.
link-text = Send this link to { $name }. Then you see who answers.
link-label = The link
link-share = Share
link-copy = Copy
link-copied = Copied
code-take-back = Take it back
code-look-again = See if there is an answer

## Saying yes

confirm-title = { $name } wants to help you
confirm-proposal = The municipality proposes { $name }
proposal-speaks = Speaks: { $languages }
proposal-near = Helps in the neighbourhood { $name }
proposal-first = Do you say yes? Then the municipality brings you and { $name } together. Only you give your telephone number
proposal-share = Do you want to share something already? You need not.
confirm-for = You asked { $name }.
confirm-says = This person goes by { $name }.
volunteer-by-mail = signs in with an e-mail address; nobody checked the name
confirm-account-none = This person signs in with an e-mail address. Nobody checked the name.
confirm-same-name = Please note: this person has the same name as you.
    .desk = Please note: this person has the same name as the resident.
confirm-again = This person helps you already. Do you say yes? Then what you share now stops:
    .desk = This person helps the resident already. With a yes, what the resident shares now stops:
confirm-know = Is this who you mean? Your helper promises to tell nobody.
confirm-sees = Your helper will see:
confirm-days = { $n ->
    [one] This lasts 1 day.
   *[other] This lasts { $n } days.
}
confirm-yes = Yes, this is fine
confirm-no = No, rather not
asks-look = Look
asks-confirm = { $n ->
    [one] Somebody wants to help you.
   *[other] { $n } people want to help you.
}
asks-desk = { $n ->
    [one] A caseworker arranged help with you. Read whether it is right.
   *[other] A caseworker arranged help with you { $n } times. Read whether it is right.
}
asks-left = { $n ->
    [one] There is a text of a helper for you.
   *[other] There are { $n } texts of a helper for you.
}
prepared-note = { $n ->
    [one] { $name } filled in 1 answer for you.
   *[other] { $name } filled in { $n } answers for you.
}
prepared-topics = { $n ->
    [one] { $name } changed 1 topic: skip it, or fill it in after all.
   *[other] { $name } changed { $n } topics: skip them, or fill them in after all.
}
prepared-somebody = A helper
prepared-read = Read through and send
send-helped = A helper filled this in
send-helped-text = Read it through. Is it not right? Then change it.
send-helped-skipped = Skipped. Your answers about this do not go along.
send-helped-taken-up = Skipped no more. The questions are open again.

notice-taken-back = You took the code back. It does not work any more.
notice-helper-yes = You have a helper. You can always stop.
    .desk = The resident has a helper. Stopping is always possible.
notice-helper-again = The new choice takes the place of the old one.
notice-helper-no = You said no. This person sees nothing of you.
    .desk = The resident said no. This person sees nothing.
notice-helper-ended = The help has stopped. This person sees nothing of you any more.
    .desk = The help has stopped. This person sees nothing of the resident any more.
notice-conflict-mandate = Nothing was stopped. This help is not there.
notice-conflict-invitation = This is not possible any more. Ask again.
notice-conflict-invitations = You have many open codes already. Take one back first.
notice-conflict-helped = A helper just filled in something. Read it through, then send.

## What a helper still typed when it had ended

left-text = { $name } was still typing when the help stopped ({ $at }). This is what it said:
left-take-over = Use this
left-throw-away = Throw away
notice-left-taken = It is with your answers now.
notice-left-gone = It is gone.

## Together on one phone

together-title = Filling in together
together-text = Is somebody next to you? You fill in together on your own phone. We write down that you did it together.
together-with = With whom do you fill in?
together-begin = We fill in together
together-now = You now fill in together with { $name }.
together-mark = Together with { $name }
together-questions = To the questions
together-end = I go on alone
notice-together = You now fill in together.
notice-together-ended = You now go on alone.
together-was = Together with { $name }, { $date }

## Looking back

access-did-see-intake = looked at answers that you share
    .desk = looked at answers that the resident shares
access-did-see-agreements = looked at your agreements
    .desk = looked at the agreements
access-did-see-journey = looked at your steps
    .desk = looked at the steps
access-did-see-calculation = looked at your calculations
    .desk = looked at the calculations
access-did-help = opened the page to help you
    .desk = opened the page to help
access-did-join = used your code
    .desk = used the code of the resident
access-did-mandate = arranged help, together with you
    .desk = arranged help, together with the resident
access-did-fill-in = filled in something for you about { $name }
    .desk = filled in something about { $name }
filled-in-title = Who filled in something
filled-in-by = { $name }, { $at }
filled-in-of = { $name }: { $n ->
    [one] once
   *[other] { $n } times
}
filled-in-topic = The whole topic
object-link = This is not right
object-title = Say what is not right
object-lead = It is about { $name }. We look into it and call you.
object-named = We then see the name of your helper.
object-words = What is not right? You may leave this empty.
object-send = Send
notice-objected = We look into it. You will hear from us.
objected-title = What was not right
objected-open = About { $name }, { $date }. We look into it.
# date: a day
objected-due = You hear from us by { $date }.
objected-settled = About { $name }, { $date }. This has been settled.
objected-stop = Do you want { $name } to stop now?
objected-answer = Our answer:
held-helpers = Who helps you
held-helper = Helper
held-desk = Help arranged with a caseworker
held-invitation = Asked to help
held-invitation-open = Somebody can still say yes
held-invitation-expired = Nobody said yes
held-invitation-confirmed = The answer was yes
held-invitation-refused = The answer was no
held-invitation-taken-back = Taken back
held-invitation-declined = The helper said no
held-left = Text of a helper
held-together = Filled in together
held-objection = What was not right

## Joining

join-title = Help somebody
join-stranger = Somebody asks you for help. Sign in with your own account first. The link alone shows you nothing.
join-resident = You are signed in as a resident. You cannot help yourself. Do you want to help somebody else? Then sign out and sign in as a helper.
join-staff = You are signed in as staff. Do you help somebody in your own time? Then sign out and sign in as a helper.
join-lead = Fill in the code that you got. Then the other person sees your name and says yes or no.
join-lead-link = Somebody asks you for help. The other person then sees your name and says yes or no.
join-code = The code
join-code-help = 8 letters and digits, such as ABCD-2345. Small letters are fine.
join-name = Your name
join-name-help = So that the other person sees who you are.
join-promise = What you promise
promise-secret = What I read, I tell nobody.
promise-own-words = I fill in nothing that the other person does not say.
promise-yes = I promise this
join-go = Go on
problem-empty-code = Fill in the code.
problem-code = This code does not work. First see whether you typed it right. Perhaps it has been used or is too old. Then ask for a new code.
notice-joined = Done. The other person now sees your name and says yes or no.

## Helping

helping-whom = Whom do you want to help now?
helping-code = I have a code
helping-nobody = You help nobody now.
helping-stopped = The help to { $name } stopped on { $date }.
helping-stopped-left = What you still typed waits for { $name }.
helping-said-no = The other person said no on { $date }.
helping-withdrawn = On { $date } the municipality withdrew a proposal for you.
helping-said-yes = { $name } said yes.
help-stopped-title = This help has stopped
help-stopped-text = You see nothing here any more.
help-stopped-left = What you still typed waits for the person whom you helped.
helping-waits = { $n ->
    [one] You wait for a yes of 1 person.
   *[other] You wait for a yes of { $n } people.
}
helping-label = You help
helping-bar = You help { $name }
helped-title = You help { $name }
helped-first = The municipality brings you and { $name } together.
helped-rule-read = Read the question aloud. Let { $name } choose.
helped-rule-choose = Fill in nothing that { $name } does not say.
helped-begin = Begin with the questions
helped-nothing-yet = { $name } has not filled in anything yet.
helped-sent = { $name } sent the answers on { $date }. Only { $name } changes them.
helped-questions = The questions
helped-answers = All answers
helped-answers-sub = What is shared with you
helped-back = Back
helped-two-answers = There are two answers to this question. The resident chooses which one is right.
    .helping = There are two answers to this question. { $resident } chooses which one is right.
helped-stop = Stop helping
helped-stop-text = You will see nothing of { $name } any more.
helped-stop-button = I stop helping
notice-stopped-helping = You have stopped helping.
check-lead-helping = This is filled in. The resident sends it.
    .helping = This is filled in. { $resident } sends it.
check-partly-helping = You do not see everything here. Some answers are not shared with you.
check-done-helping = Done for now
opening-read-aloud = Read this aloud:
opening-skip-sure = Then the answers about this topic do not go along. Did { $name } say so?
opening-skip-yes = Yes, skip this topic
sharing-later = Choose what a buddy may see later. What your helper sees now stays the same.
helped-agreement-none = There are no agreements to see yet.
helped-agreement-more = There are also agreements that are not shared with you.
helped-calculations-none = There are no calculations yet.
problem-empty-promise = Promise this to go on.
held-contact = Contact with a helper

## A buddy

neighbourhood = In which neighbourhood do you live?
neighbourhood-none = I would rather not say
helper-thank = Say thank you
notice-thanked = Your helper hears that you are glad of the help.
proposal-title = Do you want to help somebody?
proposal-text = The municipality thinks that you can help somebody. Do you say yes? Then that person sees your name and chooses.
proposal-language = Language: { $name }
proposal-yes = Yes, gladly
proposal-no = No, not now
notice-proposal-no = You said no. That is fine.

## Contact: when, how long, how

contact-title = When you spoke
contact-sub = Write down when you had contact
contact-lead = Write down only when, how long and how. Not what it was about.
contact-seen = The municipality only sees how often and when it last was. { $name } can see everything here.
contact-day = Day
contact-day-help = For example 20-11-2026
contact-minutes = How many minutes?
contact-minutes-n = { $n ->
    [one] 1 minute
   *[other] { $n } minutes
}
contact-way = How?
contact-choose = Choose
contact-way-visit = At home
contact-way-outside = Out together
contact-way-phone = By phone
contact-way-online = By messages or video
notice-contact = It has been added.
contact-list = You wrote this down
contact-remove = Take away
notice-contact-gone = It is gone.

## What a volunteer hears back

thanks-title = Thank you
thanks-resident = Somebody who gets help from you said thank you. { $date }
thanks-from = from the municipality, { $date }
training-title = Training
training-done = done on { $date }

## In the history

happened-helper-joined = Help arranged, together with a caseworker
happened-together = You filled in together with somebody
happened-objected = You said that something was not right
