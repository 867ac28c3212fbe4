# Texts of the portal in Dutch, u-form: everything that residents, helpers and visitors see around the questions.
# An attribute .desk is what a caseworker reads instead, who fills in with or for a resident.

## On every page

portal-name = Meedoen
# title: the title of the page; stands in the browser's tab when something is wrong with the form
title-faulty = Fout: { $title }
skip-to-content = Naar de inhoud
help = Hulp
sign-in = Log in
sign-in-again = Log weer in
sign-out = Uitloggen
back = Terug
next = Volgende
begin = Begin
keep = Bewaar
to-start = Naar het begin
to-overview = Naar uw overzicht
to-overview-button = Naar uw overzicht
stop = Stoppen en later verder
# a telephone number follows
call-instead = Liever bellen? Bel
# Shown before what a resident can name on the phone
reference = Uw kenmerk
reference-short = Kenmerk

footer-help = Hulp nodig?
# CHECK: the hours
footer-hours = Wij helpen u graag. Op werkdagen van 9.00 tot 17.00 uur.
# a telephone number follows
footer-call = Bel
footer-site = Over deze site

## Dates

month-1 = januari
month-2 = februari
month-3 = maart
month-4 = april
month-5 = mei
month-6 = juni
month-7 = juli
month-8 = augustus
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
date-day = { $day } { $month }
date-full = { $day } { $month } { $year }
# date: a day in words; time: such as 14:03
date-moment = { $date } om { $time }
# by-date and today stand inside a sentence: "Wij bellen u uiterlijk 24 november"
by-date = uiterlijk { $date }
today = vandaag

## Where an answer is: kept is not sent

status-kept = Bewaard om { $time }
status-kept-before = Bewaard op { $at }
status-earlier = Uw antwoorden zijn bewaard
    .desk = De antwoorden zijn bewaard
    .helping = Bewaard voor { $resident }
status-nothing = Nog niets bewaard
status-keeping = Bewaren …
status-failed = Bewaren lukt nu niet. Wij proberen het zo nog eens
status-offline = U hebt geen internet. Wij bewaren uw antwoorden zodra er weer internet is. Laat deze pagina open
    .helping = U hebt geen internet. Wij bewaren de antwoorden zodra er weer internet is. Laat deze pagina open
status-offline-own = U hebt geen internet. Uw antwoorden staan op deze telefoon. Wij bewaren ze zodra er weer internet is
status-conflict = Iemand heeft dit ook veranderd
status-new = Nieuw

answer-skipped = Overgeslagen. Dat mag.
answer-open = Nog niet ingevuld
answer-fill-in = Vul in
answer-change = Wijzig
strengths-title = Sterke kanten

## Front page, signing in and out

front-title = Welkom bij Meedoen
front-lead = Hier vertelt u hoe het met u gaat en wat u wilt. Daarna maken wij samen afspraken.
front-open = Zonder in te loggen
front-fact-pieces = U vult het in kleine stukjes in. Stoppen kan altijd
front-fact-yours = De gemeente ziet niets voordat u verstuurt
front-fact-phone = Liever praten? Bel ons of kom langs
signed-out-title = U bent niet ingelogd
signed-out-text = Log in om verder te gaan. Wat bewaard was, is er nog.
gone-title = U bent uitgelogd
gone-text = Wat bewaard was, is er nog. Log weer in om verder te gaan. U gaat verder bij dezelfde vraag.

## Help

help-title = Contact en hulp
# CHECK: the hours
help-lead = Wij helpen u graag. Bel ons op werkdagen van 9.00 tot 17.00 uur.
help-visit = Kom langs
help-together = Samen invullen
help-together-text = U hoeft dit niet alleen te doen. Een medewerker vult de vragen met u in. Dat kan aan de balie of aan de telefoon. U kunt ook zelf iemand kiezen. Log in en kies "Wie helpt mij".
# CHECK: with the municipality
help-paper-text = Liever op papier? Bel ons. Dan sturen wij u de vragen. U hoeft deze site niet te gebruiken. Dat verandert niets aan uw uitkering.
help-now-title = Hulp voor u
talk-title = Met iemand praten
talk-not-logged = Wij houden niet bij dat u deze pagina opent.

## What is not there, and what broke

not-found-title = Deze pagina is er niet
not-found-text = Misschien klopt het adres niet. Of de pagina is verhuisd.
broken-title = Het lukt nu niet
broken-text = Dat ligt aan ons. Wat bewaard was, is er nog. Probeer het later nog eens of bel ons.
broken-number = Noem dan dit nummer
refused-title = Dit is niet gelukt
refused-form = Misschien is er net iets veranderd. Ga terug en probeer het opnieuw.
refused-cross-site = Dit kwam van een andere site. Daarom hebben wij niets gedaan. Begin opnieuw.
refused-too-large = Het was te veel tekst tegelijk. Ga terug en maak de tekst korter.
refused-too-slow = Het duurde te lang. Ga terug en probeer het opnieuw.

## Home of a resident

home-title = Uw overzicht
home-greeting = Dag { $name }
home-now = Hoe het ervoor staat
home-next = Uw volgende stap
home-asked = Een vraag over uw antwoorden
home-asked-text = Uw consulent wil graag iets weten. Kijk om welke antwoorden het gaat.
home-go-on = Ga verder met uw vragen
# done and all: how many questions; date: when the last answer was kept
home-go-on-text = U bent klaar met { $done } van { $all } vragen. Bewaard op { $date }.
home-change = Ga verder met veranderen
home-change-text = Wat u al verstuurde, blijft bij de gemeente. Verstuurt u opnieuw? Dan komt er een nieuwe versie bij.
home-begin = Vertel hoe het met u gaat
home-begin-text = Korte vragen over zes onderwerpen. U vult in wat u wilt vertellen.
home-sent = Uw antwoorden zijn verstuurd
home-sent-text = U hoort van ons uiterlijk { $date }.
home-sent-late = U zou van ons horen voor { $date }. Dat is niet gelukt. Bel ons gerust.
home-sent-concluded = Wij hebben uw antwoorden gelezen en besproken.
home-nothing = Er staat nu niets voor u klaar. Wilt u meedoen? Bel ons.
home-cue-look = Bekijk
home-cue-go-on = Ga verder
home-cue-begin = Begin
home-also = Ook voor u
home-group = Uw groep
home-group-sub = Uw consulent koos dit op { $date }
home-request-sub = U hoort van ons uiterlijk { $date }
# n: which version
home-sent-version = Uw antwoorden, versie { $n }
change-something = Ik wil nog iets veranderen

## Before the first question

own-phone = Is dit uw eigen telefoon?
own-phone-help = Valt het internet weg? Dan bewaart uw eigen telefoon uw antwoorden even.
own-phone-no = Nee, anderen gebruiken hem ook
own-phone-yes = Ja, van mij alleen
start-fact-skip = U mag elke vraag overslaan
    .desk = De inwoner mag elke vraag overslaan
    .helping = { $resident } mag elke vraag overslaan
start-fact-kept = Wij bewaren wat u invult. U kunt later verder gaan
start-fact-unseen = De gemeente ziet niets voordat u verstuurt
start-helpers = Wilt u hulp van iemand? Kies zelf van wie

## Overview of the domains

overview-title = Uw vragen
    .desk = Vragen van de inwoner
    .helping = De vragen
overview-lead = Kies zelf waar u verder gaat. Dit is nog niet verstuurd.
    .desk = Kies samen waar u verder gaat. Dit is nog niet verstuurd.
# where: the name of a domain or of a screen
overview-go-on = Verder met: { $where }
overview-domains = Onderwerpen
overview-after = Daarna
overview-check = Nakijken wat u heeft verteld
    .desk = Nakijken wat de inwoner heeft verteld
overview-send = Versturen naar de gemeente
overview-send-sub = Nog niet verstuurd
progress-done = Klaar
progress-busy = Bezig
progress-faulty = Kijk nog even
progress-todo = Nog niet begonnen
# done and all: how many questions of this domain
progress-of = { $done } van { $all } vragen
send-short = Versturen
part-start = Start
part-closing = Afsluiting
discard-title = Antwoorden weggooien
discard-text = Dan zijn uw bewaarde antwoorden weg. U kunt dit niet terugdraaien. Wat u al verstuurde, blijft bij de gemeente.
    .desk = Dan zijn de antwoorden weg die u hier invulde. U kunt dit niet terugdraaien. Wat al is verstuurd, blijft staan.
discard-button = Gooi mijn antwoorden weg
    .desk = Gooi deze antwoorden weg

## One question a screen

# part: the name of a domain or of a part; at and all: which question of how many
place = { $part } · vraag { $at } van { $all }
why = Waarom vragen wij dit?
skip = Deze vraag sla ik over
    .desk = De inwoner slaat deze vraag over
    .helping = { $resident } slaat deze vraag over
talk-now = Ik wil nu met iemand praten
exit = Stop en sluit
exit-label = Snel weg
or = of
other-what = Wat anders?
your-answer = Uw antwoord
    .helping = Het antwoord van { $resident }
less = Minder
more = Meer
# n: how many characters still fit; max: how many fit in all
text-left = Nog { $n } van { $max } tekens
# an example answer follows
for-example = Bijvoorbeeld
question-many = U mag meer antwoorden kiezen.
question-skipped = Deze vraag is overgeslagen. Dat mag.
question-filled-by = Ingevuld door { $name }

# at and all: which domain of how many
opening-place = Onderwerp { $at } van { $all }
opening-questions =
    { $n ->
        [one] Ongeveer 1 korte vraag
       *[other] Ongeveer { $n } korte vragen
    }
opening-kept = Wij bewaren alles. De gemeente ziet nog niets
    .desk = Wij bewaren alles. Het is nog niet verstuurd
opening-skip = Hier wil ik het nu niet over hebben
    .desk = De inwoner wil het hier nu niet over hebben
    .helping = { $resident } wil het hier niet over hebben
opening-skipped = Dit onderwerp is overgeslagen. Dat mag.
opening-take-up = Toch invullen

elsewhere-title = Deze vraag is niet meer nodig
elsewhere-text = Door een ander antwoord vragen wij dit nu niet. Wat al was ingevuld, blijft bewaard.

conflict-title = Iemand heeft dit antwoord ook veranderd. Welk antwoord klopt?
# at: a moment in words, such as 21 november om 14:03
conflict-you = U koos dit op { $at }
conflict-other = { $name } koos dit op { $at }
conflict-resident = De inwoner koos dit op { $at }
conflict-choose = Dit klopt

## Proposals for both sides

proposals-lead = Dit zijn voorstellen uit uw antwoorden. Vink aan wat u wilt bespreken. Niets is nog afgesproken.
    .desk = Dit zijn voorstellen uit de antwoorden. Vink aan wat de inwoner wil bespreken. Niets is nog afgesproken.
proposals-none = Uit uw antwoorden komt nog geen voorstel. U kunt er zelf een toevoegen.
    .desk = Uit de antwoorden komt nog geen voorstel. U kunt er zelf een toevoegen.
proposals-we = Wat de gemeente doet
proposals-me = Wat ik doe
    .desk = Wat de inwoner doet
proposals-own = Zelf toegevoegd
proposals-edit = Pas de tekst aan
proposals-add = Zelf iets toevoegen
proposals-add-municipality = Wat moet de gemeente nog meer doen?
proposals-add-resident = Wat wilt u nog meer doen?
    .desk = Wat wil de inwoner nog meer doen?
proposals-add-button = Voeg toe
# The answer in a list
proposals-chosen =
    { $n ->
        [0] Geen voorstel gekozen
        [one] 1 voorstel gekozen
       *[other] { $n } voorstellen gekozen
    }

## Check your answers

check-title = Dit heeft u verteld
    .desk = Dit heeft de inwoner verteld
    .helping = De antwoorden van { $resident }
check-lead = Kijk of het klopt. U kunt alles nog veranderen.
    .desk = Lees het samen door. U kunt alles nog veranderen.
check-lead-asked = Dit zijn de antwoorden waar een vraag over was. Kijk of ze nu kloppen.
check-domain-skipped = Dit onderwerp is overgeslagen. Dat mag.
check-domain-take-up = Toch invullen
check-next = Dit klopt, verder

## Not sent yet

send-title = Nog niet verstuurd
# n: the number of working days the municipality promises
send-lead = Pas als u op de knop drukt, ziet uw consulent uw antwoorden. Daarna krijgt u binnen { $n } werkdagen bericht.
    .desk = Verstuur pas als de inwoner akkoord is. Daarna krijgt de inwoner binnen { $n } werkdagen bericht.
send-fact-filled =
    { $n ->
        [one] 1 onderwerp ingevuld
       *[other] { $n } onderwerpen ingevuld
    }
send-fact-skipped =
    { $n ->
        [one] 1 onderwerp overgeslagen. Dat mag
       *[other] { $n } onderwerpen overgeslagen. Dat mag
    }
send-fact-together = Wilt u dit samen met iemand invullen? Bel ons
# n: how many questions the caseworker asked about
send-fact-asked =
    { $n ->
        [one] Dit is uw antwoord op 1 vraag
       *[other] Dit zijn uw antwoorden op { $n } vragen
    }
send-fact-not-shared = Een maatje ziet niets van uw antwoorden
    .desk = Een maatje ziet niets van deze antwoorden
# domains: names of domains
send-fact-shared = Een maatje ziet alleen: { $domains }
send-obstacles = Kijk eerst nog naar deze antwoorden
send-button = Verstuur naar de gemeente
send-check-first = Eerst nog nakijken

## After sending

sent-title = U hebt uw antwoorden verstuurd
# date: a day with its year; time: such as 14:03
sent-at = Op { $date } om { $time }.
sent-next = Wat gebeurt er nu?
# n: the newer version
sent-replaced = Versie { $n } is hiervoor in de plaats gekomen
sent-concluded = Dit is er gebeurd
sent-step-reading = Nu aan de beurt
sent-step-1 = U hebt dit gestuurd
sent-step-2 = Uw consulent leest uw antwoorden
sent-step-before = Uiterlijk { $date }
sent-step-3 = Uw consulent neemt contact met u op
sent-step-hear = U hoort het uiterlijk { $date }
sent-step-4 = Samen maken wij afspraken
sent-step-talk = In het gesprek
sent-copy = Bewaar of print

## The printable copy

copy-title = Uw antwoorden
copy-sent = Verstuurd
copy-name = Naam
copy-channel = Ingevuld
copy-agreement = Akkoord
copy-hint = Druk op uw telefoon of computer op Delen of Printen. U kunt het ook als pdf bewaren.
copy-important = Wat is nu het belangrijkst?
copy-shared = Wat een maatje mag zien
copy-not-shared = Niets
copy-proposals = Voorstellen om te bespreken. Niets is nog afgesproken.
# How it was filled in: beside a copy, in lists and before a colon
channel-own = Zelf ingevuld
channel-helped = Ingevuld met hulp van een helper ({ $domains })
channel-desk = Aan de balie
channel-phone = Aan de telefoon
channel-paper = Van papier

## On the way to the systems of the municipality

arrival-on-the-way = Onderweg naar de gemeente.
# at: a moment in words
arrival-arrived = Aangekomen bij de gemeente op { $at }.
# status: the words of the case system
arrival-status = Hoe het ervoor staat: { $status }.
arrival-closed = Afgerond op { $date }: { $status }.
paper-download = Download als pdf

## The document of what was sent (PDF). Dutch and the resident's own language stand beside each other

paper-title = Self-scan van de inwoner
paper-version = Versie
# page and pages: numbers
paper-page = Pagina { $page } van { $pages }
paper-resident = Wat de inwoner doet
paper-picture = Zo ziet de inwoner het zelf
paper-domain = Onderwerp
paper-how = Hoe gaat het?

## The picture of the six domains

picture-heading = Zo ziet u het zelf
picture-lead = Zes onderwerpen, van heel slecht tot heel goed. Onder het plaatje staat hetzelfde als lijst.
picture-title = Hoe het gaat op zes onderwerpen
picture-desc = Een figuur met zes lijnen, van 1 tot 5. De lijst eronder zegt hetzelfde.
picture-note = Dit is hoe u het zelf ziet. Het is geen rapport en geen cijfer van de gemeente.
# date: a day with its year
picture-now = Deze keer ({ $date })
picture-before = Vorige keer ({ $date })
picture-of-five = ({ $n } van 5)
# value: the word on the scale, such as slecht
picture-was = Vorige keer: { $value }

## Stopping and going on later

stopped-title = Uw antwoorden zijn bewaard
    .desk = De antwoorden zijn bewaard
    .helping = Bewaard voor { $resident }
stopped-text = Ze zijn nog niet verstuurd. U kunt later verder gaan, ook op een ander apparaat. U begint dan bij dezelfde vraag.
    .desk = Ze zijn nog niet verstuurd. U kunt later samen verder gaan. U vindt ze bij de inwoner.
    .helping = Het is nog niet verstuurd. U kunt later verder gaan. U begint dan bij dezelfde vraag.
stopped-go-on = Ga toch verder

## A question about the answers

# name: the caseworker
asked-title = { $name } heeft een vraag over uw antwoorden
asked-from = uw consulent, { $date }
asked-questions = Het gaat om deze vragen
# answer: what the resident answered
asked-you-said = U zei: { $answer }
# A quotation follows
asked-by = { $name } vroeg:
asked-start = Bekijk de eerste vraag
asked-call = Ik wil liever bellen
# Why the caseworker asks: the caseworker chooses it, the resident reads it
ask-reason-unclear = Ik begrijp een antwoord nog niet goed.
ask-reason-missing = Ik mis nog een antwoord.
ask-reason-changed = Misschien is er iets veranderd.
ask-reason-other = Ik wil graag nog iets weten.

## The group

group-1 = Groep 1. U werkt al of u kunt nu werken. Wij helpen u snel aan werk of aan meer uren.
group-2 = Groep 2. Werken lukt nu nog niet. Wij helpen u om binnen twee jaar te werken.
group-3 = Groep 3. Betaald werk past nu niet bij u. Wij kijken samen wat u wel wilt doen.
group-can-change = De groep kan altijd veranderen. U mag zeggen wat u ervan vindt.
group-reply = Wat vindt u hiervan?
group-send-reply = Verstuur
group-your-reply = Wat u zei
group-replied = U hebt dit gestuurd op { $date }.

## Small requests, each sent by its own tap

# by: vandaag, or uiterlijk with a date. The days in .text are those of the request: same day, 3, 5 and 10 working days
request-urgent = Bel mij, het heeft haast
    .text = Wij bellen u op dezelfde werkdag. Stuurt u dit in het weekend? Dan bellen wij op de eerste werkdag.
    .button = Bel mij hierover
    .sent = Wij bellen u { $by }
    .staff = Bel over iets met haast
    .asked = U vroeg: bel mij, het heeft haast
request-call-this-week = Bel mij hierover
    .text = Wij bellen u binnen 3 werkdagen.
    .button = Bel mij hierover
    .sent = Wij bellen u { $by }
    .staff = Bel de inwoner
    .asked = U vroeg: bel mij
request-appointment = Ik wil een gesprek
    .text = Wij spreken een moment met u af. Dat kan aan de balie of aan de telefoon. U hoort van ons binnen 5 werkdagen.
    .button = Vraag een gesprek aan
    .sent = U hoort { $by } van ons
    .staff = Wil een gesprek
    .asked = U vroeg om een gesprek
request-buddy = Ik wil een maatje leren kennen
    .text = Een maatje is een vrijwilliger die met u meedenkt. U leert elkaar eerst kennen. Daarna beslist u. U hoort van ons binnen 10 werkdagen.
    .button = Vraag een maatje aan
    .sent = U hoort { $by } van ons
    .staff = Wil een maatje leren kennen
    .asked = U vroeg om een maatje
request-phone = Uw telefoonnummer
request-phone-optional = Uw telefoonnummer (niet verplicht)
request-only-this = Wij weten dit nog niet. Drukt u op de knop? Dan krijgen wij alleen dit antwoord en uw nummer. De rest blijft bij u.
request-only-phone = Wij krijgen dan alleen deze vraag en uw nummer. Uw antwoorden gaan niet mee.
help-at-desk = Lees dit samen met de inwoner. Bel samen als dat nodig is.
calculator-sub = Reken uit wat u overhoudt. Wij bewaren het alleen als u dat wilt.
calculator-come-back = Dit opent een andere pagina. Uw vragen blijven bewaard. Ga daarna terug om verder te gaan.
request-go-on = Verder met de vragen
request-sent = Verstuurd
request-sent-at = U hebt dit gestuurd op { $at }.
# a telephone number follows
request-sent-phone = Wij bellen u op
request-settled = Op { $at } is hier met u over gesproken.
request-over = Uw verzoek is klaar
request-closed = Dit is klaar sinds { $at }.

## What the resident keeps: profile

profile-title = Hoe wij u bereiken
profile-intro = Vul in wat u wilt. U kunt dit altijd veranderen.
profile-called = Hoe mogen wij u noemen? (niet verplicht)
# name: the first name
profile-called-help = Laat u dit leeg? Dan noemen wij u { $name }.
profile-phone = Uw telefoonnummer (niet verplicht)
profile-phone-help = Wij bellen alleen over uw vragen en afspraken.
profile-email = Uw e-mailadres (niet verplicht)
profile-language = Welke taal leest u het liefst?
profile-contact = Hoe wilt u bericht krijgen?
profile-address = Hoe spreken wij u aan?
profile-helps = Wat helpt u?
profile-short-messages = Korte berichten
profile-small-steps = Kleine stappen
profile-paper = Afspraken ook op papier
profile-pictures = Plaatjes bij de tekst
profile-read-aloud = Voorlezen
profile-companion = Iemand naast mij bij een gesprek
profile-quiet-place = Een rustige plek voor een gesprek
contact-portal = Alleen hier in Meedoen
contact-sms = Met een sms
contact-email = Met een e-mail
contact-phone = Met een telefoontje
contact-letter = Met een brief
address-as-set = Zoals de gemeente het doet
address-formal = Met u
address-informal = Met je

## Home of helpers

helping-title = Mensen die u helpt
helping-none = Nog niemand heeft u uitgenodigd.
helping-fact-invite = U ziet pas iets als een inwoner u uitnodigt
helping-fact-see = U ziet alleen wat de inwoner met u deelt
helping-fact-send = U kunt niets versturen. Dat doet de inwoner zelf

## What just happened

notice-profile-kept = Uw gegevens zijn bewaard.
notice-reply-sent = Uw antwoord is verstuurd.
# what the person typed follows
notice-you-typed = Dit typte u:
notice-conflict-draft = Deze vragen zijn al verstuurd of weggegooid. Dat gebeurde op een andere plek.
notice-conflict-answer = Iemand heeft een antwoord ook veranderd. Kijk welk antwoord klopt.
notice-conflict-profile = Uw gegevens zijn net op een andere plek veranderd. Kijk wat klopt en bewaar opnieuw.
notice-conflict-reply = U hebt hier al op geantwoord. Hieronder staat wat u zei.
notice-conflict-exists = Dit is net al gebeurd. Kijk hoe het er nu voor staat.

## What is wrong, and what to do

problem-title = Kijk nog even naar uw antwoord
    .desk = Kijk nog even naar dit antwoord
    .helping = Kijk nog even naar dit antwoord
# what: the question or the label of the field
problem-empty = Vul dit nog in: { $what }
problem-empty-choices = Kies een antwoord. Of sla de vraag over
problem-empty-text = Vul een antwoord in. Of sla de vraag over
problem-empty-number = Vul een getal in. Of sla de vraag over
problem-empty-reply = Schrijf eerst wat u wilt zeggen
problem-empty-answers = Kijk eerst nog naar uw antwoorden
problem-too-many =
    { $max ->
        [one] Kies niet meer dan 1 antwoord
       *[other] Kies niet meer dan { $max } antwoorden
    }
problem-stands-alone = Deze antwoorden passen niet bij elkaar. Haal er een weg
problem-unknown-choice = Dit antwoord staat niet in de lijst. Kies opnieuw
problem-not-a-number = Gebruik alleen cijfers, bijvoorbeeld 12
problem-too-low = Het laagste getal is { $min }. Vul een hoger getal in
problem-too-high = Het hoogste getal is { $max }. Vul een lager getal in
problem-too-long = De tekst is te lang. Gebruik niet meer dan { $max } tekens
problem-phone = Een telefoonnummer heeft 10 cijfers, bijvoorbeeld 06 12 34 56 78
problem-email = In een mailadres staat een @, bijvoorbeeld naam@voorbeeld.nl
problem-phone-needed = Vul een telefoonnummer in. Dan kunnen wij u bellen
problem-email-needed = Vul een e-mailadres in. Dan kunnen wij u mailen

## Calculations that a resident kept

# n: how many
home-calculations =
    { $n ->
        [one] U bewaarde 1 berekening
       *[other] U bewaarde { $n } berekeningen
    }
calculations-title = Uw berekeningen
calculations-lead = Dit heeft u bewaard. Een bewaarde berekening verandert niet meer.
calculations-none = U heeft nog geen berekening bewaard.
calculations-new = Maak een berekening
calculations-shown = Uw consulent ziet deze berekening
calculations-hidden = Alleen u ziet deze berekening
calculations-show = Laat zien aan mijn consulent
calculations-hide = Laat niet meer zien
calculations-open = Reken hiermee verder
calculations-discard = Gooi weg
calculations-discard-text = Dan is deze berekening weg. U kunt dit niet terugdraaien.
calculations-discard-button = Gooi deze berekening weg
# now and plan: hours a week; amount: an amount a month
calculation-more = Van { $now } naar { $plan } uur: { $amount } per maand meer
calculation-less = Van { $now } naar { $plan } uur: { $amount } per maand minder
calculation-same = Van { $now } naar { $plan } uur: er verandert niets
calculation-saved = Bewaard op { $date }
calculation-amounts = Bekijk de bedragen
calculation-caption = Wat u per maand overhoudt
calculation-now = Nu
calculation-plan = Straks
calculation-hours = { $n } uur
calculation-left = Blijft over
# date: the day it is about; rules: a number
calculation-rules = Berekend voor { $date }. Versie van de regels: { $rules }. Dit is een schatting, geen besluit.
calculation-keep = Bewaar deze berekening
calculation-keep-text = Dan vindt u hem terug in uw overzicht.
calculation-keep-show = Laat deze berekening zien aan mijn consulent
calculation-begin = Begin met mijn antwoorden
calculation-begin-text = U vertelde al iets in uw vragen. Wij vullen dat in. U kunt alles nog veranderen.
notice-calculation-saved = Uw berekening is bewaard.
notice-calculation-shown = Uw consulent ziet deze berekening nu.
notice-calculation-hidden = Uw consulent ziet deze berekening niet meer.
notice-calculation-discarded = De berekening is weg.
notice-conflict-calculations = U heeft al 20 berekeningen bewaard. Gooi er eerst een weg.

## Amounts of the calculator

parameters-title = Bedragen waarmee wij rekenen
parameters-lead = Hier staan de bedragen en percentages uit de wet. De rekenhulp rekent met deze bedragen.
parameters-date = Op welke dag?
parameters-date-help = Schrijf de dag zo: 1-7-2026
parameters-before = Vergelijk met
parameters-before-help = Een eerdere dag, of niets
parameters-show = Bekijk de bedragen
# typed: the first letters of what was typed
parameters-day-wrong = "{ $typed }" is geen dag. Schrijf de dag zo: 1-7-2026
parameters-before-late = Kies een dag die eerder is dan { $date }
parameters-on = Bedragen op { $date }
parameters-count = Op deze dag gelden { $n } bedragen.
parameters-newest = Het nieuwste bedrag dat wij kennen, geldt vanaf { $date }.
# date: a day with its year; a link to the amounts of that day follows
parameters-projection = Voor deze dag zijn nog niet alle bedragen bekend. De rekenhulp gebruikt dan de bedragen van { $date }.
parameters-none = Geen bedragen op { $date }
parameters-none-text = Wij kunnen voor deze dag niet rekenen. Er zijn alleen bedragen van { $from } tot en met { $to }.
parameters-what-changed = Wat is er veranderd?
parameters-from-to = Van { $before } naar { $after }
parameters-changed = Veranderd van { $before } naar { $after }
parameters-changed-count =
    { $n ->
        [0] Er is geen bedrag veranderd of nieuw.
        [one] 1 bedrag is veranderd of nieuw.
       *[other] { $n } bedragen zijn veranderd of nieuw.
    }
# date: the later day
parameters-ended =
    { $n ->
        [one] 1 bedrag is er op { $date } niet meer, of is nog niet bekend
       *[other] { $n } bedragen zijn er op { $date } niet meer, of zijn nog niet bekend
    }
parameters-groups = Onderwerpen
# n: how many amounts a subject has
parameters-n = ({ $n })
parameters-subject-norms = Hoogte van de bijstand
parameters-subject-disregards = Bijverdienen en vrijlating
parameters-subject-minimum-wage = Minimumloon
parameters-subject-wage-tax = Belasting over loon en uitkering
parameters-subject-tax-credits = Heffingskortingen
parameters-subject-holiday-pay = Vakantiegeld bij loon
parameters-subject-healthcare = Zorgtoeslag
parameters-subject-rent = Huurtoeslag
parameters-subject-children = Kindgebonden budget en kinderbijslag
parameters-subject-childcare = Kinderopvangtoeslag
parameters-subject-assets = Spaargeld en bezit
parameters-subject-local = Regelingen van gemeenten
parameters-name = Wat
parameters-value = Bedrag
parameters-law = Wet of regel
parameters-from = Geldt vanaf
parameters-confidence = Hoe zeker
parameters-source = Bron
parameters-was = Was
parameters-is = Wordt
parameters-no-value = Onbekend
parameters-no-amount = Geen bedrag
parameters-confidence-verified-primary = Zeker
    .text = Dit staat in de wet of in een officiële tabel.
parameters-confidence-verified-secondary = Tweede hand
    .text = Dit staat op een andere site of in een ander stuk, dat het officiële bedrag noemt.
parameters-confidence-derived = Berekend
    .text = Wij hebben dit zelf berekend. Dezelfde regel geeft andere officiële bedragen precies.
parameters-confidence-projected = Voorlopig
    .text = Dit is een oud bedrag. Het nieuwe bedrag is nog niet bekend.
parameters-confidence-unchecked = Niet nagekeken
    .text = Dit is algemeen bekend. Wij hebben het niet nagekeken.
parameters-confidence-unknown = Onbekend
    .text = Wij hebben dit niet gevonden. De rekenhulp gebruikt het niet.

# How numbers are written, and n with its unit: an amount, a percentage or a number
digits-group = .
digits-decimal = ,
unit-pct = { $n }
unit-pct-of-adult-hourly-rate = { $n } van het uurloon vanaf 21 jaar
unit-pct-of-bijstand = { $n } van de bijstand
unit-pct-of-bijstandsnorm-3-years = { $n } van de bijstandsnorm, 3 jaar lang
unit-pct-of-gross-wage = { $n } van het brutoloon
unit-pct-of-norm = { $n } van de norm
unit-pct-wettelijk-sociaal-minimum = { $n } van het sociaal minimum
unit-eur = { $n }
unit-eur-12-months = { $n } per 12 maanden
unit-eur-calendar-year = { $n } per kalenderjaar
unit-eur-hour = { $n } per uur
unit-eur-month = { $n } per maand
unit-eur-month-incl-5pct-holiday-allowance = { $n } per maand, met 5% vakantiegeld
unit-eur-net-month = { $n } netto per maand
unit-eur-quarter = { $n } per kwartaal
unit-eur-year = { $n } per jaar
unit-hours-month = { $n } uur per maand
unit-months = { $n } maanden
unit-none = { $n }
unit-see-name = { $n }
unit-years = { $n } jaar

## The demo: invented people

demo-label = Proefversie
demo-bar = Alle mensen hier zijn verzonnen.
demo-title = Kies wie u bent
demo-text = Dit is een proefversie met verzonnen mensen. In het echt logt u in met DigiD.
demo-residents = Inwoners
demo-helpers = Helpers
demo-staff = Medewerkers
demo-person-samira = Alleenstaande moeder. Nog niet begonnen met de vragen
demo-person-henk = Bezig met de vragen
demo-person-yonas = Leest Engels. Kreeg een vraag over de antwoorden
demo-person-ria = Kreeg de korte vragen. Haar groep is bekend
demo-person-fatma = Maatje
demo-person-joop = Vrijwilliger
demo-person-marieke = Consulent, team Poort
demo-person-daan = Consulent, team Werk & Participatie
demo-person-ilse = Consulent, team Inkomen
demo-person-petra = Coördinator
demo-person-koen = Applicatiebeheerder
demo-person-invited = Net uitgenodigd

## Privacy. CHECK: every line, with the privacy officer of the municipality

privacy-title = Privacy
    .lead = Hier leest u wat wij bewaren, waarom, en wie het ziet.
privacy-1 = Wat wij bewaren
    .text = Wij bewaren uw naam, uw BSN en wat u bij uw gegevens invult. Wij bewaren ook de antwoorden die u geeft. U mag elke vraag overslaan. Wij vragen niet naar de naam van een ziekte of medicijn.
privacy-2 = Waarom wij dit bewaren
    .text = Met uw antwoorden bereiden wij een gesprek met u voor. Dat hoort bij de Participatiewet. Een computer beslist niets over u. Dat doen mensen, in gesprek met u.
privacy-3 = Wie uw antwoorden ziet
    .text = Wat u nog niet heeft verstuurd, zien alleen u en wie u laat helpen. Een helper ziet alleen wat u kiest. De gemeente hoort dat u hulp krijgt en waarbij. Van wie, weet zij alleen als u de hulp samen regelt. Na versturen zien uw consulent en collega's in het team uw antwoorden. De coördinator verdeelt het werk en leest uw antwoorden niet. Die ziet wel uw naam, hoe ver het is en of er haast bij is. Vraagt u om een maatje? Dan ziet de coördinator ook welke vrijwilliger bij u past. Dat hangt af van uw taal, uw wijk en wat u belangrijk vindt. Later ziet die hoe vaak u contact heeft. Vraagt u of wij bellen? Dan krijgen wij alleen dat antwoord en uw nummer. Vult een medewerker de vragen met u in? Dan ziet die medewerker ze ook.
privacy-4 = Hoe wij dit beveiligen
    .text = Wij versleutelen uw naam, uw BSN en uw antwoorden. Zonder sleutel kan niemand ze lezen. Doet u een tijd niets? Dan loggen wij u uit. Uw bewaarde antwoorden blijven. Wij gebruiken alleen cookies die nodig zijn. Wij volgen u niet.
privacy-5 = Hoe lang wij dit bewaren
    .text = Berekeningen en antwoorden die u niet verstuurt, verwijderen wij na een tijd. Wat u verstuurt, bewaren wij langer. Hoe lang? Log in en kijk bij "Wat wij van u bewaren". Wij zeggen het eerst. U leest dan in Meedoen wat wij verwijderen. Met één klik bewaart u het dan langer. Antwoorden die u nog niet verstuurde, kunt u zelf weggooien. Andere systemen van de gemeente bewaren uw gegevens soms langer.
privacy-6 = Wat u kunt doen
    .text = U mag uw gegevens zien en laten verbeteren. U mag ook vragen of wij ze wissen. Bel ons of vraag het uw consulent. Bent u het niet eens met ons? Stuur een klacht naar de privacyfunctionaris van de gemeente. U kunt ook klagen bij de Autoriteit Persoonsgegevens.

## Accessibility statement. CHECK: a draft, to be confirmed by the municipality

accessibility-title = Toegankelijkheid
    .lead = Iedereen moet Meedoen kunnen gebruiken. Dit is een ontwerp van onze verklaring.
accessibility-1 = Wat wij willen
    .text = De wet vraagt dat een site goed te gebruiken is. De regels heten WCAG 2.1, niveau AA. Wij willen ook voldoen aan WCAG 2.2, niveau AA.
accessibility-2 = Hoe wij testen
    .text = Een programma zoekt op elke pagina naar fouten. Wij testen op een klein scherm en met grote letters. Wij testen ook of alles werkt zonder muis en zonder scripts.
accessibility-3 = Wat nog niet goed is
    .text = Inwoners hebben de site nog niet getest. Ook mensen met een schermlezer hebben dat nog niet gedaan. Een deskundige heeft de site nog niet bekeken. De site is er alleen in het Nederlands en Engels.
accessibility-4 = Lukt iets niet?
    .text = Bel ons. Het nummer staat onder aan deze pagina. Zeg welke pagina het is en wat niet lukt. Wij zoeken met u een andere manier.
accessibility-5 = Bent u niet tevreden?
    .text = Dan kunt u een klacht sturen naar de gemeente. Helpt dat niet? Dan kunt u naar de Nationale ombudsman. Deze verklaring is van 21 november 2026.

problem-not-a-date = Vul de dag, maand en het jaar in, bijvoorbeeld 3 5 2027
problem-past = Deze dag is al geweest. Kies een dag vanaf vandaag
problem-to-come = Deze dag is nog niet geweest. Kies vandaag of een dag daarvoor
problem-too-long-ago = Deze dag is te lang geleden. Kies een dag in het afgelopen jaar
problem-too-far = Deze dag is te ver weg. Kies een dag binnen { $years } jaar
problem-one-sided = Schrijf ook op wat de gemeente doet. Een afspraak is van twee kanten
date-week = { $weekday } { $date }
home-late = De gemeente is te laat met iets. Kijk wat.
home-answer-text = U kunt nadenken tot en met { $date }.
home-answer-passed = U kon nadenken tot en met { $date }. U kunt nog steeds antwoorden.
home-look-back-text = Wat hielp, en wat niet?
weekday-1 = maandag
weekday-2 = dinsdag
weekday-3 = woensdag
weekday-4 = donderdag
weekday-5 = vrijdag
weekday-6 = zaterdag
weekday-7 = zondag
