# What differs in the je-form.

doors-lead = Je logt in met DigiD. Zo weten wij zeker dat jij het bent.
door-helpers = Als maatje of vrijwilliger
    .sub = Met je eigen account
door-staff = Als medewerker
    .sub = Met je account van de gemeente
not-signed-in-cancelled = Er is niets veranderd. Wat je eerder invulde, is er nog.
    .title = Je bent gestopt met inloggen
not-signed-in-level = Log in met de DigiD-app. Dan weten wij zeker dat jij het bent.
    .title = Je hebt een sterkere DigiD nodig
not-signed-in-unknown = Je staat nog niet in Meedoen. Denk je dat dit niet klopt? Bel ons.
    .title = Wij kennen je hier nog niet
not-signed-in-service = Je machtiging is voor iets anders. Vraag een machtiging voor Meedoen aan.
    .title = Deze machtiging geldt hier niet
not-signed-in-no-access = Je account is goed, maar je hebt geen toegang. Vraag je beheerder om toegang.
    .title = Je hebt geen toegang
not-signed-in-failed = Dit ligt niet aan jou. Probeer het over een paar minuten weer. Wat je eerder invulde, is er nog.
    .title = Inloggen lukt nu even niet
acting-bar = Je doet dit voor { $name }.
signed-out-kept = Wat je net invulde, bewaren wij 15 minuten. Log nu in. Dan ga je verder waar je was.
idle-title = Ben je er nog?
idle-text = Over 2 minuten loggen wij je uit. Dat is veiliger. Wat bewaard is, blijft bewaard.
access-lead = Elke keer dat iemand jouw gegevens opent, schrijven wij dat op.
access-nobody = Nog niemand van de gemeente keek in jouw gegevens.
access-own = { $days ->
    [one] Je was zelf op 1 dag hier.
   *[other] Je was zelf op { $days } dagen hier.
}
access-did-read = las wat je verstuurde
access-did-review = werkte aan jouw antwoorden
access-did-divide = gaf jouw antwoorden aan een collega
access-did-desk = vulde samen met jou de vragen in
access-did-sign-in = logde in voor jou
access-did-for-you = deed iets voor jou
access-did-reason = wilde jouw antwoorden zien
access-did-other = opende jouw gegevens
held-lead = Hier staat alles wat wij in Meedoen van jou bewaren.
held-profile = Wie je bent
held-called = Hoe wij je noemen
held-language = De taal die je leest
held-draft = Wat je nog niet verstuurde
held-sent = Wat je verstuurde
held-agreements = Je afspraken met de gemeente
held-appointments = Wanneer je elkaar spreekt
held-calculations = Je berekeningen
held-asked = Vraag over je antwoorden
held-group = Je groep
held-notes-count = Aantal. Wil je weten wat erin staat? Vraag het ons
held-delete-draft-text = Wat je niet verstuurde, kun je zelf verwijderen. Dat gebeurt meteen. Het komt niet terug.
held-stays = Wat je verstuurde, gebruikt de gemeente voor je uitkering. De wet zegt dat de gemeente dat een tijd moet bewaren. In Meedoen blijft het { $months } maanden na het laatste contact. Daarna verwijderen wij het.
request-erasure = Verwijder mijn gegevens
    .text = Wij bekijken wat er weg kan. Wat de wet ons laat bewaren, blijft. Je hoort binnen een maand wat wij doen, en waarom.
    .button = Vraag dit aan
    .sent = Je hoort { $by } van ons
    .staff = Wil dat gegevens worden verwijderd
    .asked = Je vroeg: verwijder mijn gegevens
soon-draft = Je hebt vragen ingevuld en niet verstuurd. Op { $date } verwijderen wij je antwoorden.
soon-calculations = Op { $date } verwijderen wij je berekeningen.
soon-file = Je was hier lang niet. Op { $date } verwijderen wij je gegevens uit Meedoen.
refused-too-often = Je deed dit te vaak achter elkaar. Wacht een minuut en probeer het opnieuw.
access-title = Wie keek in je gegevens
held-title = Wat wij van je bewaren
door-helpers-by-mail = Met je e-mailadres
by-mail-lead = Vul je e-mailadres in. Wij sturen je een code.
by-mail-email = Je e-mailadres
by-mail-kept = Wij bewaren je e-mailadres niet.
problem-empty-email = Vul je e-mailadres in.
problem-too-often = Je vroeg al een paar keer een code. Kijk in je e-mail, of wacht { $minutes } minuten.
mail-code-title = Kijk in je e-mail
mail-code-lead = Wij stuurden je een code. Typ de code hier. De code werkt 15 minuten. Vroeg je vaker een code? Dan werkt alleen de nieuwste.
mail-code-over-text = Misschien is de code te oud, of al gebruikt. Of de code was te vaak fout. Opende je de link uit de e-mail? Typ de code dan op de pagina waar je was.
mail-code-subject = Je code voor Meedoen: { $code }
mail-code-text =
    Hallo,

    Je wilt inloggen bij Meedoen van { $place }.
    Je code is: { $code }

    Typ deze code op de pagina waar je was. Of open deze link in dezelfde browser:
    { $url }

    De code werkt 15 minuten en één keer. Geef de code aan niemand. Ook de gemeente vraagt er niet om.
    Vroeg je geen code? Dan hoef je niets te doen.
welcome-lead = Hoe heet je? Wie hulp van je krijgt, ziet deze naam. Je kunt de naam later niet veranderen.
welcome-name = Je voornaam en achternaam
passkey-busy = Kijk op je apparaat en volg de stappen.
passkeys-lead = Log in met je vingerafdruk, je gezicht of de pincode van je telefoon. Dat gaat snel en is veilig.
passkeys-fact-device = Je vingerafdruk of gezicht blijft op je apparaat. Wij zien dat nooit.
passkey-no-script = In deze browser kan dit niet. Je logt hier in met een code per e-mail.
notice-passkey-made = Gelukt. Je kunt nu zonder code inloggen.
notice-passkey-gone = Verwijderd. Op dat apparaat log je weer in met een code.
passkeys-again = Je bent al langer ingelogd. Log eerst opnieuw in met een code. Zo weten wij zeker dat jij het bent.
notice-conflict-passkey-late = Je bent al langer ingelogd. Log eerst opnieuw in met een code.
passkeys-many = Je hebt dit al op veel apparaten ingesteld. Verwijder er eerst een.
