# What differs in the je-form.

helpers-lead = Je kiest zelf van wie je hulp krijgt. Je kiest ook wat die persoon ziet. Alleen jij kunt iets versturen.
helpers-now = Deze mensen helpen je
helpers-before = Deze mensen hielpen je
helper-by-desk = { $name } van de gemeente regelde dit met jou op { $date }.
    .desk = { $name } regelde dit op { $date }.
helper-desk-said = Zo zei je ja, volgens de medewerker:
    .desk = Zo zei de inwoner ja:
helper-rules = Je helper mag je helpen met deze vragen. Je kiest zelf wat je helper ziet.
helper-rules-send = Je helper kan niets versturen. Alleen jij kunt versturen.
helper-rules-told = De gemeente hoort dat je hulp krijgt en waarbij. Niet van wie.
helper-rules-stop = Je kunt altijd stoppen. Dan ziet je helper niets meer.
scope-title = Waar mag je helper je mee helpen?
scope-parts = Mag je helper dit ook zien?
helper-how = Hoe vraag je het?
helper-how-code-sub = Je krijgt een code om te laten zien. Je helper typt die over.
helper-name = Hoe heet je helper?
helper-name-help = Zo weet je wie er antwoordt.
problem-empty-scope = Kies eerst wat je wilt delen.
problem-empty-with = Schrijf wie er naast je zit.
code-where = Je helper typt de code op
link-text = Stuur deze link naar { $name }. Daarna zie je wie er antwoordt.
confirm-title = { $name } wil je helpen
confirm-for = Je vroeg dit aan { $name }.
confirm-same-name = Let op: deze persoon heeft dezelfde naam als jij.
    .desk = Let op: deze persoon heeft dezelfde naam als de inwoner.
confirm-know = Is dit wie je bedoelt? Je helper belooft om niets verder te vertellen.
confirm-sees = Je helper ziet dan:
asks-confirm = { $n ->
    [one] Iemand wil je helpen.
   *[other] { $n } mensen willen je helpen.
}
asks-desk = { $n ->
    [one] Een medewerker regelde hulp met jou. Lees of het klopt.
   *[other] Een medewerker regelde { $n } keer hulp met jou. Lees of het klopt.
}
asks-left = { $n ->
    [one] Er staat nog een tekst van een helper voor je klaar.
   *[other] Er staan nog { $n } teksten van een helper voor je klaar.
}
prepared-note = { $n ->
    [one] { $name } vulde 1 antwoord voor je in.
   *[other] { $name } vulde { $n } antwoorden voor je in.
}
send-helped-skipped = Overgeslagen. Je antwoorden hierover gaan niet mee.
notice-helper-yes = Je hebt een helper. Stoppen kan altijd.
    .desk = De inwoner heeft een helper. Stoppen kan altijd.
notice-helper-no = Je zei nee. Deze persoon ziet niets van jou.
    .desk = De inwoner zei nee. Deze persoon ziet niets.
notice-helper-ended = De hulp is gestopt. Deze persoon ziet niets meer van jou.
    .desk = De hulp is gestopt. Deze persoon ziet niets meer van de inwoner.
notice-conflict-invitations = Je hebt al veel codes open. Neem er eerst een terug.
notice-left-taken = Het staat nu bij je antwoorden.
together-text = Zit er iemand naast je? Je vult samen in op je eigen telefoon. Wij schrijven op dat je het samen deed.
together-with = Met wie vul je in?
together-now = Je vult nu samen in met { $name }.
notice-together = Je vult nu samen in.
notice-together-ended = Je gaat nu alleen verder.
access-did-see-intake = keek naar antwoorden die je deelt
access-did-see-agreements = keek naar je afspraken
access-did-see-journey = keek naar je stappen
access-did-see-calculation = keek naar je berekeningen
access-did-help = opende de pagina om je te helpen
access-did-join = gebruikte je code
access-did-mandate = regelde hulp, samen met jou
access-did-fill-in = vulde iets voor je in bij { $name }
object-lead = Het gaat over { $name }. Wij zoeken het uit en bellen je.
notice-objected = Wij zoeken het uit. Je hoort van ons.
# date: a day
objected-due = Uiterlijk { $date } hoor je van ons.
held-helpers = Wie je helpt
join-stranger = Iemand vraagt je om hulp. Log eerst in met je eigen account. De link alleen laat je niets zien.
join-resident = Je bent nu ingelogd als inwoner. Je kunt jezelf niet helpen. Wil je iemand anders helpen? Log dan uit en log in als helper.
join-staff = Je bent nu ingelogd als medewerker. Help je iemand in je eigen tijd? Log dan uit en log in als helper.
join-lead = Vul de code in die je kreeg. Daarna ziet de ander je naam en zegt ja of nee.
join-name = Je naam
join-name-help = Zo ziet de ander wie je bent.
join-promise = Wat je belooft
notice-joined = Gelukt. De ander ziet nu je naam en zegt ja of nee.
helping-whom = Wie wil je nu helpen?
helping-waits = { $n ->
    [one] Je wacht op een ja van 1 persoon.
   *[other] Je wacht op een ja van { $n } mensen.
}
helping-label = Je helpt
helping-bar = Je helpt { $name }
helped-title = Je helpt { $name }
helped-answers-sub = Wat met jou is gedeeld
helped-stop-text = Je ziet dan niets meer van { $name }.
notice-stopped-helping = Je bent gestopt met helpen.
helped-agreement-more = Er zijn ook afspraken die niet met jou zijn gedeeld.
neighbourhood = In welke wijk woon je?
helper-thank = Zeg dank je wel
notice-thanked = Je helper hoort dat je blij bent met de hulp.
proposal-title = Wil je iemand helpen?
proposal-text = De gemeente denkt dat je iemand kunt helpen. Zeg je ja? Dan ziet die persoon je naam en kiest zelf.
notice-proposal-no = Je zei nee. Dat is goed.
contact-title = Wanneer spraken jullie elkaar
contact-sub = Schrijf op wanneer je contact had
thanks-resident = Iemand die hulp van jou krijgt, zei dank je wel. { $date }
happened-together = Je vulde samen met iemand in
happened-objected = Je zei dat er iets niet klopte
scope-help-see = Bij alleen lezen ziet je helper niet alles.
scope-wanted = Bij de vragen koos je wat een maatje mag zien: { $domains }.
helping-withdrawn = Op { $date } trok de gemeente een voorstel voor jou terug.
confirm-again = Deze persoon helpt je al. Zeg je ja? Dan stopt wat je nu deelt:
proposal-first = Zeg je ja? Dan brengt de gemeente jou en { $name } bij elkaar. Je telefoonnummer geef je alleen zelf
proposal-share = Wil je nu al iets delen? Dat hoeft niet.
prepared-topics = { $n ->
    [one] { $name } koos bij 1 onderwerp of je het overslaat.
   *[other] { $name } koos bij { $n } onderwerpen of je ze overslaat.
}
object-named = Wij zien dan de naam van je helper.
objected-stop = Wil je dat { $name } nu stopt?
join-lead-link = Iemand vraagt je om hulp. De ander ziet straks je naam en zegt ja of nee.
problem-code = Deze code werkt niet. Kijk eerst of je hem goed overtypte. Misschien is hij al gebruikt of te oud. Vraag dan een nieuwe code.
helping-nobody = Je helpt nu niemand.
helping-stopped-left = Wat je nog typte, ligt bij { $name } klaar.
help-stopped-text = Je ziet hier niets meer.
help-stopped-left = Wat je nog typte, ligt klaar voor wie je hielp.
helped-first = De gemeente brengt jou en { $name } bij elkaar.
check-partly-helping = Je ziet hier niet alles. Sommige antwoorden zijn niet met jou gedeeld.
sharing-later = Kies wat een maatje later mag zien. Wat je helper nu ziet, blijft gelijk.
contact-list = Dit schreef je op
scope-no-see = Alleen lezen kan hier niet. Je helper ziet dit alleen om het in te vullen.
