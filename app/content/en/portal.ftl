# Texts of the portal in English: everything that residents, helpers and visitors see around the questions.
# An attribute .desk is what a caseworker reads instead, who fills in with or for a resident.

## On every page

portal-name = Meedoen
# title: the title of the page; stands in the browser's tab when something is wrong with the form
title-faulty = Error: { $title }
skip-to-content = Go to the content
help = Help
sign-in = Log in
sign-in-again = Log in again
sign-out = Log out
back = Back
next = Next
begin = Begin
keep = Keep
to-start = To the start
to-overview = To your overview
to-overview-button = To your overview
stop = Stop and go on later
# a telephone number follows
call-instead = Would you rather call? Call
# Shown before what a resident can name on the phone
reference = Your reference
reference-short = Reference

footer-help = Do you need help?
# CHECK: the hours
footer-hours = We are happy to help you. On working days from 9.00 to 17.00.
# a telephone number follows
footer-call = Call
footer-site = About this site

## Dates

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December
date-day = { $day } { $month }
date-full = { $day } { $month } { $year }
# date: a day in words; time: such as 14:03
date-moment = { $date } at { $time }
# by-date and today stand inside a sentence: "We call you by 24 November"
by-date = by { $date }
today = today

## Where an answer is: kept is not sent

status-kept = Kept at { $time }
status-kept-before = Kept on { $at }
status-earlier = Your answers are kept
    .desk = The answers are kept
    .helping = Kept for { $resident }
status-nothing = Nothing kept yet
status-keeping = Keeping …
status-failed = We cannot keep this now. We will try again soon
status-offline = You have no internet. We keep your answers as soon as there is internet again. Leave this page open
    .helping = You have no internet. We keep the answers as soon as there is internet again. Leave this page open
status-offline-own = You have no internet. Your answers are on this phone. We keep them as soon as there is internet again
status-conflict = Someone has changed this too
status-new = New

answer-skipped = Skipped. That is fine.
answer-open = Not filled in yet
answer-fill-in = Fill in
answer-change = Change
strengths-title = Strong points

## Front page, logging in and out

front-title = Welcome to Meedoen
front-lead = Here you tell us how you are and what you want. After that we make agreements together.
front-open = Without logging in
front-fact-pieces = You fill it in in small pieces. You can always stop
front-fact-yours = The municipality sees nothing before you send
front-fact-phone = Would you rather talk? Call us or come by
signed-out-title = You are not logged in
signed-out-text = Log in to go on. What was kept is still there.
gone-title = You are logged out
gone-text = What was kept is still there. Log in again to go on. You go on at the same question.

## Help

help-title = Contact and help
# CHECK: the hours
help-lead = We are happy to help you. Call us on working days from 9.00 to 17.00.
help-visit = Come by
help-together = Fill it in together
help-together-text = You do not have to do this alone. A member of staff fills in the questions with you. You can do this at the desk or on the phone. You can also choose somebody yourself. Sign in and choose "Who helps me".
# CHECK: with the municipality
help-paper-text = Would you rather use paper? Call us. Then we send you the questions. You do not have to use this site. That changes nothing about your benefit.
help-now-title = Help for you
talk-title = Talk to someone
talk-not-logged = We do not record that you open this page.

## What is not there, and what broke

not-found-title = This page is not here
not-found-text = Maybe the address is not right. Or the page has moved.
broken-title = This does not work now
broken-text = That is our fault. What was kept is still there. Try again later or call us.
broken-number = Then mention this number
refused-title = This did not work
refused-form = Maybe something has just changed. Go back and try again.
refused-cross-site = This came from another site. That is why we did nothing. Begin again.
refused-too-large = It was too much text at once. Go back and make the text shorter.
refused-too-slow = It took too long. Go back and try again.

## Home of a resident

home-title = Your overview
home-greeting = Hello { $name }
home-now = Where things stand
home-next = Your next step
home-asked = A question about your answers
home-asked-text = Your caseworker (consulent) would like to know something. See which answers it is about.
home-go-on = Go on with your questions
# done and all: how many questions; date: when the last answer was kept
home-go-on-text = You have finished { $done } of { $all } questions. Kept on { $date }.
home-change = Go on with your changes
home-change-text = What you sent already stays with the municipality. Do you send again? Then a new version is added.
home-begin = Tell us how you are
home-begin-text = Short questions about six topics. You fill in what you want to tell.
home-sent = Your answers have been sent
home-sent-text = You hear from us by { $date }.
home-sent-late = You should have heard from us by { $date }. We did not manage that. Feel free to call us.
home-sent-concluded = We have read and discussed your answers.
home-nothing = There is nothing for you here now. Do you want to take part? Call us.
home-cue-look = Look
home-cue-go-on = Go on
home-cue-begin = Begin
home-also = Also for you
home-group = Your group
home-group-sub = Your caseworker chose this on { $date }
home-request-sub = You hear from us by { $date }
# n: which version
home-sent-version = Your answers, version { $n }
change-something = I want to change something

## Before the first question

own-phone = Is this your own phone?
own-phone-help = Does the internet stop? Then your own phone keeps your answers for a while.
own-phone-no = No, other people use it too
own-phone-yes = Yes, only I use it
start-fact-skip = You may skip every question
    .desk = The resident may skip every question
    .helping = { $resident } may skip every question
start-fact-kept = We keep what you fill in. You can go on later
start-fact-unseen = The municipality sees nothing before you send
start-helpers = Would you like help? Choose whose

## Overview of the domains

overview-title = Your questions
    .desk = Questions of the resident
    .helping = The questions
overview-lead = Choose where you go on. This has not been sent yet.
    .desk = Choose together where you go on. This is not sent yet.
# where: the name of a domain or of a screen
overview-go-on = Go on with: { $where }
overview-domains = Topics
overview-after = After that
overview-check = Check what you told us
    .desk = Check what the resident told
overview-send = Send to the municipality
overview-send-sub = Not sent yet
progress-done = Done
progress-busy = Busy
progress-faulty = Please look again
progress-todo = Not started yet
# done and all: how many questions of this domain
progress-of = { $done } of { $all } questions
send-short = Send
part-start = Start
part-closing = To finish
discard-title = Throw the answers away
discard-text = Then the answers that were kept are gone. You cannot undo this. What you sent before stays with the municipality.
    .desk = Then the answers that you filled in here are gone. You cannot undo this. What was sent already stays.
discard-button = Throw my answers away
    .desk = Throw these answers away

## One question a screen

# part: the name of a domain or of a part; at and all: which question of how many
place = { $part } · question { $at } of { $all }
why = Why do we ask this?
skip = I skip this question
    .desk = The resident skips this question
    .helping = { $resident } skips this question
talk-now = I want to talk to someone now
exit = Stop and close
exit-label = Leave quickly
or = or
other-what = What else?
your-answer = Your answer
    .helping = The answer of { $resident }
less = Less
more = More
# n: how many characters still fit; max: how many fit in all
text-left = { $n } of { $max } characters left
# an example answer follows
for-example = For example
question-many = You may choose more than one answer.
question-skipped = This question is skipped. That is fine.
question-filled-by = Filled in by { $name }

# at and all: which domain of how many
opening-place = Topic { $at } of { $all }
opening-questions =
    { $n ->
        [one] About 1 short question
       *[other] About { $n } short questions
    }
opening-kept = We keep everything. The municipality sees nothing yet
    .desk = We keep everything. It is not sent yet
opening-skip = I do not want to talk about this now
    .desk = The resident does not want to talk about this now
    .helping = { $resident } does not want to talk about this
opening-skipped = This topic is skipped. That is fine.
opening-take-up = Fill it in after all

elsewhere-title = This question is not needed any more
elsewhere-text = Because of another answer we do not ask this now. What was filled in is still kept.

conflict-title = Someone has changed this answer too. Which answer is right?
# at: a moment in words, such as 21 November at 14:03
conflict-you = You chose this on { $at }
conflict-other = { $name } chose this on { $at }
conflict-resident = The resident chose this on { $at }
conflict-choose = This is right

## Proposals for both sides

proposals-lead = These proposals come from your answers. Tick what you want to talk about. Nothing has been agreed yet.
    .desk = These are proposals from the answers. Tick what the resident wants to talk about. Nothing is agreed yet.
proposals-none = There is no proposal from your answers yet. You can add one yourself.
    .desk = There is no proposal from the answers yet. You can add one yourself.
proposals-we = What the municipality does
proposals-me = What I do
    .desk = What the resident does
proposals-own = Added by you
proposals-edit = Change the text
proposals-add = Add something yourself
proposals-add-municipality = What else must the municipality do?
proposals-add-resident = What else do you want to do?
    .desk = What more does the resident want to do?
proposals-add-button = Add
# The answer in a list
proposals-chosen =
    { $n ->
        [0] No proposal chosen
        [one] 1 proposal chosen
       *[other] { $n } proposals chosen
    }

## Check your answers

check-title = This is what you told us
    .desk = This is what the resident told
    .helping = The answers of { $resident }
check-lead = See if it is right. You can still change everything.
    .desk = Read it together. You can still change everything.
check-lead-asked = These are the answers that a question was about. See if they are right now.
check-domain-skipped = This topic is skipped. That is fine.
check-domain-take-up = Fill it in after all
check-next = This is right, go on

## Not sent yet

send-title = Not sent yet
# n: the number of working days the municipality promises
send-lead = Your caseworker (consulent) sees your answers only after you press the button. After that you hear from us within { $n } working days.
    .desk = Send this only after the resident has agreed. After that the resident hears from us within { $n } working days.
send-fact-filled =
    { $n ->
        [one] 1 topic filled in
       *[other] { $n } topics filled in
    }
send-fact-skipped =
    { $n ->
        [one] 1 topic skipped. That is fine
       *[other] { $n } topics skipped. That is fine
    }
send-fact-together = Do you want to fill this in together with someone? Call us
# n: how many questions the caseworker asked about
send-fact-asked =
    { $n ->
        [one] This is your answer to 1 question
       *[other] These are your answers to { $n } questions
    }
send-fact-not-shared = A buddy (maatje) sees none of your answers
    .desk = A buddy sees nothing of these answers
# domains: names of domains
send-fact-shared = A buddy (maatje) sees only: { $domains }
send-obstacles = Look at these answers first
send-button = Send to the municipality
send-check-first = Check it first

## After sending

sent-title = You have sent your answers
# date: a day with its year; time: such as 14:03
sent-at = On { $date } at { $time }.
sent-next = What happens now?
# n: the newer version
sent-replaced = Version { $n } has taken its place
sent-concluded = This has happened
sent-step-reading = This is next
sent-step-1 = You have sent this
sent-step-2 = Your caseworker (consulent) reads your answers
sent-step-before = By { $date }
sent-step-3 = Your caseworker contacts you
sent-step-hear = You hear about it by { $date }
sent-step-4 = We make agreements together
sent-step-talk = When we talk
sent-copy = Save or print

## The printable copy

copy-title = Your answers
copy-sent = Sent
copy-name = Name
copy-channel = Filled in
copy-agreement = Agreement
copy-hint = Press Share or Print on your phone or computer. You can also save it as a PDF.
copy-important = What matters most now?
copy-shared = What a buddy (maatje) may see
copy-not-shared = Nothing
copy-proposals = Proposals to talk about. Nothing has been agreed yet.
# How it was filled in: beside a copy, in lists and before a colon
channel-own = Filled in by the resident
channel-helped = Filled in with help of a helper ({ $domains })
channel-desk = At the desk
channel-phone = On the phone
channel-paper = From paper

## On the way to the systems of the municipality

arrival-on-the-way = On its way to the municipality.
# at: a moment in words
arrival-arrived = Arrived at the municipality on { $at }.
# status: the words of the case system
arrival-status = How it stands: { $status }.
arrival-closed = Finished on { $date }: { $status }.
paper-download = Download as PDF

## The document of what was sent (PDF). Dutch and the resident's own language stand beside each other

paper-title = Self-scan of the resident
paper-version = Version
# page and pages: numbers
paper-page = Page { $page } of { $pages }
paper-resident = What the resident does
paper-picture = How the resident sees it
paper-domain = Subject
paper-how = How is it going?

## The picture of the six domains

picture-heading = This is how you see it
picture-lead = Six topics, from very bad to very good. Below the picture is the same as a list.
picture-title = How things are on six topics
picture-desc = A figure with six lines, from 1 to 5. The list below it says the same.
picture-note = This is how you see it yourself. It is not a report and not a mark from the municipality.
# date: a day with its year
picture-now = This time ({ $date })
picture-before = Last time ({ $date })
picture-of-five = ({ $n } of 5)
# value: the word on the scale, such as bad
picture-was = Last time: { $value }

## Stopping and going on later

stopped-title = Your answers are kept
    .desk = The answers are kept
    .helping = Kept for { $resident }
stopped-text = They have not been sent yet. You can go on later, also on another device. You begin at the same question.
    .desk = They are not sent yet. You can go on together later. You find them with the resident.
    .helping = It has not been sent yet. You can go on later. You then begin at the same question.
stopped-go-on = Go on after all

## A question about the answers

# name: the caseworker
asked-title = { $name } has a question about your answers
asked-from = your caseworker (consulent), { $date }
asked-questions = It is about these questions
# answer: what the resident answered
asked-you-said = You said: { $answer }
# A quotation follows
asked-by = { $name } asked:
asked-start = Look at the first question
asked-call = I would rather call
# Why the caseworker asks: the caseworker chooses it, the resident reads it
ask-reason-unclear = I do not understand an answer well yet.
ask-reason-missing = An answer is still missing.
ask-reason-changed = Maybe something has changed.
ask-reason-other = I would like to know something more.

## The group

group-1 = Group 1. You work already or you can work now. We help you find work soon, or more hours.
group-2 = Group 2. Working is not possible yet. We help you to work within two years.
group-3 = Group 3. Paid work does not suit you now. We look together at what you do want to do.
group-can-change = The group can always change. You may say what you think of it.
group-reply = What do you think of this?
group-send-reply = Send
group-your-reply = What you said
group-replied = You sent this on { $date }.

## Small requests, each sent by its own tap

# by: today, or by with a date. The days in .text are those of the request: same day, 3, 5 and 10 working days
request-urgent = Call me, it cannot wait
    .text = We call you on the same working day. Do you send this at the weekend? Then we call on the first working day.
    .button = Call me about this
    .sent = We call you { $by }
    .staff = Call about something that cannot wait
    .asked = You asked: call me, it cannot wait
request-call-this-week = Call me about this
    .text = We call you within 3 working days.
    .button = Call me about this
    .sent = We call you { $by }
    .staff = Call the resident
    .asked = You asked: call me
request-appointment = I want a conversation
    .text = We make an appointment with you. It can be at the desk or on the phone. You hear from us within 5 working days.
    .button = Ask for a conversation
    .sent = You hear from us { $by }
    .staff = Wants a conversation
    .asked = You asked for a talk
request-buddy = I want to meet a buddy (maatje)
    .text = A buddy is a volunteer who thinks along with you. You meet each other first. Then you decide. You hear from us within 10 working days.
    .button = Ask for a buddy
    .sent = You hear from us { $by }
    .staff = Wants to meet a buddy (maatje)
    .asked = You asked for a buddy
request-phone = Your phone number
request-phone-optional = Your phone number (optional)
request-only-this = We do not know this yet. If you press the button, we only get this answer and your number. The rest stays with you.
request-only-phone = Then we get only this request and your number. Your answers do not go along.
help-at-desk = Read this together with the resident. Call together if that is needed.
calculator-sub = Calculate what you keep. We keep it only if you want that.
calculator-come-back = This opens another page. Your questions stay kept. Go back afterwards to go on.
request-go-on = Go on with the questions
request-sent = Sent
request-sent-at = You sent this on { $at }.
# a telephone number follows
request-sent-phone = We call you on
request-settled = Someone talked to you about this on { $at }.
request-over = Your request is done
request-closed = This was done on { $at }.

## What the resident keeps: profile

profile-title = How we reach you
profile-intro = Fill in what you want. You can always change this.
profile-called = What may we call you? (optional)
# name: the first name
profile-called-help = If you leave this empty, we call you { $name }.
profile-phone = Your phone number (optional)
profile-phone-help = We call only about your questions and appointments.
profile-email = Your e-mail address (optional)
profile-language = Which language do you like to read best?
profile-contact = How do you want to get messages?
profile-address = How do we address you in Dutch?
profile-helps = What helps you?
profile-short-messages = Short messages
profile-small-steps = Small steps
profile-paper = Appointments on paper too
profile-pictures = Pictures beside the text
profile-read-aloud = Reading aloud
profile-companion = Someone beside me in a conversation
profile-quiet-place = A quiet place for a conversation
contact-portal = Only here in Meedoen
contact-sms = With a text message
contact-email = With an e-mail
contact-phone = With a phone call
contact-letter = With a letter
address-as-set = As the municipality does
address-formal = With u (formal)
address-informal = With je (informal)

## Home of helpers

helping-title = People you help
helping-none = Nobody has invited you yet.
helping-fact-invite = You see something only after a resident invites you
helping-fact-see = You see only what the resident shares with you
helping-fact-send = You cannot send anything. The resident does that

## What just happened

notice-profile-kept = Your details are kept.
notice-reply-sent = Your answer has been sent.
# what the person typed follows
notice-you-typed = You typed this:
notice-conflict-draft = These questions have already been sent or thrown away. That happened in another place.
notice-conflict-answer = Someone has changed an answer too. See which answer is right.
notice-conflict-profile = Your details have just been changed in another place. See what is right and keep them again.
notice-conflict-reply = You have already answered this. Below is what you said.
notice-conflict-exists = This has just been done. See how things stand now.

## What is wrong, and what to do

problem-title = Please look at your answer again
    .desk = Please look at this answer again
    .helping = Please look at this answer again
# what: the question or the label of the field
problem-empty = Fill this in: { $what }
problem-empty-choices = Choose an answer. Or skip the question
problem-empty-text = Fill in an answer. Or skip the question
problem-empty-number = Fill in a number. Or skip the question
problem-empty-reply = First write what you want to say
problem-empty-answers = Look at your answers first
problem-too-many =
    { $max ->
        [one] Choose no more than 1 answer
       *[other] Choose no more than { $max } answers
    }
problem-stands-alone = These answers do not go together. Take one away
problem-unknown-choice = This answer is not in the list. Choose again
problem-not-a-number = Use only figures, for example 12
problem-too-low = The lowest number is { $min }. Fill in a higher number
problem-too-high = The highest number is { $max }. Fill in a lower number
problem-too-long = The text is too long. Use no more than { $max } characters
problem-phone = A phone number has 10 figures, for example 06 12 34 56 78
problem-email = An e-mail address has an @, for example name@example.nl
problem-phone-needed = Fill in a phone number. Then we can call you
problem-email-needed = Fill in an e-mail address. Then we can e-mail you

## Calculations that a resident kept

# n: how many
home-calculations =
    { $n ->
        [one] You kept 1 calculation
       *[other] You kept { $n } calculations
    }
calculations-title = Your calculations
calculations-lead = This is what you kept. A calculation that you kept does not change any more.
calculations-none = You have not kept a calculation yet.
calculations-new = Make a calculation
calculations-shown = Your caseworker sees this calculation
calculations-hidden = Only you see this calculation
calculations-show = Show it to my caseworker
calculations-hide = Do not show it any more
calculations-open = Go on with this one
calculations-discard = Throw away
calculations-discard-text = Then this calculation is gone. You cannot undo this.
calculations-discard-button = Throw this calculation away
# now and plan: hours a week; amount: an amount a month
calculation-more = From { $now } to { $plan } hours: { $amount } a month more
calculation-less = From { $now } to { $plan } hours: { $amount } a month less
calculation-same = From { $now } to { $plan } hours: nothing changes
calculation-saved = Kept on { $date }
calculation-amounts = See the amounts
calculation-caption = What is left each month
calculation-now = Now
calculation-plan = Then
calculation-hours = { $n } hours
calculation-left = Is left
# date: the day it is about; rules: a number
calculation-rules = Calculated for { $date }. Version of the rules: { $rules }. This is an estimate, not a decision.
calculation-keep = Keep this calculation
calculation-keep-text = Then you find it again in your overview.
calculation-keep-show = Show this calculation to my caseworker
calculation-begin = Begin with my answers
calculation-begin-text = You told us something in your questions. We fill that in. You can still change everything.
notice-calculation-saved = Your calculation is kept.
notice-calculation-shown = Your caseworker sees this calculation now.
notice-calculation-hidden = Your caseworker does not see this calculation any more.
notice-calculation-discarded = The calculation is gone.
notice-conflict-calculations = You have kept 20 calculations already. Throw one away first.

## Amounts of the calculator

parameters-title = Amounts that we calculate with
parameters-lead = These are the amounts and percentages of the law. The calculator uses these amounts.
parameters-date = On which day?
parameters-date-help = Write the day like this: 1-7-2026 (day, month, year)
parameters-before = Compare with
parameters-before-help = An earlier day, or nothing
parameters-show = Show the amounts
# typed: the first letters of what was typed
parameters-day-wrong = "{ $typed }" is not a day. Write the day like this: 1-7-2026 (day, month, year)
parameters-before-late = Choose a day before { $date }
parameters-on = Amounts on { $date }
parameters-count = { $n } amounts hold on this day.
parameters-newest = The newest amount that we know holds from { $date }.
# date: a day with its year; a link to the amounts of that day follows
parameters-projection = Not all amounts for this day are known yet. The calculator then uses the amounts of { $date }.
parameters-none = No amounts on { $date }
parameters-none-text = We cannot calculate for this day. There are only amounts from { $from } to { $to }.
parameters-what-changed = What changed?
parameters-from-to = From { $before } to { $after }
parameters-changed = Changed from { $before } to { $after }
parameters-changed-count =
    { $n ->
        [0] No amount changed or is new.
        [one] 1 amount changed or is new.
       *[other] { $n } amounts changed or are new.
    }
# date: the later day
parameters-ended =
    { $n ->
        [one] 1 amount no longer holds on { $date }, or is not known yet
       *[other] { $n } amounts no longer hold on { $date }, or are not known yet
    }
parameters-groups = Topics
# n: how many amounts a subject has
parameters-n = ({ $n })
parameters-subject-norms = Amount of the benefit
parameters-subject-disregards = Earning beside the benefit (vrijlating)
parameters-subject-minimum-wage = Minimum wage
parameters-subject-wage-tax = Tax on wages and benefit
parameters-subject-tax-credits = Tax credits (heffingskortingen)
parameters-subject-holiday-pay = Holiday pay on wages
parameters-subject-healthcare = Healthcare allowance (zorgtoeslag)
parameters-subject-rent = Rent allowance (huurtoeslag)
parameters-subject-children = Child budget and child benefit (kindgebonden budget, kinderbijslag)
parameters-subject-childcare = Childcare allowance (kinderopvangtoeslag)
parameters-subject-assets = Savings and possessions
parameters-subject-local = Schemes of municipalities
parameters-name = What
parameters-value = Amount
parameters-law = Law or rule
parameters-from = Holds from
parameters-confidence = How certain
parameters-source = Source
parameters-was = Was
parameters-is = Becomes
parameters-no-value = Unknown
parameters-no-amount = No amount
parameters-confidence-verified-primary = Certain
    .text = This is in the law or in an official table.
parameters-confidence-verified-secondary = Second hand
    .text = This is on another site or in another document, which names the official amount.
parameters-confidence-derived = Calculated
    .text = We calculated this ourselves. The same rule gives other official amounts exactly.
parameters-confidence-projected = For now
    .text = This is an old amount. The new amount is not known yet.
parameters-confidence-unchecked = Not checked
    .text = This is generally known. We did not check it.
parameters-confidence-unknown = Unknown
    .text = We did not find this. The calculator does not use it.

# How numbers are written, and n with its unit: an amount, a percentage or a number
digits-group = ,
digits-decimal = .
unit-pct = { $n }
unit-pct-of-adult-hourly-rate = { $n } of the hourly wage from 21 years
unit-pct-of-bijstand = { $n } of the benefit
unit-pct-of-bijstandsnorm-3-years = { $n } of the benefit norm, for 3 years
unit-pct-of-gross-wage = { $n } of the gross wage
unit-pct-of-norm = { $n } of the norm
unit-pct-wettelijk-sociaal-minimum = { $n } of the social minimum
unit-eur = { $n }
unit-eur-12-months = { $n } per 12 months
unit-eur-calendar-year = { $n } per calendar year
unit-eur-hour = { $n } per hour
unit-eur-month = { $n } per month
unit-eur-month-incl-5pct-holiday-allowance = { $n } per month, with 5% holiday pay
unit-eur-net-month = { $n } net per month
unit-eur-quarter = { $n } per quarter
unit-eur-year = { $n } per year
unit-hours-month = { $n } hours per month
unit-months = { $n } months
unit-none = { $n }
unit-see-name = { $n }
unit-years = { $n } years

## The demo: invented people

demo-label = Trial version
demo-bar = All people here are invented.
demo-title = Choose who you are
demo-text = This is a trial version with invented people. In real life you log in with DigiD.
demo-residents = Residents
demo-helpers = Helpers
demo-staff = Staff
demo-person-samira = Single mother. Has not started the questions yet
demo-person-henk = Busy with the questions
demo-person-yonas = Reads English. Got a question about the answers
demo-person-ria = Got the short questions. Her group is known
demo-person-fatma = Buddy (maatje)
demo-person-joop = Volunteer
demo-person-marieke = Caseworker (consulent), team Poort
demo-person-daan = Caseworker (consulent), team Werk & Participatie
demo-person-ilse = Caseworker (consulent), team Inkomen
demo-person-petra = Coordinator
demo-person-koen = Application manager
demo-person-invited = Just invited

## Privacy. CHECK: every line, with the privacy officer of the municipality

privacy-title = Privacy
    .lead = Here you read what we keep, why, and who sees it.
privacy-1 = What we keep
    .text = We keep your name, your BSN (citizen service number) and your details. We also keep the answers that you give. You may skip every question. We do not ask for the name of an illness or medicine.
privacy-2 = Why we keep this
    .text = With your answers we prepare a conversation with you. That is part of the Participation Act (Participatiewet). A computer decides nothing about you. People do, and they talk with you.
privacy-3 = Who sees your answers
    .text = What you have not sent yet is seen by you, and by whom you let help you. A helper sees only what you choose. The municipality hears that you get help and with what. From whom, it knows only if you arrange the help together. After you send it, your caseworker (consulent) and colleagues in the team see your answers. The coordinator divides the work and does not read your answers. They do see your name, how far it is and whether it is urgent. Do you ask for a buddy? Then the coordinator also sees which volunteer fits you. That depends on your language, your neighbourhood and what matters to you. Later they see how often you have contact. Do you ask us to call? Then we get only that answer and your number. Does a member of staff fill in the questions with you? Then that person sees them too.
privacy-4 = How we protect this
    .text = We encrypt your name, your BSN and your answers. Nobody can read them without the key. Do you do nothing for a while? Then we log you out. Your kept answers stay. We use only cookies that are needed. We do not follow you.
privacy-5 = How long we keep this
    .text = Calculations, and answers that you do not send, we delete after a time. What you send we keep longer. How long? Log in and look at "What we keep about you". We tell you first. You then read in Meedoen what we will delete. With one tap you keep it longer. You can throw away answers that you have not sent yet yourself. Other systems of the municipality sometimes keep your data longer.
privacy-6 = What you can do
    .text = You may see your details and have them corrected. You may also ask us to delete them. Call us or ask your caseworker. Do you not agree with us? Send a complaint to the privacy officer of the municipality. You can also complain to the Dutch Data Protection Authority (Autoriteit Persoonsgegevens).

## Accessibility statement. CHECK: a draft, to be confirmed by the municipality

accessibility-title = Accessibility
    .lead = Everyone must be able to use Meedoen. This is a draft of our statement.
accessibility-1 = What we want
    .text = The law asks that a site is easy to use for everyone. The rules are called WCAG 2.1, level AA. We also want to meet WCAG 2.2, level AA.
accessibility-2 = How we test
    .text = A program looks for mistakes on every page. We test on a small screen and with large letters. We also test if everything works without a mouse and without scripts.
accessibility-3 = What is not good yet
    .text = Residents have not tested the site yet. People with a screen reader have not done so either. An expert has not looked at the site yet. The site is only in Dutch and English.
accessibility-4 = Does something not work?
    .text = Call us. The number is at the bottom of this page. Tell us which page it is and what does not work. We look for another way with you.
accessibility-5 = Are you not satisfied?
    .text = Then you can send a complaint to the municipality. Does that not help? Then you can go to the National Ombudsman (Nationale ombudsman). This statement is of 21 November 2026.

problem-not-a-date = Fill in the day, the month and the year, for example 3 5 2027
problem-past = This day has passed. Choose a day from today on
problem-to-come = This day has yet to come. Choose today or a day before it
problem-too-long-ago = This day is too long ago. Choose a day of the past year
problem-too-far = This day is too far away. Choose a day within { $years } years
problem-one-sided = Write down what the municipality does as well. An agreement comes from both sides
date-week = { $weekday } { $date }
home-late = The municipality is late with something. See what.
home-answer-text = You can think until { $date }.
home-answer-passed = You could think until { $date }. You can still answer.
home-look-back-text = What helped, and what did not?
weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
