# Signing in, and what happens with what the portal knows about a person.

## Signing in at a provider

doors-title = Inloggen
doors-lead = U logt in met DigiD. Zo weten wij zeker dat u het bent.
door-residents = Log in met DigiD
doors-others = Anders inloggen
door-acting = Voor iemand anders
    .sub = Met een machtiging van DigiD
door-helpers = Als maatje of vrijwilliger
    .sub = Met uw eigen account
door-staff = Als medewerker
    .sub = Met uw account van de gemeente

## Not signed in: each title, and what to do

not-signed-in-cancelled = Er is niets veranderd. Wat u eerder invulde, is er nog.
    .title = U bent gestopt met inloggen
not-signed-in-again = Het duurde te lang, of de pagina was al oud. Log nog een keer in.
    .title = Inloggen is niet gelukt
not-signed-in-level = Log in met de DigiD-app. Dan weten wij zeker dat u het bent.
    .title = U hebt een sterkere DigiD nodig
not-signed-in-unknown = U staat nog niet in Meedoen. Denkt u dat dit niet klopt? Bel ons.
    .title = Wij kennen u hier nog niet
not-signed-in-service = Uw machtiging is voor iets anders. Vraag een machtiging voor Meedoen aan.
    .title = Deze machtiging geldt hier niet
not-signed-in-no-access = Uw account is goed, maar u hebt geen toegang. Vraag uw beheerder om toegang.
    .title = U hebt geen toegang
not-signed-in-failed = Dit ligt niet aan u. Probeer het over een paar minuten weer. Wat u eerder invulde, is er nog.
    .title = Inloggen lukt nu even niet

## Acting for somebody (machtiging)

acting-label = Machtiging
# name: the first name of the resident
acting-bar = U doet dit voor { $name }.
# A link that is seen only when the browser does not go on by itself
sign-out-elsewhere = Verder met uitloggen

signed-out-kept = Wat u net invulde, bewaren wij 15 minuten. Log nu in. Dan gaat u verder waar u was.

## Still there?

idle-title = Bent u er nog?
idle-text = Over 2 minuten loggen wij u uit. Dat is veiliger. Wat bewaard is, blijft bewaard.
idle-stay = Ja, ik ga verder

## Who looked

access-title = Wie keek in mijn gegevens
access-lead = Elke keer dat iemand uw gegevens opent, schrijven wij dat op.
access-nobody = Nog niemand van de gemeente keek in uw gegevens.
# days: on how many days
access-own = { $days ->
    [one] U was zelf op 1 dag hier.
   *[other] U was zelf op { $days } dagen hier.
}
access-wrong = Klopt er iets niet? Bel ons. Dan zoeken wij het samen uit.
access-somebody = Iemand die hier niet meer werkt
# name and team of a caseworker
access-caseworker = { $name }, team { $team }
access-did-read = las wat u verstuurde
access-did-review = werkte aan uw antwoorden
access-did-divide = gaf uw antwoorden aan een collega
access-did-desk = vulde samen met u de vragen in
access-did-sign-in = logde in voor u
access-did-for-you = deed iets voor u
access-did-reason = wilde uw antwoorden zien
access-did-other = opende uw gegevens
# followed by what the caseworker wrote
access-reason = Waarom:

## A caseworker looks at a colleague's resident

look-title = Deze inwoner is van een collega
look-lead = Schrijf op waarom u wilt kijken. De inwoner kan dit lezen.
look-label = Waarom wilt u kijken?
look-go-on = Ga verder
