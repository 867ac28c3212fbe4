# Texts of conversation topics and agreement pairs in Dutch, u-form. Resident and caseworker read the same text.

## Topics with a rule number

topic-R1 = Dit heeft haast
    .why = U heeft gezegd dat er nu iets haast heeft. Wij willen u dezelfde werkdag spreken.
topic-R2 = Wij bellen u deze week
    .why = U heeft gezegd dat wij u deze week mogen bellen.
# domain: the name of the domain
topic-R3 = Uw onderwerp: { $domain }
    .why = U heeft gezegd dat u hier hulp bij wilt of erover wilt praten.
topic-R4 = Loont werken voor u?
    .why = U heeft gezegd dat u bang bent voor minder geld of voor terugbetalen.
topic-R5 = Hooguit 2 stappen tegelijk, herinneringen aan, bellen in plaats van schrijven
    .why = U heeft gezegd dat u veel stress heeft. Dingen onthouden en afmaken lukt niet altijd goed.
topic-R6 = Taal en digitaal
    .why = U heeft gezegd dat brieven, Nederlands of de computer lastig zijn. Wij houden daar rekening mee.
topic-R7 = Zorg thuis
    .why = U heeft gezegd dat u de zorg niet volhoudt of dat er geen opvang is. Dit komt vóór werk.
topic-R8 = Een maatje voor u
    .why = U heeft gezegd dat u misschien iemand wilt die u helpt. Pas als u ja zegt, zoeken wij een maatje.
topic-R9 = U heeft niet alles ingevuld. Wilt u dit samen doen?
    .why = U heeft 3 of meer onderwerpen overgeslagen. Dat mag.
topic-R10 = Meedoen op uw manier
    .why = U heeft gezegd dat betaald werk nu niet bij u past.

## Other outcomes of answers

topic-T-appointment = Bellen of een gesprek
    .why = U heeft gezegd dat u liever belt of een gesprek wilt.
topic-T-papers = Uw papieren laten bekijken (diplomawaardering)
    .why = U heeft gezegd dat u wilt weten of uw papieren hier tellen.
topic-T-bills = Rekeningen met voorrang
    .why = U heeft gezegd dat u huur, stroom, gas of zorgverzekering later of niet betaalt.
topic-T-repayment = Terugbetalen voorkomen
    .why = U heeft gezegd dat u bang bent om weer te moeten terugbetalen.
topic-T-breaks = Vaker pauze
    .why = U heeft gezegd dat vaker pauze het makkelijker maakt.
topic-T-seated = Zittend werk
    .why = U heeft gezegd dat zittend werk makkelijker voor u is.
topic-T-short-days = Kortere dagen
    .why = U heeft gezegd dat kortere dagen het makkelijker maken.
topic-T-quiet-place = Een rustige plek
    .why = U heeft gezegd dat een rustige plek helpt, of dat drukke plekken lastig zijn.
topic-T-aid = Een hulpmiddel
    .why = U heeft gezegd dat een hulpmiddel het makkelijker maakt.
topic-T-easier = Iets anders dat helpt
    .why = U heeft zelf opgeschreven wat het makkelijker maakt.
topic-T-care = De hulp die u nodig heeft
    .why = U heeft gezegd dat u hulp wilt, maar die nu niet krijgt.
topic-T-energy = Waar u energie van krijgt
    .why = U heeft gezegd waar u energie van krijgt. Dit is een idee voor de afspraken.
topic-T-goal = Uw doel
    .why = U heeft gezegd dat u weet wat u wilt bereiken. Dit kan een doel worden in uw plan.

## Agreement pairs: what the municipality does, what I do

pair-debt_talk = Gesprek over schulden
    .municipality = Wij plannen binnen { $n } werkdagen een gesprek over uw schulden.
    .resident = Ik neem mijn brieven mee. Ook de dichte brieven.
pair-check_schemes = Regelingen nakijken
    .municipality = Wij kijken na op welke regelingen u recht heeft.
    .resident = Ik stuur de papieren die nodig zijn.
pair-course = Een cursus volgen
    .municipality = Wij zoeken een cursus en betalen die.
    .resident = Ik ga naar de cursus. Ik bel als ik niet kan.
pair-try_first = Eerst proberen
    .municipality = Wij regelen een proefplek voor { $n } weken.
    .resident = Ik probeer het { $n } uur per week. Ik vertel hoe het gaat.
pair-companion = Iemand gaat mee
    .municipality = Wij zorgen dat er iemand meegaat.
    .resident = Ik ga naar de afspraak.
pair-calculation = Samen rekenen
    .municipality = Wij rekenen met u uit wat u overhoudt. Wij zetten het op papier.
    .resident = Ik geef mijn uren en loon op tijd door.
pair-language_lessons = Taalles in de buurt
    .municipality = Wij regelen taalles bij u in de buurt.
    .resident = Ik ga elke week naar de les.
pair-digital_help = Hulp met DigiD en e-mail
    .municipality = Wij geven u gratis hulp met DigiD en e-mail.
    .resident = Ik oefen met mijn maatje.
pair-strong_side = Doen wat ik goed kan
    .municipality = Wij zoeken een plek waar u kunt doen wat u goed kunt.
    .resident = Ik help { $n } uur per week op deze plek.
pair-buddy = Een maatje leren kennen
    .municipality = Wij stellen een maatje aan u voor.
    .resident = Ik maak kennis. Daarna beslis ik.
pair-travel_costs = De reis betalen
    .municipality = Wij betalen de reis naar deze activiteit.
    .resident = Ik bewaar mijn kaartjes of geef mijn ritten door.
pair-childcare = Opvang vinden
    .municipality = Wij helpen u opvang te vinden.
    .resident = Ik ga kijken bij de opvang.
pair-less_at_once = Niet te veel tegelijk
    .municipality = Wij vragen nu niet meer dan deze twee dingen.
    .resident = Ik doe één ding tegelijk. Ik bel als het niet lukt.

## More agreement pairs: what the municipality can offer after an answer

pair-build_up = Rustig opbouwen
    .municipality = Wij beginnen met weinig uren. Elke { $n } weken kijken wij of meer lukt.
    .resident = Ik vertel wat lukt en wat niet.
pair-transport = Vervoer vinden
    .municipality = Wij zoeken met u vervoer naar uw werk.
    .resident = Ik geef door waar en wanneer ik er moet zijn.
pair-apply_help = Hulp met solliciteren
    .municipality = Wij helpen u met brieven en met een gesprek oefenen.
    .resident = Ik schrijf op welk werk ik heb gedaan.
pair-money_buddy = Maatje voor geldzaken
    .municipality = Wij zoeken een maatje dat met u naar uw post kijkt.
    .resident = Ik leg mijn post klaar. Ook de dichte brieven.
pair-someone_to_talk = Met iemand praten
    .municipality = Wij zoeken met u een maatje of een gesprek.
    .resident = Ik vertel met wie ik graag praat.
pair-carer_help = Hulp bij mantelzorg
    .municipality = Wij zoeken hulp bij de zorg die u geeft.
    .resident = Ik vertel welke zorg te veel is.
pair-activity = Een activiteit kiezen
    .municipality = Wij zoeken een activiteit bij u in de buurt.
    .resident = Ik ga één keer kijken. Daarna beslis ik.
pair-language_buddy = Maatje voor taal
    .municipality = Wij zoeken een maatje om Nederlands mee te oefenen.
    .resident = Ik oefen elke week met mijn maatje.
pair-digital_course = Cursus telefoon en computer
    .municipality = Wij zoeken een gratis cursus, of hulp bij het Informatiepunt Digitale Overheid.
    .resident = Ik ga erheen en oefen thuis.

## The state of a line in an agreement

commitment-status = Status
    .o-proposal = Voorstel
    .o-thinking = Ik denk na
    .o-agreed = Afgesproken
    .o-busy = Bezig
    .o-done = Klaar
    .o-cannot-now = Lukt nu niet
    .o-not-needed = Niet meer nodig
# Asked after "Lukt nu niet"; never called a reason
commitment-needed = Wat is er nodig?
    .o-time = Meer tijd
    .o-help = Hulp
    .o-different = Iets anders
    .o-call = Wij bellen elkaar

## Templates that a caseworker can choose

pair-job_search = Samen werk zoeken
    .municipality = Wij zoeken elke week samen met u naar werk.
    .resident = Ik kom elke week naar de groep. Ik bel als ik niet kan.
pair-more_hours = Meer uren werken
    .municipality = Wij zoeken met u naar meer uren.
    .resident = Ik vraag mijn werkgever om meer uren.
pair-volunteer = Vrijwilligerswerk
    .municipality = Wij zoeken vrijwilligerswerk dat bij u past.
    .resident = Ik ga een keer kijken. Daarna beslis ik.
pair-special_assistance = Extra kosten betalen
    .municipality = Wij kijken of u bijzondere bijstand kunt krijgen.
    .resident = Ik stuur de rekening van de kosten.
pair-yearly_talk = Elk jaar een gesprek
    .municipality = Wij nodigen u uit voor een gesprek. Dat doen wij elk jaar.
    .resident = Ik kom naar het gesprek. Ik bel als het niet lukt.

## Schemes that a line of the municipality can use

support-debt_help = Hulp bij schulden
support-special_assistance = Bijzondere bijstand
support-travel_costs = Reiskosten
support-childcare = Kinderopvang
support-course = Cursus
support-trial_placement = Proefplaats
support-sport_culture = Sport en cultuur
