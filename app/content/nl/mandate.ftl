# Helpers: who helps me, inviting, joining, helping, looking back.

## Who helps me

helpers-title = Wie helpt mij
helpers-lead = U kiest zelf van wie u hulp krijgt. U kiest ook wat die persoon ziet. Alleen u kunt iets versturen.
helpers-now = Deze mensen helpen u
helpers-before = Deze mensen hielpen u
helpers-invite = Vraag iemand om hulp
# date: the last day
helper-until = Tot en met { $date }
# name: of the caseworker; date: a day
helper-by-desk = { $name } van de gemeente regelde dit met u op { $date }.
    .desk = { $name } regelde dit op { $date }.
helper-desk-said = Zo zei u ja, volgens de medewerker:
    .desk = Zo zei de inwoner ja:
helper-desk-seen = Ik heb dit gelezen
# name: of the helper
helper-end = Stop met de hulp van { $name }
# date: a day
helper-ended = gestopt op { $date }
# name: of a domain
scope-see = { $name }: lezen
scope-fill-in = { $name }: lezen en invullen
part-agreements = Mijn afspraken
    .helping = De afspraken van { $resident }
part-journey = Mijn stappen
    .helping = De stappen van { $resident }
part-calculation = Mijn berekeningen
    .helping = De berekeningen van { $resident }
helper-sees = { $name } ziet: { $domains }.

## Inviting

invite-helper-title = Vraag iemand om hulp
helper-rules = Uw helper mag u helpen met deze vragen. U kiest zelf wat uw helper ziet.
helper-rules-send = Uw helper kan niets versturen. Alleen u kunt versturen.
helper-rules-told = De gemeente hoort dat u hulp krijgt en waarbij. Niet van wie.
helper-rules-stop = U kunt altijd stoppen. Dan ziet uw helper niets meer.
scope-title = Waar mag uw helper u mee helpen?
scope-help = Kies bij elk onderwerp.
scope-help-see = Bij alleen lezen ziet uw helper niet alles.
    .desk = Bij alleen lezen ziet de helper niet alles.
# domains: names of domains
scope-wanted = Bij de vragen koos u wat een maatje mag zien: { $domains }.
scope-no-see = Alleen lezen kan hier niet. Uw helper ziet dit alleen om het in te vullen.
    .desk = Alleen lezen kan hier niet. De helper ziet dit alleen om het in te vullen.
scope-choose-no = Nee
scope-choose-see = Ja, alleen lezen
scope-choose-fill-in = Ja, lezen en invullen
scope-parts = Mag uw helper dit ook zien?
helper-days = Hoe lang?
helper-days-7 = 7 dagen
helper-days-30 = 30 dagen
helper-days-90 = 3 maanden
helper-days-365 = 1 jaar
helper-how = Hoe vraagt u het?
helper-how-code = De helper zit naast mij
helper-how-code-sub = U krijgt een code om te laten zien. Uw helper typt die over.
helper-how-link = Ik stuur een link
helper-how-link-sub = De link is voor één persoon.
helper-make-code = Maak een code
helper-make-link = Maak een link
helper-name = Hoe heet uw helper?
helper-name-help = Zo weet u wie er antwoordt.
helper-rather-not = Liever niet
problem-empty-scope = Kies eerst wat u wilt delen.
problem-empty-with = Schrijf wie er naast u zit.

code-text = Zeg deze code, of laat hem zien.
# the address of the portal follows
code-where = Uw helper typt de code op
code-picture = Code om te scannen met een telefoon
# at: a moment
code-until = Dit werkt tot { $at }, en maar één keer.
# name: as the resident wrote it
link-text = Stuur deze link naar { $name }. Daarna ziet u wie er antwoordt.
link-label = De link
link-share = Deel
link-copy = Kopieer
link-copied = Gekopieerd
code-take-back = Neem terug
code-look-again = Kijk of er antwoord is

## Saying yes

# name: as the helper says
confirm-title = { $name } wil u helpen
confirm-proposal = De gemeente stelt { $name } voor
proposal-speaks = Spreekt: { $languages }
proposal-near = Helpt in de wijk { $name }
proposal-first = Zegt u ja? Dan brengt de gemeente u en { $name } bij elkaar. Uw telefoonnummer geeft u alleen zelf
proposal-share = Wilt u nu al iets delen? Dat hoeft niet.
confirm-for = U vroeg dit aan { $name }.
confirm-says = Deze persoon noemt zich { $name }.
volunteer-by-mail = logt in met een e-mailadres; niemand keek na of de naam klopt
confirm-account-none = Deze persoon logt in met een e-mailadres. Niemand keek na of de naam klopt.
confirm-same-name = Let op: deze persoon heeft dezelfde naam als u.
    .desk = Let op: deze persoon heeft dezelfde naam als de inwoner.
confirm-again = Deze persoon helpt u al. Zegt u ja? Dan stopt wat u nu deelt:
    .desk = Deze persoon helpt de inwoner al. Bij ja stopt wat de inwoner nu deelt:
confirm-know = Is dit wie u bedoelt? Uw helper belooft om niets verder te vertellen.
confirm-sees = Uw helper ziet dan:
# n: days
confirm-days = { $n ->
    [one] Dit duurt 1 dag.
   *[other] Dit duurt { $n } dagen.
}
confirm-yes = Ja, dit is goed
confirm-no = Nee, liever niet
asks-look = Kijk
# n: how many
asks-confirm = { $n ->
    [one] Iemand wil u helpen.
   *[other] { $n } mensen willen u helpen.
}
asks-desk = { $n ->
    [one] Een medewerker regelde hulp met u. Lees of het klopt.
   *[other] Een medewerker regelde { $n } keer hulp met u. Lees of het klopt.
}
asks-left = { $n ->
    [one] Er staat nog een tekst van een helper voor u klaar.
   *[other] Er staan nog { $n } teksten van een helper voor u klaar.
}
prepared-note = { $n ->
    [one] { $name } vulde 1 antwoord voor u in.
   *[other] { $name } vulde { $n } antwoorden voor u in.
}
prepared-topics = { $n ->
    [one] { $name } veranderde 1 onderwerp: overslaan, of toch invullen.
   *[other] { $name } veranderde { $n } onderwerpen: overslaan, of toch invullen.
}
prepared-somebody = Een helper
prepared-read = Lees na en verstuur
send-helped = Dit vulde een helper in
send-helped-text = Lees het na. Klopt het niet? Wijzig het dan.
send-helped-skipped = Overgeslagen. Uw antwoorden hierover gaan niet mee.
send-helped-taken-up = Niet meer overgeslagen. De vragen staan weer open.

notice-taken-back = De code werkt niet meer.
notice-helper-yes = U hebt een helper. Stoppen kan altijd.
    .desk = De inwoner heeft een helper. Stoppen kan altijd.
notice-helper-again = De nieuwe keuze komt in de plaats van de oude.
notice-helper-no = U zei nee. Deze persoon ziet niets van u.
    .desk = De inwoner zei nee. Deze persoon ziet niets.
notice-helper-ended = De hulp is gestopt. Deze persoon ziet niets meer van u.
    .desk = De hulp is gestopt. Deze persoon ziet niets meer van de inwoner.
notice-conflict-mandate = Er is niets gestopt. Deze hulp is er niet.
notice-conflict-invitation = Dit kan niet meer. Vraag het opnieuw.
notice-conflict-invitations = U hebt al veel codes open. Neem er eerst een terug.
notice-conflict-helped = Een helper vulde net nog iets in. Lees het na en verstuur het dan.

## What a helper still typed when it had ended

# name: of the helper; at: a moment
left-text = { $name } was nog aan het typen toen de hulp stopte ({ $at }). Dit stond er:
left-take-over = Gebruik dit
left-throw-away = Gooi weg
notice-left-taken = Het staat nu bij uw antwoorden.
notice-left-gone = Het is weg.

## Together on one phone

together-title = Samen invullen
together-text = Zit er iemand naast u? U vult samen in op uw eigen telefoon. Wij schrijven op dat u het samen deed.
together-with = Met wie vult u in?
together-begin = Wij vullen samen in
# name: as the resident wrote it
together-now = U vult nu samen in met { $name }.
together-mark = Samen met { $name }
together-questions = Naar de vragen
together-end = Ik ga alleen verder
notice-together = U vult nu samen in.
notice-together-ended = U gaat nu alleen verder.
# date: a day
together-was = Samen met { $name }, { $date }

## Looking back

access-did-see-intake = keek naar antwoorden die u deelt
    .desk = keek naar antwoorden die de inwoner deelt
access-did-see-agreements = keek naar uw afspraken
    .desk = keek naar de afspraken
access-did-see-journey = keek naar uw stappen
    .desk = keek naar de stappen
access-did-see-calculation = keek naar uw berekeningen
    .desk = keek naar de berekeningen
access-did-help = opende de pagina om u te helpen
    .desk = opende de pagina om te helpen
access-did-join = gebruikte uw code
    .desk = gebruikte de code van de inwoner
access-did-mandate = regelde hulp, samen met u
    .desk = regelde hulp, samen met de inwoner
access-did-fill-in = vulde iets voor u in bij { $name }
    .desk = vulde iets in bij { $name }
filled-in-title = Wie vulde iets in
filled-in-by = { $name }, { $at }
filled-in-of = { $name }: { $n ->
    [one] 1 keer
   *[other] { $n } keer
}
filled-in-topic = Het hele onderwerp
object-link = Dit klopt niet
object-title = Zeg wat er niet klopt
# name: of who looked
object-lead = Het gaat over { $name }. Wij zoeken het uit en bellen u.
object-named = Wij zien dan de naam van uw helper.
object-words = Wat klopt er niet? Dit hoeft niet.
object-send = Verstuur
notice-objected = Wij zoeken het uit. U hoort van ons.
objected-title = Wat niet klopte
objected-open = Over { $name }, { $date }. Wij zoeken het uit.
# date: a day
objected-due = Uiterlijk { $date } hoort u van ons.
objected-settled = Over { $name }, { $date }. Dit is opgelost.
objected-stop = Wilt u dat { $name } nu stopt?
objected-answer = Ons antwoord:
held-helpers = Wie u helpt
held-helper = Helper
held-desk = Hulp geregeld met een medewerker
held-invitation = Gevraagd om te helpen
held-invitation-open = Hier kan nog ja op worden gezegd
held-invitation-expired = Niemand zei ja
held-invitation-confirmed = Er werd ja gezegd
held-invitation-refused = Er werd nee gezegd
held-invitation-taken-back = Teruggenomen
held-invitation-declined = De helper zei nee
held-left = Tekst van een helper
held-together = Samen ingevuld
held-objection = Wat niet klopte

## Joining

join-title = Iemand helpen
join-stranger = Iemand vraagt u om hulp. Log eerst in met uw eigen account. De link alleen laat u niets zien.
join-resident = U bent nu ingelogd als inwoner. U kunt uzelf niet helpen. Wilt u iemand anders helpen? Log dan uit en log in als helper.
join-staff = U bent nu ingelogd als medewerker. Helpt u iemand in uw eigen tijd? Log dan uit en log in als helper.
join-lead = Vul de code in die u kreeg. Daarna ziet de ander uw naam en zegt ja of nee.
join-lead-link = Iemand vraagt u om hulp. De ander ziet straks uw naam en zegt ja of nee.
join-code = De code
join-code-help = 8 letters en cijfers, zoals ABCD-2345. Kleine letters mogen ook.
join-name = Uw naam
join-name-help = Zo ziet de ander wie u bent.
join-promise = Wat u belooft
promise-secret = Wat ik lees, vertel ik niet verder.
promise-own-words = Ik vul niets in wat de ander niet zegt.
promise-yes = Ik beloof dit
join-go = Verder
problem-empty-code = Vul de code in.
problem-code = Deze code werkt niet. Kijk eerst of u hem goed overtypte. Misschien is hij al gebruikt of te oud. Vraag dan een nieuwe code.
notice-joined = Gelukt. De ander ziet nu uw naam en zegt ja of nee.

## Helping

helping-whom = Wie wilt u nu helpen?
helping-code = Ik heb een code
helping-nobody = U helpt nu niemand.
helping-stopped = De hulp aan { $name } is gestopt op { $date }.
helping-stopped-left = Wat u nog typte, ligt bij { $name } klaar.
helping-said-no = De ander zei nee op { $date }.
helping-withdrawn = Op { $date } trok de gemeente een voorstel voor u terug.
helping-said-yes = { $name } zei ja.
help-stopped-title = Deze hulp is gestopt
help-stopped-text = U ziet hier niets meer.
help-stopped-left = Wat u nog typte, ligt klaar voor wie u hielp.
# n: how many
helping-waits = { $n ->
    [one] U wacht op een ja van 1 persoon.
   *[other] U wacht op een ja van { $n } mensen.
}
helping-label = U helpt
# name: of the resident
helping-bar = U helpt { $name }
helped-title = U helpt { $name }
helped-first = De gemeente brengt u en { $name } bij elkaar.
helped-rule-read = Lees de vraag voor. Laat { $name } zelf kiezen.
helped-rule-choose = Vul niets in wat { $name } niet zegt.
helped-begin = Begin met de vragen
helped-nothing-yet = { $name } heeft nog niets ingevuld.
helped-sent = { $name } heeft de antwoorden verstuurd op { $date }. Veranderen doet { $name } zelf.
helped-questions = De vragen
helped-answers = Alle antwoorden
helped-answers-sub = Wat met u is gedeeld
helped-back = Terug
helped-two-answers = Er zijn twee antwoorden op deze vraag. De inwoner kiest welke klopt.
    .helping = Er zijn twee antwoorden op deze vraag. { $resident } kiest welke klopt.
helped-stop = Stoppen met helpen
helped-stop-text = U ziet dan niets meer van { $name }.
helped-stop-button = Ik stop met helpen
notice-stopped-helping = U bent gestopt met helpen.
check-lead-helping = Dit is ingevuld. Versturen doet de inwoner zelf.
    .helping = Dit is ingevuld. Versturen doet { $resident } zelf.
check-partly-helping = U ziet hier niet alles. Sommige antwoorden zijn niet met u gedeeld.
check-done-helping = Klaar voor nu
opening-read-aloud = Lees dit voor:
opening-skip-sure = Dan gaan de antwoorden over dit onderwerp niet mee. Heeft { $name } dat zelf gezegd?
opening-skip-yes = Ja, sla dit onderwerp over
sharing-later = Kies wat een maatje later mag zien. Wat uw helper nu ziet, blijft gelijk.
helped-agreement-none = Er zijn nog geen afspraken om te zien.
helped-agreement-more = Er zijn ook afspraken die niet met u zijn gedeeld.
helped-calculations-none = Er zijn nog geen berekeningen.
problem-empty-promise = Beloof dit om verder te gaan.
held-contact = Contact met een helper

## A buddy

neighbourhood = In welke wijk woont u?
neighbourhood-none = Dat zeg ik liever niet
helper-thank = Zeg dank u wel
notice-thanked = Uw helper hoort dat u blij bent met de hulp.
proposal-title = Wilt u iemand helpen?
proposal-text = De gemeente denkt dat u iemand kunt helpen. Zegt u ja? Dan ziet die persoon uw naam en kiest zelf.
# name: of a language, in itself
proposal-language = Taal: { $name }
proposal-yes = Ja, graag
proposal-no = Nee, nu niet
notice-proposal-no = U zei nee. Dat is goed.

## Contact: when, how long, how

contact-title = Wanneer sprak u elkaar
contact-sub = Schrijf op wanneer u contact had
contact-lead = Schrijf alleen op wanneer, hoe lang en hoe. Niet waar het over ging.
contact-seen = De gemeente ziet alleen hoe vaak en wanneer het laatst was. { $name } kan alles zien wat hier staat.
contact-day = Dag
contact-day-help = Bijvoorbeeld 20-11-2026
contact-minutes = Hoeveel minuten?
contact-minutes-n = { $n ->
    [one] 1 minuut
   *[other] { $n } minuten
}
contact-way = Hoe?
contact-choose = Kies
contact-way-visit = Thuis
contact-way-outside = Samen op pad
contact-way-phone = Aan de telefoon
contact-way-online = Met berichten of beeldbellen
notice-contact = Het staat erbij.
contact-list = Dit schreef u op
contact-remove = Haal weg
notice-contact-gone = Het is weg.

## What a volunteer hears back

thanks-title = Bedankt
# date: a day
thanks-resident = Iemand die hulp van u krijgt, zei dank u wel. { $date }
thanks-from = van de gemeente, { $date }
training-title = Trainingen
training-done = gedaan op { $date }

## In the history

happened-helper-joined = Hulp geregeld, samen met een medewerker
happened-together = U vulde samen met iemand in
happened-objected = U zei dat er iets niet klopte
