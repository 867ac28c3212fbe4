# Texts of topics and agreement pairs in Dutch, je-form: only the messages that differ from the u-form.

## Topics with a rule number

topic-R1 = Dit heeft haast
    .why = Je hebt gezegd dat er nu iets haast heeft. Wij willen je dezelfde werkdag spreken.
topic-R2 = Wij bellen je deze week
    .why = Je hebt gezegd dat wij je deze week mogen bellen.
# domain: the name of the domain
topic-R3 = Jouw onderwerp: { $domain }
    .why = Je hebt gezegd dat je hier hulp bij wilt of erover wilt praten.
topic-R4 = Loont werken voor jou?
    .why = Je hebt gezegd dat je bang bent voor minder geld of voor terugbetalen.
topic-R5 = Hooguit 2 stappen tegelijk, herinneringen aan, bellen in plaats van schrijven
    .why = Je hebt gezegd dat je veel stress hebt. Dingen onthouden en afmaken lukt niet altijd goed.
topic-R6 = Taal en digitaal
    .why = Je hebt gezegd dat brieven, Nederlands of de computer lastig zijn. Wij houden daar rekening mee.
topic-R7 = Zorg thuis
    .why = Je hebt gezegd dat je de zorg niet volhoudt of dat er geen opvang is. Dit komt vóór werk.
topic-R8 = Een maatje voor jou
    .why = Je hebt gezegd dat je misschien iemand wilt die je helpt. Pas als je ja zegt, zoeken wij een maatje.
topic-R9 = Je hebt niet alles ingevuld. Wil je dit samen doen?
    .why = Je hebt 3 of meer onderwerpen overgeslagen. Dat mag.
topic-R10 = Meedoen op jouw manier
    .why = Je hebt gezegd dat betaald werk nu niet bij je past.

## Other outcomes of answers

topic-T-appointment = Bellen of een gesprek
    .why = Je hebt gezegd dat je liever belt of een gesprek wilt.
topic-T-papers = Je papieren laten bekijken (diplomawaardering)
    .why = Je hebt gezegd dat je wilt weten of je papieren hier tellen.
topic-T-bills = Rekeningen met voorrang
    .why = Je hebt gezegd dat je huur, stroom, gas of zorgverzekering later of niet betaalt.
topic-T-repayment = Terugbetalen voorkomen
    .why = Je hebt gezegd dat je bang bent om weer te moeten terugbetalen.
topic-T-breaks = Vaker pauze
    .why = Je hebt gezegd dat vaker pauze het makkelijker maakt.
topic-T-seated = Zittend werk
    .why = Je hebt gezegd dat zittend werk makkelijker voor jou is.
topic-T-short-days = Kortere dagen
    .why = Je hebt gezegd dat kortere dagen het makkelijker maken.
topic-T-quiet-place = Een rustige plek
    .why = Je hebt gezegd dat een rustige plek helpt, of dat drukke plekken lastig zijn.
topic-T-aid = Een hulpmiddel
    .why = Je hebt gezegd dat een hulpmiddel het makkelijker maakt.
topic-T-easier = Iets anders dat helpt
    .why = Je hebt zelf opgeschreven wat het makkelijker maakt.
topic-T-care = De hulp die je nodig hebt
    .why = Je hebt gezegd dat je hulp wilt, maar die nu niet krijgt.
topic-T-energy = Waar je energie van krijgt
    .why = Je hebt gezegd waar je energie van krijgt. Dit is een idee voor de afspraken.
topic-T-goal = Jouw doel
    .why = Je hebt gezegd dat je weet wat je wilt bereiken. Dit kan een doel worden in je plan.

## Agreement pairs: what the municipality does, what I do

pair-debt_talk = Gesprek over schulden
    .municipality = Wij plannen binnen { $n } werkdagen een gesprek over je schulden.
    .resident = Ik neem mijn brieven mee. Ook de dichte brieven.
pair-check_schemes = Regelingen nakijken
    .municipality = Wij kijken na op welke regelingen je recht hebt.
    .resident = Ik stuur de papieren die nodig zijn.
pair-calculation = Samen rekenen
    .municipality = Wij rekenen met jou uit wat je overhoudt. Wij zetten het op papier.
    .resident = Ik geef mijn uren en loon op tijd door.
pair-language_lessons = Taalles in de buurt
    .municipality = Wij regelen taalles bij jou in de buurt.
    .resident = Ik ga elke week naar de les.
pair-digital_help = Hulp met DigiD en e-mail
    .municipality = Wij geven je gratis hulp met DigiD en e-mail.
    .resident = Ik oefen met mijn maatje.
pair-strong_side = Doen wat ik goed kan
    .municipality = Wij zoeken een plek waar je kunt doen wat je goed kunt.
    .resident = Ik help { $n } uur per week op deze plek.
pair-buddy = Een maatje leren kennen
    .municipality = Wij stellen een maatje aan je voor.
    .resident = Ik maak kennis. Daarna beslis ik.
pair-childcare = Opvang vinden
    .municipality = Wij helpen je opvang te vinden.
    .resident = Ik ga kijken bij de opvang.

## More agreement pairs: what the municipality can offer after an answer

pair-transport = Vervoer vinden
    .municipality = Wij zoeken met jou vervoer naar je werk.
    .resident = Ik geef door waar en wanneer ik er moet zijn.
pair-apply_help = Hulp met solliciteren
    .municipality = Wij helpen je met brieven en met een gesprek oefenen.
    .resident = Ik schrijf op welk werk ik heb gedaan.
pair-money_buddy = Maatje voor geldzaken
    .municipality = Wij zoeken een maatje dat met je naar je post kijkt.
    .resident = Ik leg mijn post klaar. Ook de dichte brieven.
pair-someone_to_talk = Met iemand praten
    .municipality = Wij zoeken met jou een maatje of een gesprek.
    .resident = Ik vertel met wie ik graag praat.
pair-carer_help = Hulp bij mantelzorg
    .municipality = Wij zoeken hulp bij de zorg die je geeft.
    .resident = Ik vertel welke zorg te veel is.
pair-activity = Een activiteit kiezen
    .municipality = Wij zoeken een activiteit bij jou in de buurt.
    .resident = Ik ga één keer kijken. Daarna beslis ik.
pair-job_search = Samen werk zoeken
    .municipality = Wij zoeken elke week samen met jou naar werk.
    .resident = Ik kom elke week naar de groep. Ik bel als ik niet kan.
pair-more_hours = Meer uren werken
    .municipality = Wij zoeken met jou naar meer uren.
    .resident = Ik vraag mijn werkgever om meer uren.
pair-volunteer = Vrijwilligerswerk
    .municipality = Wij zoeken vrijwilligerswerk dat bij je past.
    .resident = Ik ga een keer kijken. Daarna beslis ik.
pair-special_assistance = Extra kosten betalen
    .municipality = Wij kijken of je bijzondere bijstand kunt krijgen.
    .resident = Ik stuur de rekening van de kosten.
pair-yearly_talk = Elk jaar een gesprek
    .municipality = Wij nodigen je uit voor een gesprek. Dat doen wij elk jaar.
    .resident = Ik kom naar het gesprek. Ik bel als het niet lukt.
