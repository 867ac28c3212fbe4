# Texts for staff in Dutch: caseworkers (consulenten), coordinators and application managers.

## The worklist

work-title = Werklijst
work-which = Welke inwoners
work-urgent =
    { $n ->
        [one] 1 met haast
       *[other] { $n } met haast
    }
work-caption =
    { $n ->
        [one] 1 inwoner
       *[other] { $n } inwoners, met haast bovenaan
    }
work-show-team = Mijn team
work-show-mine = Van mij
work-show-unassigned = Niet verdeeld
work-show-waiting = Wacht op inwoner
work-show-invited = Uitgenodigd
work-show-concluded = Afgerond
work-find = Zoek op naam of nummer
work-find-go = Zoek
work-find-stop = Terug naar de lijst
work-empty-found = Er is niemand met deze naam of dit nummer.
work-empty-team = Er staat niets open voor uw team.
work-empty-mine = Er staat niets open op uw naam.
work-empty-unassigned = Alles is verdeeld.
work-empty-waiting = Niemand hoeft nu een vraag te beantwoorden.
work-empty-invited = Iedereen die is uitgenodigd, heeft iets verstuurd.
work-empty-concluded = Er is nog niets afgerond.
work-resident = Inwoner
work-signal = Signaal
work-status = Status
work-days = Dagen open
work-due = Actie uiterlijk
work-group = Groep
work-team = Team
work-who = Wie
work-me = Ik
work-nobody = Niemand
work-late = Te laat
work-version = versie { $n }
state-invited = Uitgenodigd
state-new = Te lezen
state-in-review = In behandeling
state-waiting = Wacht op inwoner
state-concluded = Afgerond
signal-direct = Haast: vandaag contact
signal-week = Bel deze week
# n: open small requests
signal-requests =
    { $n ->
        [one] 1 verzoek
       *[other] { $n } verzoeken
    }
signal-objections =
    { $n ->
        [one] 1 melding
       *[other] { $n } meldingen
    }
pager-label = Bladeren
pager-before = Vorige
pager-next = Volgende
pager-info = { $from } t/m { $to } van { $all }

## One resident: reading

review-title = Antwoorden van een inwoner
to-review = Naar de inwoner
review-nothing = Deze inwoner heeft nog niets verstuurd.
# at: a moment in words
review-sent = verstuurd { $at }
review-due = bericht uiterlijk { $date }
review-spoken = Gesproken
review-no-answer = Geen gehoor
review-undo = Zet terug
review-no-phone = Geen telefoonnummer bekend
# name: who spoke with the resident; at: a moment
review-settled = { $name } sprak de inwoner op { $at }
review-closed = Afgehandeld op { $at }
review-signal-text = Dit signaal komt uit de antwoorden die zijn verstuurd.
review-none = Niets ingevuld
review-important = Wat is het belangrijkst
review-strengths = Sterke kanten
review-wishes = Wensen
review-topics-note = De uitleg is geschreven voor de inwoner, die dit ook leest.
review-topics = Onderwerpen voor het gesprek
# id: the number of the rule, such as R7
topic-rule = regel { $id }
topic-kind-signal = Haast
topic-kind-first = Eerst
topic-kind-advice = Advies
topic-kind-condition = Voorwaarde
topic-kind-task = Taak
topic-kind-request = Verzoek
review-difference = Wat is er veranderd
review-changes =
    { $n ->
        [one] 1 verschil met de vorige versie
       *[other] { $n } verschillen met de vorige versie
    }
review-was = Vorige keer: { $answer }
review-not-asked = Niet meer gevraagd
review-picture = Hoe de inwoner het ziet
review-calculations = Berekeningen die de inwoner laat zien
review-answers = Antwoorden
review-counts = { $skipped } overgeslagen, { $open } nog niet ingevuld. Dat zegt niets over motivatie.
review-domain-sum = { $given } van { $all } ingevuld
answer-skipped-staff = Overgeslagen
review-print = Print versie { $n }
copy-title-staff = Antwoorden van de inwoner
language-nl = Nederlands
language-en = Engels
language-ar = Arabisch
language-uk = Oekraïens
language-ti = Tigrinya
language-tr = Turks
language-pl = Pools

## One resident: what a caseworker does

review-actions = Wat u kunt doen
review-resident = De inwoner
review-choose = Kies …
# team: the name of a team, or review-no-team
review-yours = Dit staat op uw naam. Team: { $team }.
review-theirs = Dit staat op naam van { $name }. Team: { $team }.
review-nobodys = Dit staat nog op niemands naam. Team: { $team }.
review-no-team = nog geen
review-team = Team { $team }
review-take = Ik pak dit op
review-take-first = Pak dit eerst op.
review-waits = De inwoner moet eerst antwoorden. U kunt de vraag ook intrekken.
review-hand-over = Draag over
review-to-whom = Aan wie?
review-ask = Vraag over antwoorden
review-asked = { $name } vroeg dit op { $date }.
review-withdraw = Trek de vraag in
review-pick = Kies de vragen
review-group = Groep
review-group-which = Welke groep past nu?
group-staff-1 = 1: werkt al of kan nu werken
group-staff-2 = 2: binnen twee jaar
group-staff-3 = 3: betaald werk past nu niet, wel meedoen
review-group-reason = Waarom? De inwoner leest dit
review-group-button = Bewaar de groep
review-group-set = Groep { $n }, gekozen door { $name } op { $date }.
review-group-replied = De inwoner antwoordde op { $date }.
review-conclude = Rond af
review-conclude-text = Daarna staat de inwoner bij Afgerond. Verstuurt de inwoner iets nieuws? Dan komt alles weer op de lijst.
review-reopen = Open opnieuw
review-reopen-text = Daarna staat de inwoner weer op de lijst.
review-notes =
    { $n ->
        [0] Notities
        [one] Notities: 1
       *[other] Notities: { $n }
    }
review-note-label = Notitie, alleen voor consulenten
review-note-button = Bewaar de notitie
review-note-by = { $name }, { $at }
review-history = Geschiedenis

## What happened. name: who; detail: a reference, a person, a team, a group or which questions

event-invited = { $name } nodigde de inwoner uit. { $detail }
event-sent = { $name } verstuurde { $detail }
event-request-sent = { $name } verstuurde het verzoek { $detail }
event-request-settled = { $name } had contact met de inwoner. { $detail }
event-request-closed = { $name } handelde een verzoek af. { $detail }
event-no-answer = { $name } belde zonder gehoor. { $detail }
event-settled-undone = { $name } zette een verzoek weer open. { $detail }
event-taken = { $name } pakte dit op
event-handed-over = { $name } droeg dit over aan { $detail }
event-asked = { $name } stelde een vraag over antwoorden
event-ask-withdrawn = { $name } trok de vraag in
event-group-set = { $name } koos groep { $detail }
event-group-reply = { $name } reageerde op de groep
event-concluded = { $name } rondde af
event-reopened = { $name } opende dit opnieuw
event-calculation-shown = { $name } liet een berekening zien

## Ask a resident about answers

ask-title = Vraag over antwoorden
ask-lead = { $name } ziet alleen de vragen die u kiest.
ask-reason = Waarom vraagt u dit? De inwoner leest dit
ask-questions = Bij welke vragen?
ask-count =
    { $n ->
        [one] 1 vraag
       *[other] { $n } vragen
    }
ask-message = Uw bericht aan de inwoner
ask-message-help = Schrijf kort en vriendelijk. Noem geen ziekte of bedrag.
ask-send = Verstuur de vraag

## The intake at the desk, by phone or from paper

desk-title = Samen invullen
desk-text = U vult in wat de inwoner zegt. Dit staat los van wat de inwoner zelf invult.
desk-how = Op welke manier?
desk-start = Begin met de vragen
desk-go-on = Ga verder met de vragen
# channel: one of channel-desk, channel-phone, channel-paper; name: the resident
desk-mark = { $channel }: u vult dit in voor { $name }.
send-agreement = Hoe ging de inwoner akkoord?
send-agreement-help = Bijvoorbeeld: voorgelezen aan de balie, de inwoner zei ja.

## Invite a resident

invite-title = Inwoner uitnodigen
invite-lead = Vul alles in. Alleen het telefoonnummer is niet verplicht.
invite-first-name = Voornaam
invite-last-name = Achternaam
invite-bsn = BSN
invite-bsn-help = 9 cijfers. Nodig om de inwoner te herkennen bij het inloggen.
invite-bsn-help-demo = 9 cijfers. In de proefversie begint elk nummer met 9999, zoals 999990421.
invite-phone = Telefoonnummer (niet verplicht)
invite-language = Taal
invite-route = Welke vragen?
invite-team = Team
invite-button = Nodig uit
route-whole = Alle vragen
    .help = Zes onderwerpen
route-short = Korte vragen
    .help = Geen vragen over betaald werk, uren of diploma's

## The coordinator divides the work

divide-title = Verdelen
divide-load = Hoeveel heeft iedereen?
divide-person = Consulent
divide-open = Open
divide-late = Te laat
divide-all = Alles wat open is
divide-empty = Alles is verdeeld.
divide-to = Aan wie?
# name: the resident
divide-to-for = Wie leest de antwoorden van { $name }?
divide-give = Geef
divide-choose = Kies eerst aan wie u dit geeft

## The application manager

manage-title = Beheer
manage-setup = Hoe het portaal is ingesteld
manage-mode = Soort
manage-database = Database
manage-municipality = Gemeente
manage-content = Versie van de inhoud
manage-languages = Talen
manage-key = Hoofdsleutel nu in gebruik
manage-version = Versie van het portaal
manage-counts = Aantallen
manage-residents = Inwoners
manage-drafts = Bezig, nog niet verstuurd
manage-scans = Verstuurde versies
manage-requests = Open verzoeken
manage-sessions = Nu ingelogd

## What just happened

notice-spoken = Bewaard: u sprak de inwoner. De inwoner ziet dat ook.
notice-no-answer = Bewaard: geen gehoor. Dit blijft open.
notice-settled-undone = Dit staat weer open.
notice-sent-at-desk = Verstuurd. Geef de inwoner het nummer hierboven, of print de antwoorden onderaan.
notice-asked = De vraag is verstuurd. De inwoner ziet die bij het inloggen.
notice-concluded = Afgerond. De inwoner ziet dat ook.
notice-reopened = Dit is weer open.
notice-invited = De inwoner is uitgenodigd en kan inloggen. Geef dit zelf door, met een brief of telefoontje.
notice-taken = Dit staat nu op uw naam.
notice-handed-over = De inwoner is overgedragen.
notice-ask-withdrawn = De vraag is ingetrokken.
notice-group-set = De groep is bewaard. De inwoner kan de reden lezen.
notice-note-kept = De notitie is bewaard.
notice-conflict-review = Iemand was u voor. Kijk hoe het er nu voor staat.
notice-conflict-caseworker = Iemand anders heeft dit net opgepakt of overgedragen. Kijk hoe het er nu voor staat.
notice-conflict-ask = Deze vraag is net gesteld, beantwoord of ingetrokken. Kijk hoe het er nu voor staat.

## What is wrong, and what to do

problem-bsn = Een BSN heeft 9 cijfers. Kijk of elk cijfer klopt
problem-not-agreed = Vul in hoe de inwoner akkoord ging. Daarna kunt u versturen
problem-empty-reason = Kies waarom u dit vraagt
problem-empty-questions = Kies bij welke vragen
problem-empty-message = Schrijf uw bericht aan de inwoner
problem-empty-group = Kies een groep
problem-empty-group-reason = Schrijf waarom. De inwoner leest dit
problem-empty-note = Schrijf eerst de notitie
problem-empty-route = Kies welke vragen de inwoner krijgt
problem-empty-first-name = Vul de voornaam in
problem-empty-last-name = Vul de achternaam in
problem-empty-to = Kies aan wie u dit overdraagt

## What goes to the systems of the municipality

review-cases = In de systemen van de gemeente
queue-title = Naar de systemen van de gemeente
queue-text = Wat inwoners en medewerkers doen, gaat vanzelf naar het zaaksysteem. Staat er iets onder Gestopt? Dan moet u iets doen: zie de lijst hieronder.
queue-waiting = Onderweg, gaat vanzelf
queue-oldest = Oudste sinds
queue-stopped = Gestopt, kijk ernaar
queue-alerts = Meldingen die nog open staan
queue-empty = Er staat niets in de weg.
queue-case = Zaak
queue-no-case = Zonder zaak
queue-state = Hoe het ervoor staat
queue-waits = Sinds
queue-try = Probeer opnieuw
queue-try-removed = Ga verder zonder deze zaak
queue-try-seen = Gezien
queue-try-all = Probeer alles opnieuw
queue-submission = Self-scan
queue-correction = Nieuwe versie
queue-contact = Bericht aan de inwoner
queue-agreement = Ondertekende afspraken
queue-mandate = Machtiging van een helper
queue-milestone = Stap in de reis
queue-code-permission-denied = Het portaal mist rechten. Vraag de beheerder van het zaaksysteem.
queue-code-authentication-failed = De sleutel van het portaal klopt daar niet. Vraag de beheerder van het zaaksysteem.
queue-code-jwt-expired = De klok van het portaal en die van het zaaksysteem lopen niet gelijk.
queue-code-connect = Het systeem is niet te bereiken.
queue-code-time-out = Het systeem antwoordt te laat.
queue-code-not-ours = Daar staat al iets met dit nummer. De beheerder van het zaaksysteem zegt wat blijft.
queue-code-no-bsn = Van deze inwoner is geen BSN bekend.
queue-code-catalogue = Er mist iets in de catalogus. Het commando portal backend check zegt wat.
queue-since = onderweg sinds { $at }
# steps: names of steps
queue-done = Gedaan: { $steps }.
# step: the name of a step; code: a code; n: a number; at: a moment; left: how many messages did not arrive
queue-why-waiting = { $step }: { $code }. { $n ->
    [0] Opnieuw
   *[other] Poging { $n } mislukt. Opnieuw
} op { $at }.
queue-why-stopped = Gestopt bij { $step }: { $code }.
queue-why-removed = Deze zaak staat niet meer in het zaaksysteem. { $left ->
    [0] Alles was aangekomen.
    [one] Eén bericht kwam niet aan. Ga verder zonder deze zaak: dan gaat het naar een andere zaak, of een nieuwe. Een bericht aan de inwoner vervalt als er geen zaak meer is.
   *[other] { $left } berichten kwamen niet aan. Ga verder zonder deze zaak: dan gaan ze naar een andere zaak, of een nieuwe. Berichten aan de inwoner vervallen als er geen zaak meer is.
}
# api: the name of an API; code: a code; at: a moment
queue-circuit = { $api } antwoordt niet goed ({ $code }). We proberen het weer op { $at }.
notice-trying-again = We proberen het opnieuw.
step-case = zaak
step-document = document
step-relation = document in de zaak
step-initiator = inwoner in de zaak
step-object = object
step-case-object = object in de zaak
step-status = status
step-change = stand van het object
step-contact = bericht
step-record = object
step-record-link = object in de zaak
step-agreed = status van de afspraken

## Promises of the municipality

promises-title = Onze beloften
promises-show-mine = Van mijn inwoners
promises-show-team = Van mijn team
promises-late =
    { $n ->
        [one] 1 te laat
       *[other] { $n } te laat
    }
promises-caption =
    { $n ->
        [one] 1 belofte
       *[other] { $n } beloften, te laat bovenaan
    }
promises-none = Er staan geen beloften open.
promises-what = Wat wij doen
promises-goal = Voor welk doel
promises-by = Uiterlijk
promises-not-done = Volgens inwoner niet gedaan
promises-waits = Wie wacht op wie
promises-waits-none = Niemand wacht op een ander.
task-not-done = De inwoner zegt dat de gemeente iets niet deed.
task-cannot = Er lukt iets niet. Vraag wat er nodig is.
task-answer = Wacht op u: antwoord op het voorstel of de antwoorden.
task-silent = Geen antwoord. De tijd om na te denken liep tot en met { $date }. Neem contact op.
task-could-not = Kan nu niet antwoorden. Bespreek het bij het volgende contact.
task-look-back = Het is tijd om samen terug te kijken.
task-thinking = De inwoner denkt na tot en met { $date }.
promises-schemes = Welke regelingen helpen
promises-agreed =
    { $n ->
        [one] 1 inwoner heeft afspraken.
       *[other] { $n } inwoners hebben afspraken.
    }
promises-scheme-used = { $n } keer
promises-scheme-unused = nog door niemand gebruikt
event-proposed = Voorstel voor afspraken, versie { $detail }
event-answered = Antwoorden op versie { $detail } van de afspraken
event-agreed = Afspraken vastgelegd: versie { $detail }
event-proposal-withdrawn = Voorstel ingetrokken: versie { $detail }
event-could-not-answer = Inwoner kon niet antwoorden op versie { $detail }
event-marked = Over een afspraak: { $detail }
event-looked-back = Teruggekeken op versie { $detail }
problem-empty-could-not = Schrijf op waarom het nu niet kan

## The caseload

caseload-title = Mijn inwoners
caseload-journey = De reis
caseload-never =
    { $n ->
        [one] 1 nog niet gesproken
       *[other] { $n } nog niet gesproken
    }
caseload-caption =
    { $n ->
        [one] 1 inwoner
       *[other] { $n } inwoners
    }
caseload-none = Er zijn nog geen inwoners op uw naam.
caseload-order = Volgorde
caseload-by-spoken = Langst niet gesproken bovenaan
caseload-by-waits = Wie op ons wacht bovenaan
caseload-spoken = Laatst gesproken
caseload-not-spoken = Nog niet
caseload-yearly = Jaarlijks gesprek voor { $date }
caseload-yearly-late = Jaarlijks gesprek was voor { $date }
caseload-waits = Wie wacht op wie
caseload-waits-both = Beide kanten zijn aan zet
caseload-waits-resident = Wij wachten op de inwoner
caseload-waits-nobody = Niemand wacht
caseload-late = Belofte te laat
spoken-title = U sprak de inwoner vandaag
talk-phone = Aan de telefoon
talk-desk = Aan de balie
talk-home = Bij de inwoner thuis
event-spoken = Gesproken met de inwoner

event-appointment-made = Gesprek gepland: { $detail }
event-appointment-cancelled = Gesprek afgezegd: { $detail }

## Helpers, at the desk

desk-helpers-title = Hulp regelen
desk-helpers-lead = De inwoner zit bij u en kiest. De helper vult de code in op een eigen telefoon. Daarna vraagt u de inwoner of dit de goede persoon is.
desk-helper-new = Nieuwe helper
desk-agreement = Hoe ging de inwoner akkoord?
desk-agreement-help = Bijvoorbeeld: voorgelezen, de inwoner zei ja. De inwoner kan dit lezen.
desk-helper-make = Maak een code
# name: as the helper says
desk-confirm = { $name } antwoordde. Bedoelt de inwoner deze persoon?
notice-conflict-yourself = Dit is uw eigen naam. U regelt geen hulp door uzelf. Vraag een collega.
desk-confirm-yes = De inwoner zegt ja
desk-confirm-no = De inwoner zegt nee
objections-title = Melding van de inwoner
objection-about = Over { $name }, { $date }
objection-about-you = Dit gaat over u. Een collega zoekt het uit.
# date: a day
objection-due = Antwoord uiterlijk { $date }
objection-answer = Uw antwoord. De inwoner leest dit.
problem-empty-answer = Schrijf in een zin wat u antwoordt.
objection-settle = Dit is opgelost
notice-objection-settled = Opgelost. De inwoner ziet dat.
event-helper-joined = { $name } regelde hulp aan de balie
event-together = De inwoner vulde samen met iemand in
event-objected = De inwoner meldde dat er iets niet klopt
divide-reported-title = Meldingen over een collega
divide-reported-text = Een ander antwoordt de inwoner. Is er geen ander? Geef de inwoner dan hieronder aan een collega.
divide-reported = { $resident }, over { $name }. Antwoord uiterlijk { $date }.

## Volunteers

volunteers-title = Vrijwilligers
volunteers-list = Alle vrijwilligers
volunteers-none = Er zijn nog geen vrijwilligers.
volunteers-others = Helpers met een account
volunteers-others-text = Vul talen en wijk in. Dan is iemand vrijwilliger.
matches-title = Wil een maatje
matches-none = Niemand wacht op een maatje.
match-asked = Gevraagd op { $date }
match-nobody = Nog geen vrijwilligers om uit te kiezen.
match-propose = Stel { $name } voor
match-waits-volunteer = { $name } is gevraagd en denkt erover na.
match-waits-resident = { $name } zei ja. De inwoner kiest nu.
match-withdraw = Trek terug
notice-proposal-withdrawn = Het voorstel is teruggetrokken.
fit-language = Zelfde taal
fit-neighbourhood = Zelfde wijk
fit-topic = Onderwerp past
fit-no-language = Spreekt de taal niet
# n: how many residents
volunteer-helps = { $n ->
    [0] (helpt nog niemand)
   *[other] (helpt { $n })
}
pairs-title = Wie helpt wie
pairs-none = Er zijn nog geen koppels via de gemeente.
pairs-caption = { $n ->
    [one] 1 koppel
   *[other] { $n } koppels
}
pairs-silent = { $n ->
    [one] Bij 1 koppel is het te lang stil.
   *[other] Bij { $n } koppels is het te lang stil.
}
couple-volunteer = Vrijwilliger
couple-since = Sinds
couple-last = Laatste contact
couple-times = Aantal keer
couple-first = Nog geen contact. Breng deze twee bij elkaar.
couple-silent = Te lang stil
volunteer-anywhere = Overal
volunteer-peer = Ervaringsdeskundige
volunteer-trained = { $n ->
    [one] 1 training
   *[other] { $n } trainingen
}
volunteer-thanked = { $n ->
    [one] 1 keer bedankt
   *[other] { $n } keer bedankt
}
volunteer-languages = Talen
volunteer-neighbourhood = Wijk
volunteer-available = Wanneer
volunteer-topics = Helpt graag met
volunteer-who = Wie
volunteer-course = Training
volunteer-day = Dag
volunteer-train = Training gedaan
volunteer-thank = Bedanken
volunteer-words = Uw woorden
volunteer-words-help = De vrijwilliger leest dit op het eigen overzicht.
volunteer-thank-button = Stuur een bedankje
volunteer-end = Vrijwilliger stopt
volunteer-end-text = De vrijwilliger ziet dan meteen niets meer van inwoners.
volunteer-end-button = Beëindig
available-weekday = Op werkdagen
available-evening = 's Avonds
available-weekend = In het weekend
notice-volunteer-kept = Bewaard.
notice-volunteer-thanked = Het bedankje is verstuurd.
notice-volunteer-ended = De vrijwilliger is gestopt.
notice-volunteer-proposed = De vrijwilliger is gevraagd. Na een ja kiest de inwoner.
notice-conflict-proposal = Deze inwoner heeft geen open vraag meer, of er is al iemand voorgesteld.
notice-conflict-volunteer = Dit is geen vrijwilliger meer.
problem-empty-languages = Kies een taal.
problem-empty-course = Kies een training.
problem-empty-words = Schrijf een paar woorden.

feelings-title = Hoe inwoners elke stap vinden
feelings-none = Er zijn nog te weinig antwoorden om te laten zien.
feelings-caption = Laatste twaalf maanden, alleen aantallen
feelings-stage = Stap
task-late = Wij zijn te laat met iets.
task-contact = De inwoner wacht op contact.
task-looked-back = De inwoner keek terug. Kijk ook terug.
task-read = Er zijn antwoorden om te lezen.
task-resident-looks-back = De inwoner heeft nog niet teruggekeken.
task-asked = De inwoner kreeg een vraag over antwoorden.
caseload-waits-municipality = De inwoner wacht op ons
signal-direct-late =
    { $n ->
        [one] Haast: 1 dag te laat
       *[other] Haast: { $n } dagen te laat
    }
signal-answered = Antwoord op afspraken
feelings-few = minder dan 5
