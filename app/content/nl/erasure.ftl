# A resident asks to be deleted: what the caseworker decides (addressed as "u"), and what the resident reads about it.

## The caseworker decides

erasure-decide = Beslis wat er weg kan
erasure-title = Gegevens verwijderen
# date: a day; by: the day by which the resident hears something
erasure-lead = De inwoner vroeg dit op { $date }. De inwoner hoort uiterlijk { $by } wat u doet, en waarom.
erasure-held-draft = Antwoorden die niet zijn verstuurd
erasure-held-agreement-own = Eigen afspraken en kleine stappen die niet zijn verstuurd
erasure-held-calculations = Berekeningen
erasure-held-calendar = Het geheime adres van de agenda
erasure-held-helper-notes = Samen invullen, oude uitnodigingen en teksten van helpers
erasure-held-sent = Verstuurde antwoorden
erasure-held-letters = Verzoeken, vragen en de groep
erasure-held-agreements = Afspraken
erasure-held-appointments = Gesprekken
erasure-held-helpers = Wie helpt of hielp, en bezwaren
erasure-held-notes = Notities
erasure-held-profile = Naam, BSN en hoe de inwoner te bereiken is
erasure-may-go = Kan nu weg
erasure-stays = Hoort bij het dossier
erasure-always-stays = Heeft een eigen termijn
erasure-none = Niets.
erasure-why-record = Nodig voor de uitkering en voor de Archiefwet.
# date: a day with its year
erasure-until = Het blijft in Meedoen tot { $date }.
erasure-until-open = Het blijft in Meedoen zolang wij ermee bezig zijn. Daarna verwijderen wij het op tijd.
erasure-held-log = Wie in de gegevens keek
erasure-why-log = Zo kan de gemeente laten zien dat zij goed met gegevens omgaat. Er staat geen inhoud in.
erasure-held-backend = Wat in de systemen van de gemeente staat
erasure-why-backend = Daar geldt de Selectielijst. Vraag de afdeling archief.
erasure-not-everything = Alles verwijderen kan nu nog niet.
erasure-in-the-way-review = Wat de inwoner stuurde, is nog niet afgerond.
erasure-in-the-way-request = Er staat nog een verzoek van de inwoner open.
erasure-in-the-way-delivery = Er is nog iets onderweg naar de systemen van de gemeente. Duurt het lang? Vraag de applicatiebeheerder.
erasure-in-the-way-proposal = Er ligt een voorstel voor afspraken.
erasure-in-the-way-agreement = De gemeente heeft nog iets te doen uit een afspraak.
erasure-in-the-way-appointment = Er staat nog een gesprek gepland.
erasure-in-the-way-helper = Een helper kan nog bij de gegevens.
erasure-in-the-way-objection = Er staat nog een melding van de inwoner open.
erasure-end-helpers = Stop de hulp
erasure-choice = Wat doet u?
erasure-choice-everything = Alles in Meedoen verwijderen
    .sub = De inwoner leest hier niets meer. Doet de inwoner later weer mee? Dan begint alles opnieuw. Vertel het zelf: met een brief of telefoontje.
erasure-choice-part = Alleen verwijderen wat nu weg kan
    .sub = Het dossier blijft. De inwoner leest waarom en tot wanneer.
erasure-choice-nothing = Niets verwijderen
    .sub = De inwoner leest waarom.
erasure-why = Waarom blijft er iets?
erasure-why-help = De inwoner leest dit. Schrijf op wat blijft en waarom.
erasure-sure = Ik weet dat verwijderen niet terug te draaien is.
erasure-button = Voer dit uit
problem-empty-choice = Kies wat u doet
problem-empty-why = Schrijf waarom. De inwoner leest dit
problem-empty-sure = Zet een vinkje. Verwijderen kan niet worden teruggedraaid
notice-erasure-decided = Gedaan. De inwoner leest wat u besloot, en waarom.
notice-helpers-ended = De hulp is gestopt. Dat gaat ook naar de systemen van de gemeente.
notice-erased = De gegevens zijn uit Meedoen verwijderd. Vertel het de inwoner.
notice-conflict-erasure = Er kwam net iets bij. Daarom kan niet alles weg. Kijk hoe het er nu voor staat.
access-did-erase = besliste over het verwijderen van gegevens

## What the resident reads

# date: a day
erasure-decided-everything = Op { $date } verwijderden wij alles.
erasure-decided-part = Op { $date } verwijderden wij wat weg kon. Dat is: wat u niet verstuurde, uw berekeningen en uw eigen stappen. Ook de agenda-link en oude uitnodigingen van helpers zijn weg. De rest moeten wij nog bewaren.
erasure-decided-nothing = Op { $date } keken wij naar uw verzoek. Wij verwijderden niets.
erasure-disagree = Bent u het er niet mee eens? Bel ons. U kunt ook naar de Autoriteit Persoonsgegevens.

## The retention, for the application manager

manage-retention = Hoe lang alles blijft
manage-retention-text = Het telt vanaf de laatste keer dat er iets gebeurde. Eerst leest de inwoner dat iets wordt verwijderd. Daarna is er tijd om het te houden. Elk uur kijkt het portaal wat er aan de beurt is.
manage-retention-today = Wat er nu aan de beurt is
manage-retention-what = Wat
manage-retention-term = Hoe lang
manage-retention-told = Leest vandaag dat het weggaat
manage-retention-waiting = Heeft dat gelezen, kan het nog houden
manage-retention-deleted = Gaat vandaag weg
# years: a number
manage-years = { $years } jaar
manage-days = { $days } dagen
manage-kept-for-good = Voor altijd
manage-kept-draft = Antwoorden die niet zijn verstuurd (inwoners)
manage-kept-calculations = Berekeningen (inwoners)
manage-kept-file = Het dossier, als alles klaar is (inwoners)
manage-kept-log = Wie in de gegevens keek (regels)
