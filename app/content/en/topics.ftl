# Texts of conversation topics and agreement pairs in English. Resident and caseworker read the same text.

## Topics with a rule number

topic-R1 = This cannot wait
    .why = You said that something cannot wait now. We want to speak to you on the same working day.
topic-R2 = We call you this week
    .why = You said that we may call you this week.
# domain: the name of the domain
topic-R3 = Your topic: { $domain }
    .why = You said that you want help with this or want to talk about it.
topic-R4 = Does working pay for you?
    .why = You said that you are afraid of having less money or of paying back.
topic-R5 = At most 2 steps at a time, reminders on, phone calls instead of letters
    .why = You said that you have a lot of stress. Remembering and finishing things does not always go well.
topic-R6 = Language and digital skills
    .why = You said that letters, Dutch or the computer are difficult. We keep that in mind.
topic-R7 = Care at home
    .why = You said that you cannot keep up the care, or that there is no childcare. This comes before work.
topic-R8 = A buddy (maatje) for you
    .why = You said that you may want someone who helps you. We look for a buddy only when you say yes.
topic-R9 = You have not filled in everything. Do you want to do this together?
    .why = You skipped 3 or more topics. That is fine.
topic-R10 = Taking part in your own way
    .why = You said that paid work does not suit you now.

## Other outcomes of answers

topic-T-appointment = A phone call or a conversation
    .why = You said that you would rather have a phone call or a conversation.
topic-T-papers = Having your papers looked at (diplomawaardering)
    .why = You said that you want to know if your papers count here.
topic-T-bills = Bills that come first
    .why = You said that you pay rent, electricity, gas or health insurance late or not at all.
topic-T-repayment = Preventing having to pay back
    .why = You said that you are afraid of having to pay back again.
topic-T-breaks = More breaks
    .why = You said that more breaks make it easier.
topic-T-seated = Work sitting down
    .why = You said that work sitting down is easier for you.
topic-T-short-days = Shorter days
    .why = You said that shorter days make it easier.
topic-T-quiet-place = A quiet place
    .why = You said that a quiet place helps, or that busy places are hard.
topic-T-aid = An aid or tool
    .why = You said that an aid or tool makes it easier.
topic-T-easier = Something else that helps
    .why = You wrote down yourself what makes it easier.
topic-T-care = The help you need
    .why = You said that you want help but do not get it now.
topic-T-energy = What gives you energy
    .why = You said what gives you energy. This is an idea for the agreements.
topic-T-goal = Your goal
    .why = You said that you know what you want to achieve. This can become a goal in your plan.

## Agreement pairs: what the municipality does, what I do

pair-debt_talk = Talk about debts
    .municipality = Within { $n } working days we plan a talk about your debts.
    .resident = I bring my letters. Also the unopened letters.
pair-check_schemes = Checking your rights
    .municipality = We check which schemes you have a right to.
    .resident = I send the papers that are needed.
pair-course = Taking a course
    .municipality = We look for a course and pay for it.
    .resident = I go to the course. I call when I cannot come.
pair-try_first = Trying it first
    .municipality = We arrange a trial place for { $n } weeks.
    .resident = I try it for { $n } hours a week. I tell how it goes.
pair-companion = Someone comes along
    .municipality = We make sure that someone comes along.
    .resident = I go to the appointment.
pair-calculation = Working it out together
    .municipality = We work out with you what you have left. We put it on paper.
    .resident = I report my hours and wages on time.
pair-language_lessons = Dutch lessons near you
    .municipality = We arrange Dutch lessons near you.
    .resident = I go to the lesson every week.
pair-digital_help = Help with DigiD and e-mail
    .municipality = We give you free help with DigiD (your login for the government) and e-mail.
    .resident = I practise with my buddy (maatje).
pair-strong_side = Doing what I am good at
    .municipality = We look for a place where you can do what you are good at.
    .resident = I help { $n } hours a week at this place.
pair-buddy = Meeting a buddy (maatje)
    .municipality = We introduce a buddy to you.
    .resident = I meet the buddy. After that I decide.
pair-travel_costs = Paying for travel
    .municipality = We pay for the travel to this activity.
    .resident = I keep my tickets or report my trips.
pair-childcare = Finding childcare
    .municipality = We help you find childcare.
    .resident = I go and look at the childcare.
pair-less_at_once = Not too much at once
    .municipality = We ask no more than these two things now.
    .resident = I do one thing at a time. I call when it does not work.

## More agreement pairs: what the municipality can offer after an answer

pair-build_up = Building up slowly
    .municipality = We start with few hours. Every { $n } weeks we see if more is possible.
    .resident = I tell what works and what does not.
pair-transport = Finding transport
    .municipality = We look for transport to your work with you.
    .resident = I tell where and when I have to be there.
pair-apply_help = Help with applying
    .municipality = We help you with letters and with practising an interview.
    .resident = I write down what work I have done.
pair-money_buddy = Buddy for money matters
    .municipality = We look for a buddy (maatje) who goes through your post with you.
    .resident = I have my post ready. Also the unopened letters.
pair-someone_to_talk = Talking to someone
    .municipality = We look for a buddy (maatje) or a talk with you.
    .resident = I tell who I like to talk to.
pair-carer_help = Help for carers
    .municipality = We look for help with the care you give (mantelzorg).
    .resident = I tell which care is too much.
pair-activity = Choosing an activity
    .municipality = We look for an activity near you.
    .resident = I go and look once. After that I decide.
pair-language_buddy = Buddy for language
    .municipality = We look for a buddy (maatje) to practise Dutch with.
    .resident = I practise with my buddy every week.
pair-digital_course = Phone and computer course
    .municipality = We look for a free course, or help at the Informatiepunt Digitale Overheid (free help with government websites).
    .resident = I go there and practise at home.

## The state of a line in an agreement

commitment-status = Status
    .o-proposal = Proposal
    .o-thinking = I am thinking about it
    .o-agreed = Agreed
    .o-busy = Busy
    .o-done = Done
    .o-cannot-now = Not possible now
    .o-not-needed = No longer needed
# Asked after "Not possible now"; never called a reason
commitment-needed = What is needed?
    .o-time = More time
    .o-help = Help
    .o-different = Something different
    .o-call = We call each other

## Templates that a caseworker can choose

pair-job_search = Looking for work together
    .municipality = We look for work together with you every week.
    .resident = I come to the group every week. I call when I cannot come.
pair-more_hours = Working more hours
    .municipality = We look for more hours with you.
    .resident = I ask my employer for more hours.
pair-volunteer = Volunteering
    .municipality = We look for volunteering that suits you.
    .resident = I go and have a look. Then I decide.
pair-special_assistance = Paying for extra costs
    .municipality = We see whether you can get special assistance (bijzondere bijstand).
    .resident = I send the bill of the costs.
pair-yearly_talk = A conversation every year
    .municipality = We invite you for a conversation. We do that every year.
    .resident = I come to the conversation. I call when I cannot.

## Schemes that a line of the municipality can use

support-debt_help = Help with debts
support-special_assistance = Special assistance
support-travel_costs = Travel costs
support-childcare = Childcare
support-course = Course
support-trial_placement = Trial placement
support-sport_culture = Sport and culture
