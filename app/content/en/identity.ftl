# Signing in, and what happens with what the portal knows about a person.

## Signing in at a provider

doors-title = Log in
doors-lead = You log in with DigiD. That way we know for sure that it is you.
door-residents = Log in with DigiD
doors-others = Other ways to log in
door-acting = For somebody else
    .sub = With a DigiD authorisation
door-helpers = As a buddy or volunteer
    .sub = With your own account
door-staff = As an employee
    .sub = With your account of the municipality

## Not signed in: each title, and what to do

not-signed-in-cancelled = Nothing has changed. What you filled in before is still there.
    .title = You stopped logging in
not-signed-in-again = It took too long, or the page was old. Log in once more.
    .title = Logging in did not work
not-signed-in-level = Log in with the DigiD app. Then we know for sure that it is you.
    .title = You need a stronger DigiD
not-signed-in-unknown = You are not in Meedoen yet. Do you think this is wrong? Call us.
    .title = We do not know you here yet
not-signed-in-service = Your authorisation is for something else. Ask for one for Meedoen.
    .title = This authorisation is not valid here
not-signed-in-no-access = Your account is fine, but you have no access. Ask your administrator for access.
    .title = You have no access
not-signed-in-failed = This is not your fault. Try again in a few minutes. What you filled in before is still there.
    .title = Logging in does not work right now

## Acting for somebody (machtiging)

acting-label = Authorisation
# name: the first name of the resident
acting-bar = You are doing this for { $name }.
# A link that is seen only when the browser does not go on by itself
sign-out-elsewhere = Go on logging out

signed-out-kept = We keep what you just filled in for 15 minutes. Log in now. Then you go on where you were.

## Still there?

idle-title = Are you still there?
idle-text = In 2 minutes we will log you out. That is safer. What was kept stays kept.
idle-stay = Yes, I will go on

## Who looked

access-title = Who looked at your data
access-lead = Each time somebody opens your data, we write it down.
access-nobody = Nobody of the municipality has looked at your data yet.
# days: on how many days
access-own = { $days ->
    [one] You were here yourself on 1 day.
   *[other] You were here yourself on { $days } days.
}
access-wrong = Is something not right? Call us. We will find out together.
access-somebody = Somebody who does not work here any more
# name and team of a caseworker
access-caseworker = { $name }, team { $team }
access-did-read = read what you sent
    .desk = read what the resident sent
access-did-review = worked on your answers
    .desk = worked on the answers
access-did-divide = gave your answers to a colleague
    .desk = gave the answers to a colleague
access-did-desk = filled in the questions with you
    .desk = filled in the questions with the resident
access-did-sign-in = logged in for you
    .desk = logged in for the resident
access-did-for-you = did something for you
    .desk = did something for the resident
access-did-reason = wanted to see your answers
    .desk = wanted to see the answers
access-did-other = opened your data
    .desk = opened the data
# followed by what the caseworker wrote
access-reason = Why:

## A caseworker looks at a colleague's resident

look-why-title = This is a colleague's resident
look-why-lead = Write down why you want to look. The resident can read this.
look-why-label = Why do you want to look?
look-why-empty = Write in a few words why
look-why-go-on = Go on

## Everything that is held

held-title = What we keep about you
held-lead = This is everything that we keep of you in Meedoen.
held-pdf = Download everything
held-pdf-sub = As a document (PDF)
held-json = Download everything as data
held-json-sub = For another program (JSON)
held-correct = Is something not right?
held-correct-sub = Change it yourself, or call us
held-what = Everything in a list
held-profile = Who you are
held-draft = What you did not send yet
held-sent = What you sent
held-letters = Questions and answers
held-agreements = Your agreements with the municipality
held-appointments = When you meet
held-calculations = Your calculations
held-events = What happened
held-notes = Notes of the municipality
held-nothing = Nothing
held-called = What we call you
held-phone = Telephone number
held-email = E-mail address
held-language = The language that you read
held-cancelled = Cancelled
# date: a day; minutes: a number; way: how
held-contact-with =
    { $minutes ->
        [one] On { $date }: 1 minute, { $way }
       *[other] On { $date }: { $minutes } minutes, { $way }
    }
held-bsn = BSN
held-bsn-sealed = Kept under lock
held-asked = Question about your answers
held-group = Your group
held-notes-count = How many. Do you want to know what they say? Ask us
held-delete = Delete
held-delete-draft-text = What you did not send you can delete yourself. It happens at once. It does not come back.
held-delete-draft = Delete what I did not send
# months: how long
held-stays = The municipality uses what you sent for your benefit. The law says that it must keep that for a time. In Meedoen it stays { $months } months after the last contact. Then we delete it.
held-erasure-sub = We look at what can go
request-erasure = Delete my data
    .text = We look at what can go. What the law lets us keep, stays. Within a month you hear what we do, and why.
    .button = Ask for this
    .sent = You hear from us { $by }
    .staff = Wants data to be deleted
    .asked = You asked: delete my data

## Deleted soon

# date: a day
soon-draft = You filled in questions and did not send them. On { $date } we will delete your answers.
soon-calculations = On { $date } we will delete your calculations.
soon-file = You have not been here for a long time. On { $date } we will delete your data from Meedoen.
soon-keep = Keep it longer
notice-kept-longer = We keep it longer.

## Too often

refused-too-often = You did this too often in a row. Wait a minute and try again.

## Helpers sign in by e-mail, or with a passkey

door-helpers-by-mail = With your e-mail address
by-mail-title = Sign in as a buddy or volunteer
by-mail-lead = Fill in your e-mail address. We send you a code.
by-mail-email = Your e-mail address
by-mail-send = Send me a code
by-mail-kept = We do not keep your e-mail address.
problem-empty-email = Fill in your e-mail address.
problem-too-often = You asked for a code a few times already. Look in your e-mail, or wait { $minutes } minutes.
problem-not-sent = The e-mail does not leave now. Try again in a few minutes.
mail-code-title = Look in your e-mail
mail-code-lead = We sent you a code. Type the code here. The code works for 15 minutes. Did you ask more than once? Then only the newest works.
mail-code = The code in the e-mail
mail-code-none = I got no e-mail
mail-code-none-text = It can take a few minutes. Look in your spam folder too. Is there nothing? Then the address may be wrong.
mail-code-again = Ask for a new code
mail-code-over = This code does not work here
mail-code-over-text = The code may be too old, or used already. Or it was wrong too often. Did you open the link in the e-mail? Then type the code on the page where you were.
mail-code-subject = Your code for Meedoen: { $code }
mail-code-text =
    Hello,

    You want to sign in to Meedoen of { $place }.
    Your code is: { $code }

    Type this code on the page where you were. Or open this link in the same browser:
    { $url }

    The code works for 15 minutes, once. Give the code to nobody. The municipality does not ask for it either.
    Did you not ask for a code? Then you need to do nothing.
welcome-title = Welcome
welcome-lead = What is your name? Whoever gets help from you sees this name. You cannot change the name later.
welcome-name = Your first and last name
passkey-use = Sign in with fingerprint, face or PIN
passkey-make = Set this up on this device
passkey-busy = Look at your device and follow the steps.
passkey-stopped = That did not work. Try again, or sign in with a code by e-mail.
passkey-failed = We do not know this device. Sign in with a code by e-mail.
passkeys-title = Sign in without a code
passkeys-lead = Sign in with your fingerprint, your face or the PIN of your phone. That is quick and safe.
passkeys-fact-device = Your fingerprint or face stays on your device. We never see it.
passkeys-fact-mail = Signing in with a code by e-mail keeps working too.
passkey-no-script = This browser cannot do this. Here you sign in with a code by e-mail.
passkeys-have = Set up
passkeys-none = On no device yet.
passkey-made = Set up on { $date }
passkey-used = Last used on { $date }
passkey-remove = Remove
notice-passkey-made = Done. You can sign in without a code now.
notice-passkey-gone = Removed. On that device you sign in with a code again.
notice-conflict-passkey = That did not work. Try again.
passkeys-again = You signed in some time ago. Sign in again with a code first. Then we are sure that it is you.
passkeys-again-link = Sign in again with a code
notice-conflict-passkey-late = You signed in some time ago. Sign in again with a code first.
passkeys-many = You set this up on many devices already. Remove one first.
