# Texts of the portal in Dutch, je-form: only the messages that differ from the u-form.

## On every page

to-overview = Naar je overzicht
to-overview-button = Naar je overzicht
# Shown before what a resident can name on the phone
reference = Je kenmerk
# CHECK: the hours
footer-hours = Wij helpen je graag. Op werkdagen van 9.00 tot 17.00 uur.

## Where an answer is: kept is not sent

status-earlier = Je antwoorden zijn bewaard
status-offline = Je hebt geen internet. Wij bewaren je antwoorden zodra er weer internet is. Laat deze pagina open
    .helping = Je hebt geen internet. Wij bewaren de antwoorden zodra er weer internet is. Laat deze pagina open
status-offline-own = Je hebt geen internet. Je antwoorden staan op deze telefoon. Wij bewaren ze zodra er weer internet is

## Front page, signing in and out

front-lead = Hier vertel je hoe het met je gaat en wat je wilt. Daarna maken wij samen afspraken.
front-fact-pieces = Je vult het in kleine stukjes in. Stoppen kan altijd
front-fact-yours = De gemeente ziet niets voordat je verstuurt
signed-out-title = Je bent niet ingelogd
gone-title = Je bent uitgelogd
gone-text = Wat bewaard was, is er nog. Log weer in om verder te gaan. Je gaat verder bij dezelfde vraag.

## Help

# CHECK: the hours
help-lead = Wij helpen je graag. Bel ons op werkdagen van 9.00 tot 17.00 uur.
help-together-text = Je hoeft dit niet alleen te doen. Een medewerker vult de vragen met jou in. Dat kan aan de balie of aan de telefoon. Je kunt ook zelf iemand kiezen. Log in en kies "Wie helpt mij".
# CHECK: with the municipality
help-paper-text = Liever op papier? Bel ons. Dan sturen wij je de vragen. Je hoeft deze site niet te gebruiken. Dat verandert niets aan je uitkering.
help-now-title = Hulp voor jou
talk-not-logged = Wij houden niet bij dat je deze pagina opent.

## What is not there, and what broke


## Home of a resident

home-title = Je overzicht
home-next = Je volgende stap
home-asked = Een vraag over je antwoorden
home-asked-text = Je consulent wil graag iets weten. Kijk om welke antwoorden het gaat.
home-go-on = Ga verder met je vragen
# done and all: how many questions; date: when the last answer was kept
home-go-on-text = Je bent klaar met { $done } van { $all } vragen. Bewaard op { $date }.
home-change-text = Wat je al verstuurde, blijft bij de gemeente. Verstuur je opnieuw? Dan komt er een nieuwe versie bij.
home-begin = Vertel hoe het met je gaat
home-begin-text = Korte vragen over zes onderwerpen. Je vult in wat je wilt vertellen.
home-sent = Je antwoorden zijn verstuurd
home-sent-text = Je hoort van ons uiterlijk { $date }.
home-nothing = Er staat nu niets voor je klaar. Wil je meedoen? Bel ons.
home-also = Ook voor jou
home-group = Je groep
home-group-sub = Je consulent koos dit op { $date }
home-request-sub = Je hoort van ons uiterlijk { $date }
# n: which version
home-sent-version = Je antwoorden, versie { $n }

## Before the first question

own-phone = Is dit je eigen telefoon?
own-phone-help = Valt het internet weg? Dan bewaart je eigen telefoon je antwoorden even.
start-fact-skip = Je mag elke vraag overslaan
start-fact-kept = Wij bewaren wat je invult. Je kunt later verder gaan
start-fact-unseen = De gemeente ziet niets voordat je verstuurt

## Overview of the domains

overview-title = Je vragen
overview-lead = Kies zelf waar je verder gaat. Dit is nog niet verstuurd.
overview-check = Nakijken wat je hebt verteld
discard-text = Dan zijn je bewaarde antwoorden weg. Je kunt dit niet terugdraaien. Wat je al verstuurde, blijft bij de gemeente.

## One question a screen

question-many = Je mag meer antwoorden kiezen.
your-answer = Je antwoord
# at: a moment in words, such as 21 november om 14:03
conflict-you = Je koos dit op { $at }

## Proposals for both sides

proposals-lead = Dit zijn voorstellen uit je antwoorden. Vink aan wat je wilt bespreken. Niets is nog afgesproken.
proposals-none = Uit je antwoorden komt nog geen voorstel. Je kunt er zelf een toevoegen.
proposals-add-resident = Wat wil je nog meer doen?

## Check your answers

check-title = Dit heb je verteld
check-lead = Kijk of het klopt. Je kunt alles nog veranderen.

## Not sent yet

# n: the number of working days the municipality promises
send-lead = Pas als je op de knop drukt, ziet je consulent je antwoorden. Daarna krijg je binnen { $n } werkdagen bericht.
send-fact-together = Wil je dit samen met iemand invullen? Bel ons
# n: how many questions the caseworker asked about
send-fact-asked =
    { $n ->
        [one] Dit is je antwoord op 1 vraag
       *[other] Dit zijn je antwoorden op { $n } vragen
    }
send-fact-not-shared = Een maatje ziet niets van je antwoorden

## After sending

sent-title = Je hebt je antwoorden verstuurd
sent-step-reading = Je consulent is ermee bezig
sent-step-1 = Je hebt dit gestuurd
sent-step-2 = Je consulent leest je antwoorden
sent-step-3 = Je consulent neemt contact met je op
sent-step-hear = Je hoort het uiterlijk { $date }

## The printable copy

copy-title = Je antwoorden
copy-hint = Druk op je telefoon of computer op Delen of Printen. Je kunt het ook als pdf bewaren.

## The picture of the six domains

picture-heading = Zo zie je het zelf
picture-note = Dit is hoe je het zelf ziet. Het is geen rapport en geen cijfer van de gemeente.

## Stopping and going on later

stopped-title = Je antwoorden zijn bewaard
stopped-text = Ze zijn nog niet verstuurd. Je kunt later verder gaan, ook op een ander apparaat. Je begint dan bij dezelfde vraag.
    .helping = Het is nog niet verstuurd. Je kunt later verder gaan. Je begint dan bij dezelfde vraag.

## A question about the answers

# name: the caseworker
asked-title = { $name } heeft een vraag over je antwoorden
asked-from = je consulent, { $date }
# answer: what the resident answered
asked-you-said = Je zei: { $answer }

## The group

group-1 = Groep 1. Je werkt al of je kunt nu werken. Wij helpen je snel aan werk of aan meer uren.
group-2 = Groep 2. Werken lukt nu nog niet. Wij helpen je om binnen twee jaar te werken.
group-3 = Groep 3. Betaald werk past nu niet bij jou. Wij kijken samen wat je wel wilt doen.
group-can-change = De groep kan altijd veranderen. Je mag zeggen wat je ervan vindt.
group-reply = Wat vind je hiervan?
group-your-reply = Wat je zei
group-replied = Je hebt dit gestuurd op { $date }.

## Small requests, each sent by its own tap

request-over = Je verzoek is klaar
# by: vandaag, or uiterlijk with a date. The days in .text are those of the request: same day, 3, 5 and 10 working days
request-urgent = Bel mij, het heeft haast
    .text = Wij bellen je op dezelfde werkdag. Stuur je dit in het weekend? Dan bellen wij op de eerste werkdag.
    .button = Bel mij hierover
    .sent = Wij bellen je { $by }
    .staff = Bel over iets met haast
    .asked = Je vroeg: bel mij, het heeft haast
request-call-this-week = Bel mij hierover
    .text = Wij bellen je binnen 3 werkdagen.
    .button = Bel mij hierover
    .sent = Wij bellen je { $by }
    .staff = Bel de inwoner
    .asked = Je vroeg: bel mij
request-appointment = Ik wil een gesprek
    .text = Wij spreken een moment met je af. Dat kan aan de balie of aan de telefoon. Je hoort van ons binnen 5 werkdagen.
    .button = Vraag een gesprek aan
    .sent = Je hoort { $by } van ons
    .staff = Wil een gesprek
    .asked = Je vroeg om een gesprek
request-buddy = Ik wil een maatje leren kennen
    .text = Een maatje is een vrijwilliger die met jou meedenkt. Je leert elkaar eerst kennen. Daarna beslis je. Je hoort van ons binnen 10 werkdagen.
    .button = Vraag een maatje aan
    .sent = Je hoort { $by } van ons
    .staff = Wil een maatje leren kennen
    .asked = Je vroeg om een maatje
request-phone = Je telefoonnummer
calculator-sub = Reken uit wat je overhoudt. Wij bewaren het alleen als je dat wilt.
calculator-come-back = Dit opent een andere pagina. Je vragen blijven bewaard. Ga daarna terug om verder te gaan.
request-only-this = Wij weten dit nog niet. Druk je op de knop? Dan krijgen wij alleen dit antwoord en je nummer. De rest blijft bij jou.
request-only-phone = Wij krijgen dan alleen deze vraag en je nummer. Je antwoorden gaan niet mee.
request-sent-at = Je hebt dit gestuurd op { $at }.
# a telephone number follows
request-sent-phone = Wij bellen je op
request-settled = Op { $at } is hier met jou over gesproken.

## What the resident keeps: profile

profile-title = Hoe wij je bereiken
profile-intro = Vul in wat je wilt. Je kunt dit altijd veranderen.
profile-called = Hoe mogen wij je noemen? (niet verplicht)
# name: the first name
profile-called-help = Laat je dit leeg? Dan noemen wij je { $name }.
profile-phone = Je telefoonnummer (niet verplicht)
profile-phone-help = Wij bellen alleen over je vragen en afspraken.
profile-email = Je e-mailadres (niet verplicht)
profile-language = Welke taal lees je het liefst?
profile-contact = Hoe wil je bericht krijgen?
profile-address = Hoe spreken wij je aan?
profile-helps = Wat helpt je?

## Home of helpers

helping-title = Mensen die je helpt
helping-none = Nog niemand heeft je uitgenodigd.
helping-fact-invite = Je ziet pas iets als een inwoner je uitnodigt
helping-fact-see = Je ziet alleen wat de inwoner met jou deelt
helping-fact-send = Je kunt niets versturen. Dat doet de inwoner zelf

## What just happened

notice-profile-kept = Je gegevens zijn bewaard.
notice-reply-sent = Je antwoord is verstuurd.
# what the person typed follows
notice-you-typed = Dit typte je:
notice-conflict-profile = Je gegevens zijn net op een andere plek veranderd. Kijk wat klopt en bewaar opnieuw.
notice-conflict-reply = Je hebt hier al op geantwoord. Hieronder staat wat je zei.

## What is wrong, and what to do

problem-title = Kijk nog even naar je antwoord
problem-empty-reply = Schrijf eerst wat je wilt zeggen
problem-empty-answers = Kijk eerst nog naar je antwoorden
problem-phone-needed = Vul een telefoonnummer in. Dan kunnen wij je bellen
problem-email-needed = Vul een e-mailadres in. Dan kunnen wij je mailen

## The demo: invented people

demo-title = Kies wie je bent
demo-text = Dit is een proefversie met verzonnen mensen. In het echt log je in met DigiD.

## Privacy. CHECK: every line, with the privacy officer of the municipality

privacy-title = Privacy
    .lead = Hier lees je wat wij bewaren, waarom, en wie het ziet.
privacy-1 = Wat wij bewaren
    .text = Wij bewaren je naam, je BSN en wat je bij je gegevens invult. Wij bewaren ook de antwoorden die je geeft. Je mag elke vraag overslaan. Wij vragen niet naar de naam van een ziekte of medicijn.
privacy-2 = Waarom wij dit bewaren
    .text = Met je antwoorden bereiden wij een gesprek met je voor. Dat hoort bij de Participatiewet. Een computer beslist niets over jou. Dat doen mensen, in gesprek met jou.
privacy-3 = Wie je antwoorden ziet
    .text = Wat je nog niet hebt verstuurd, zien alleen jij en wie je laat helpen. Een helper ziet alleen wat je kiest. De gemeente hoort dat je hulp krijgt en waarbij. Van wie, weet zij alleen als je de hulp samen regelt. Na versturen zien je consulent en collega's in het team je antwoorden. De coördinator verdeelt het werk en leest je antwoorden niet. Die ziet wel je naam, hoe ver het is en of er haast bij is. Vraag je om een maatje? Dan ziet de coördinator ook welke vrijwilliger bij je past. Dat hangt af van je taal, je wijk en wat je belangrijk vindt. Later ziet die hoe vaak je contact hebt. Vraag je of wij bellen? Dan krijgen wij alleen dat antwoord en je nummer. Vult een medewerker de vragen met jou in? Dan ziet die medewerker ze ook.
privacy-4 = Hoe wij dit beveiligen
    .text = Wij versleutelen je naam, je BSN en je antwoorden. Zonder sleutel kan niemand ze lezen. Doe je een tijd niets? Dan loggen wij je uit. Je bewaarde antwoorden blijven. Wij gebruiken alleen cookies die nodig zijn. Wij volgen je niet.
privacy-5 = Hoe lang wij dit bewaren
    .text = Berekeningen en antwoorden die je niet verstuurt, verwijderen wij na een tijd. Wat je verstuurt, bewaren wij langer. Hoe lang? Log in en kijk bij "Wat wij van je bewaren". Wij zeggen het eerst. Je leest dan in Meedoen wat wij verwijderen. Met één klik bewaar je het dan langer. Antwoorden die je nog niet verstuurde, kun je zelf weggooien. Andere systemen van de gemeente bewaren je gegevens soms langer.
privacy-6 = Wat je kunt doen
    .text = Je mag je gegevens zien en laten verbeteren. Je mag ook vragen of wij ze wissen. Bel ons of vraag het je consulent. Ben je het niet eens met ons? Stuur een klacht naar de privacyfunctionaris van de gemeente. Je kunt ook klagen bij de Autoriteit Persoonsgegevens.

## Accessibility statement. CHECK: a draft, to be confirmed by the municipality

accessibility-4 = Lukt iets niet?
    .text = Bel ons. Het nummer staat onder aan deze pagina. Zeg welke pagina het is en wat niet lukt. Wij zoeken met jou een andere manier.
accessibility-5 = Ben je niet tevreden?
    .text = Dan kun je een klacht sturen naar de gemeente. Helpt dat niet? Dan kun je naar de Nationale ombudsman. Deze verklaring is van 21 november 2026.

home-sent-late = Je zou van ons horen voor { $date }. Dat is niet gelukt. Bel ons gerust.
home-sent-concluded = Wij hebben jouw antwoorden gelezen en besproken.
request-phone-optional = Jouw telefoonnummer (niet verplicht)

home-calculations =
    { $n ->
        [one] Je bewaarde 1 berekening
       *[other] Je bewaarde { $n } berekeningen
    }
calculations-discard-text = Dan is deze berekening weg. Je kunt dit niet terugdraaien.
calculations-title = Je berekeningen
calculations-lead = Dit heb je bewaard. Een bewaarde berekening verandert niet meer.
calculations-none = Je hebt nog geen berekening bewaard.
calculations-shown = Je consulent ziet deze berekening
calculations-hidden = Alleen jij ziet deze berekening
calculation-caption = Wat je per maand overhoudt
calculation-keep-text = Dan vind je hem terug in je overzicht.
calculation-begin-text = Je vertelde al iets in je vragen. Wij vullen dat in. Je kunt alles nog veranderen.
notice-calculation-saved = Je berekening is bewaard.
notice-calculation-shown = Je consulent ziet deze berekening nu.
notice-calculation-hidden = Je consulent ziet deze berekening niet meer.
notice-conflict-calculations = Je hebt al 20 berekeningen bewaard. Gooi er eerst een weg.
start-helpers = Wil je hulp van iemand? Kies zelf van wie
home-answer-text = Je kunt nadenken tot en met { $date }.
home-answer-passed = Je kon nadenken tot en met { $date }. Je kunt nog steeds antwoorden.
