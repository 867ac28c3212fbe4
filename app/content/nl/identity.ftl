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

access-title = Wie keek in uw gegevens
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
    .desk = las wat de inwoner verstuurde
access-did-review = werkte aan uw antwoorden
    .desk = werkte aan de antwoorden
access-did-divide = gaf uw antwoorden aan een collega
    .desk = gaf de antwoorden aan een collega
access-did-desk = vulde samen met u de vragen in
    .desk = vulde samen met de inwoner de vragen in
access-did-sign-in = logde in voor u
    .desk = logde in voor de inwoner
access-did-for-you = deed iets voor u
    .desk = deed iets voor de inwoner
access-did-reason = wilde uw antwoorden zien
    .desk = wilde de antwoorden zien
access-did-other = opende uw gegevens
    .desk = opende de gegevens
# followed by what the caseworker wrote
access-reason = Waarom:

## A caseworker looks at a colleague's resident

look-why-title = Deze inwoner is van een collega
look-why-lead = Schrijf op waarom u wilt kijken. De inwoner kan dit lezen.
look-why-label = Waarom wilt u kijken?
look-why-empty = Schrijf in een paar woorden waarom
look-why-go-on = Ga verder

## Everything that is held

held-title = Wat wij van u bewaren
held-lead = Hier staat alles wat wij in Meedoen van u bewaren.
held-pdf = Download alles
held-pdf-sub = Als document (PDF)
held-json = Download alles als data
held-json-sub = Voor een ander programma (JSON)
held-correct = Klopt er iets niet?
held-correct-sub = Verander het zelf, of bel ons
held-what = Alles op een rij
held-profile = Wie u bent
held-draft = Wat u nog niet verstuurde
held-sent = Wat u verstuurde
held-letters = Vragen en antwoorden
held-agreements = Uw afspraken met de gemeente
held-appointments = Wanneer u elkaar spreekt
held-calculations = Uw berekeningen
held-events = Wat er gebeurde
held-notes = Aantekeningen van de gemeente
held-nothing = Niets
held-called = Hoe wij u noemen
held-phone = Telefoonnummer
held-email = E-mailadres
held-language = De taal die u leest
held-cancelled = Afgezegd
# date: a day; minutes: a number; way: how
held-contact-with =
    { $minutes ->
        [one] Op { $date }: 1 minuut, { $way }
       *[other] Op { $date }: { $minutes } minuten, { $way }
    }
held-bsn = BSN
held-bsn-sealed = Bewaard, met een slot erop
held-asked = Vraag over uw antwoorden
held-group = Uw groep
held-notes-count = Aantal. Wilt u weten wat erin staat? Vraag het ons
held-delete = Verwijderen
held-delete-draft-text = Wat u niet verstuurde, kunt u zelf verwijderen. Dat gebeurt meteen. Het komt niet terug.
held-delete-draft = Verwijder wat ik niet verstuurde
# months: how long
held-stays = Wat u verstuurde, gebruikt de gemeente voor uw uitkering. De wet zegt dat de gemeente dat een tijd moet bewaren. In Meedoen blijft het { $months } maanden na het laatste contact. Daarna verwijderen wij het.
held-erasure-sub = Wij bekijken wat er weg kan
request-erasure = Verwijder mijn gegevens
    .text = Wij bekijken wat er weg kan. Wat de wet ons laat bewaren, blijft. U hoort binnen een maand wat wij doen, en waarom.
    .button = Vraag dit aan
    .sent = U hoort { $by } van ons
    .staff = Wil dat gegevens worden verwijderd
    .asked = U vroeg: verwijder mijn gegevens

## Deleted soon

# date: a day
soon-draft = U hebt vragen ingevuld en niet verstuurd. Op { $date } verwijderen wij uw antwoorden.
soon-calculations = Op { $date } verwijderen wij uw berekeningen.
soon-file = U was hier lang niet. Op { $date } verwijderen wij uw gegevens uit Meedoen.
soon-keep = Bewaar het langer
notice-kept-longer = Wij bewaren het langer.

## Too often

refused-too-often = U deed dit te vaak achter elkaar. Wacht een minuut en probeer het opnieuw.

## Helpers sign in by e-mail, or with a passkey

door-helpers-by-mail = Met uw e-mailadres
by-mail-title = Inloggen als maatje of vrijwilliger
by-mail-lead = Vul uw e-mailadres in. Wij sturen u een code.
by-mail-email = Uw e-mailadres
by-mail-send = Stuur mij een code
by-mail-kept = Wij bewaren uw e-mailadres niet.
problem-empty-email = Vul uw e-mailadres in.
problem-too-often = U vroeg al een paar keer een code. Kijk in uw e-mail, of wacht { $minutes } minuten.
problem-not-sent = De e-mail gaat nu niet weg. Probeer het over een paar minuten weer.
mail-code-title = Kijk in uw e-mail
mail-code-lead = Wij stuurden u een code. Typ de code hier. De code werkt 15 minuten. Vroeg u vaker een code? Dan werkt alleen de nieuwste.
mail-code = De code uit de e-mail
mail-code-none = Ik heb geen e-mail gekregen
mail-code-none-text = Het kan een paar minuten duren. Kijk ook bij de ongewenste e-mail. Staat er niets? Dan klopt het adres misschien niet.
mail-code-again = Vraag een nieuwe code
mail-code-over = Deze code werkt hier niet
mail-code-over-text = Misschien is de code te oud, of al gebruikt. Of de code was te vaak fout. Opende u de link uit de e-mail? Typ de code dan op de pagina waar u was.
mail-code-subject = Uw code voor Meedoen: { $code }
mail-code-text =
    Goedendag,

    U wilt inloggen bij Meedoen van { $place }.
    Uw code is: { $code }

    Typ deze code op de pagina waar u was. Of open deze link in dezelfde browser:
    { $url }

    De code werkt 15 minuten en één keer. Geef de code aan niemand. Ook de gemeente vraagt er niet om.
    Vroeg u geen code? Dan hoeft u niets te doen.
welcome-title = Welkom
welcome-lead = Hoe heet u? Wie hulp van u krijgt, ziet deze naam. U kunt de naam later niet veranderen.
welcome-name = Uw voornaam en achternaam
passkey-use = Log in met vingerafdruk, gezicht of pincode
passkey-make = Stel in op dit apparaat
passkey-busy = Kijk op uw apparaat en volg de stappen.
passkey-stopped = Het is niet gelukt. Probeer het nog een keer, of log in met een code per e-mail.
passkey-failed = Dit apparaat kennen wij niet. Log in met een code per e-mail.
passkeys-title = Inloggen zonder code
passkeys-lead = Log in met uw vingerafdruk, uw gezicht of de pincode van uw telefoon. Dat gaat snel en is veilig.
passkeys-fact-device = Uw vingerafdruk of gezicht blijft op uw apparaat. Wij zien dat nooit.
passkeys-fact-mail = Inloggen met een code per e-mail blijft ook werken.
passkey-no-script = In deze browser kan dit niet. U logt hier in met een code per e-mail.
passkeys-have = Ingesteld
passkeys-none = Nog op geen apparaat.
passkey-made = Ingesteld op { $date }
passkey-used = Laatst gebruikt op { $date }
passkey-remove = Verwijderen
notice-passkey-made = Gelukt. U kunt nu zonder code inloggen.
notice-passkey-gone = Verwijderd. Op dat apparaat logt u weer in met een code.
notice-conflict-passkey = Het is niet gelukt. Probeer het nog een keer.
passkeys-again = U bent al langer ingelogd. Log eerst opnieuw in met een code. Zo weten wij zeker dat u het bent.
passkeys-again-link = Log opnieuw in met een code
notice-conflict-passkey-late = U bent al langer ingelogd. Log eerst opnieuw in met een code.
passkeys-many = U hebt dit al op veel apparaten ingesteld. Verwijder er eerst een.
