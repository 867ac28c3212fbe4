# Texts of the calculator in Dutch, je-form: what differs from the u-form.

## The opening

calculator-start-lead = Reken uit wat je overhoudt als je meer gaat werken. Met je loon, je uitkering en je toeslagen.
calculator-start-private = Wij bewaren niets. Je naam is niet nodig.
calculator-start-estimate = Je krijgt een schatting. Het is geen besluit.
calculator-start-not = Heb je AOW, een eigen bedrijf of twee banen? Dan klopt deze hulp niet voor jou. Vraag het ons.

## Every question

calculator-you = jij
calculator-ask-us = Heb je AOW, een eigen bedrijf of een tweede baan? Dan gelden andere regels. Vraag het ons.

## Questions

calculator-household = Met wie woon je?
calculator-household-help = Een partner is iemand met wie je samen een huishouden hebt.
calculator-age = Hoe oud ben je?
calculator-age-why = Tot 27 jaar gelden er andere regels voor wat je van je loon mag houden.
calculator-partner-age = Hoe oud is je partner?
calculator-children = Hoeveel kinderen wonen bij jou?
calculator-ages = Hoe oud zijn je kinderen?
calculator-home = Wat betaal je aan huur?
calculator-home-why = Met je huur rekenen we je huurtoeslag uit.
calculator-hours = Hoeveel uur per week werk je nu?
calculator-hours-help = Alleen werk waar je loon voor krijgt. Werk je niet? Vul dan 0 in. Is het elke week anders? Vul in wat je meestal werkt.
calculator-plan = Hoeveel uur per week wil je in totaal werken?
calculator-plan-help = Straks kun je dit steeds veranderen.
calculator-wage = Wat verdien je per uur?
calculator-wage-help = Het bedrag op je loonstrook vóór belasting (bruto). Het minimumloon is { $minimum }.
calculator-partner-hours = Hoeveel uur per week werkt je partner?
calculator-partner-hours-help = Werkt je partner niet? Vul dan 0 in.
calculator-partner-wage = Wat verdient je partner per uur?
calculator-housemates = Met hoeveel mensen van 27 jaar of ouder deel je je huis?
calculator-housemates-help = Je partner telt niet mee. Studenten en mensen die je huur betalen ook niet. Niemand? Vul dan 0 in.
calculator-housemates-why = Deel je de kosten? Dan is je uitkering lager.
calculator-months = Heb je al 6 maanden een deel van je loon mogen houden?
calculator-months-help = Werk je naast een uitkering? Dan mag je soms een half jaar een deel van het loon houden. Dat staat in een brief van de gemeente.
calculator-partner-months = Heeft je partner al 6 maanden een deel van het loon mogen houden?
calculator-care = Zorg je alleen voor een kind jonger dan 12 jaar?
calculator-care-help = Dan mag je na de eerste 6 maanden soms nog wat loon houden.
calculator-letter = Heb je een brief over je werk?
calculator-childcare-help = Alleen opvang waar je kinderopvangtoeslag voor kunt krijgen.
calculator-savings = Hoeveel spaargeld heb je?
calculator-savings-help = Tel ook een auto of ander bezit mee dat veel waard is. Je huis telt niet mee.
calculator-savings-why = Met veel spaargeld krijg je geen uitkering of toeslag.

## Labels of numbers

calculator-label-partner-hours = Uren per week van je partner
calculator-label-partner-wage = Loon per uur van je partner
calculator-label-care-months = Hoeveel maanden kreeg je dit al? (mag leeg blijven)

## What is wrong

calculator-problem-pension = Met AOW gelden andere regels. Wij rekenen het graag met jou uit. Bel ons.
calculator-no-parameters = Voor deze datum weten we de bedragen nog niet. Daarom rekenen we niets uit. Bel ons als je wilt weten wat je overhoudt.

## The answer

calculator-sentence-now = Nu werk je { $hours } uur. Je houdt ongeveer { $left } euro per maand over.
calculator-sentence-more = Werk je { $hours } uur? Dan houd je ongeveer { $amount } euro per maand meer over.
calculator-sentence-same = Werk je { $hours } uur? Dan houd je ongeveer evenveel over als nu.
calculator-sentence-less = Werk je { $hours } uur? Dan houd je ongeveer { $amount } euro per maand minder over.
calculator-of-euro = Van elke euro extra loon (vóór belasting) houd je ongeveer { $cents } cent over.
calculator-does-not-pay = Meer uren geven je nu weinig of geen extra geld. Meer werken kan je later wel helpen. Je bouwt rechten op. En je kans op een baan zonder uitkering wordt groter. Praat erover met je contactpersoon.
calculator-below-minimum = Dit uurloon is lager dan het minimumloon van { $minimum }. Klopt dat? We rekenen met wat je invulde.
calculator-best = Van { $from } naar { $to } uur loont het meest. Van elke euro extra loon houd je dan { $cents } cent over.
calculator-plan-hours = Hoeveel uur per week wil je in totaal werken?
calculator-plan-wage-help = Alleen als je in het nieuwe werk meer of minder verdient.
calculator-left = Je houdt over
calculator-section-plans = Je plannen naast elkaar
calculator-section-reports = Dit moet je doorgeven
calculator-plans-left = Je houdt over
calculator-told = Je antwoorden
calculator-estimate-date = We rekenen met de bedragen van { $day }. Wil je het zeker weten? Laat het narekenen.

## Bars and lines

calculator-bars-title = Nu houd je ongeveer { $now } euro over, straks ongeveer { $then } euro
calculator-curve-desc = Een lijn van wat je overhoudt bij 0 tot 40 uur werk. De lijst en de tabel eronder zeggen hetzelfde.
calculator-curve-caption = Wat je per maand overhoudt
calculator-stretch-rise = Van { $from } tot { $to } uur: je houdt { $cents } cent van elke euro extra loon over.
calculator-stretch-flat = Van { $from } tot { $to } uur: je houdt bijna niets extra.
calculator-stretch-drop = Van { $from } tot { $to } uur: je houdt { $amount } euro per maand minder over.
calculator-cause-assistance = Je uitkering
calculator-cause-healthcare-allowance = Je zorgtoeslag
calculator-cause-rent-allowance = Je huurtoeslag
calculator-cause-child-budget = Je kindgebonden budget
calculator-cause-childcare-allowance = Je kinderopvangtoeslag
calculator-cause-tax-settlement = De belasting die je terugkrijgt
calculator-cause-nothing-disregarded = Je loon gaat helemaal van je uitkering af.
calculator-cause-disregard-at-maximum = Je mag niet nog meer van je loon houden. Dat is het hoogste bedrag.
calculator-cause-benefit-ends = Je uitkering stopt.
calculator-cause-childcare-band = Je krijgt een kleiner deel van de opvang terug.

## Month by month

calculator-months-lead = Dit bedrag komt op je rekening als je de volgende maand begint. Vakantiegeld krijg je in mei en juni. Daaronder staat het verschil met je uren van nu.
calculator-event-start = Je begint met de nieuwe uren.
calculator-event-other-disregard = Een regel voor je loon stopt. Er komt een andere voor in de plaats.
calculator-event-no-disregard = De maanden zijn voorbij. Je loon gaat nu helemaal van je uitkering af.
calculator-event-new-law = Er komt een nieuwe wet. Iedereen met een uitkering mag dan 15% van het loon houden, een jaar lang.
calculator-event-benefit-holiday = Je krijgt vakantiegeld van je uitkering.
calculator-event-wage-holiday = Je krijgt vakantiegeld van je werk.
calculator-set-aside = Geef je niets door? Zet dan in { $year } elke maand { $amount } euro opzij.
calculator-set-aside-why = De Belastingdienst betaalt dan in { $year } samen { $advance } aan toeslagen. Je hebt recht op { $right }. Het verschil moet je terugbetalen. Dat zijn { $months } maanden om te sparen.
calculator-later-settled = In { $next } kijkt de Belastingdienst terug naar { $year }. Je krijgt dan geld terug of je betaalt geld terug.

## What to report

calculator-report-municipality = Gemeente: je nieuwe uren en je loon
calculator-report-payslip = Gemeente: je loonstrook
calculator-report-payslip-text = Dan klopt je uitkering van die maand.
calculator-report-benefit-ends = Gemeente: je uitkering kan stoppen
calculator-report-benefit-ends-when = Voordat je begint.
calculator-report-allowances = Belastingdienst: je nieuwe inkomen voor je toeslagen
calculator-report-allowances-text = Dan hoef je later niets terug te betalen.
calculator-report-tax-credit-when = Voordat je begint.
calculator-report-tax-credit-text = Doe dit bij één werkgever. Je betaalt dan elke maand minder belasting.
calculator-report-refund-when = Als je begint.
calculator-report-refund-text = Je krijgt dan elke maand een deel van de belasting terug.

## Parts

calculator-part-wage-text = Je loon na belasting, met het vakantiegeld dat je elke maand opbouwt.
calculator-part-assistance-text = De norm voor je huishouden, min het deel van je loon dat meetelt.
calculator-part-healthcare-text = Hoe hoger je inkomen in een jaar, hoe lager deze toeslag.
calculator-part-rent-text = Deze toeslag hangt af van je huur en van je inkomen in een jaar.
calculator-part-child-budget-text = Deze toeslag hangt af van je kinderen en van je inkomen in een jaar.
calculator-part-childcare-text = Een deel van de kosten van de opvang krijg je terug.
calculator-part-childcare-cost-text = Wat je zelf betaalt aan de opvang.
calculator-part-settlement-text = Na het jaar kijkt de Belastingdienst of je te veel of te weinig betaalde. Hier staat het per maand.
calculator-rule-payroll-tax = Belasting op je loon
calculator-rule-holiday-entitlement = Vakantiegeld dat bij je loon hoort
calculator-rule-disregard = Deel van je loon dat je mag houden
calculator-rule-assistance-norm = Norm voor je huishouden
calculator-rule-assistance-paid-monthly = Wat je elke maand krijgt
calculator-rule-assessment-income-year = Inkomen van een jaar voor je toeslagen
calculator-in-reduction-cents = min, door je inkomen
calculator-in-disregarded-cents = deel dat je mag houden
calculator-in-cost-sharing-housemates = mensen met wie je kosten deelt

## What is not known and not counted

calculator-not-known = Wat je niet wist
calculator-assumed-age = Je wist je leeftijd niet. We rekenden met de leeftijd die het minst oplevert.
calculator-assumed-partner-age = Je wist de leeftijd van je partner niet. We rekenden met de leeftijd die het minst oplevert.
calculator-assumed-ages = Je wist niet hoe oud je kinderen zijn. We rekenden met de leeftijd die het minst oplevert.
calculator-assumed-housemates = Je wist niet met hoeveel mensen je kosten deelt. We rekenden met wat het minst oplevert.
calculator-assumed-months = Je wist niet of je al 6 maanden een deel van je loon hield. We rekenden met wat het minst oplevert.
calculator-assumed-partner-months = Je wist niet of je partner al 6 maanden een deel van het loon hield. We rekenden met wat het minst oplevert.
calculator-assumed-care = Je wist niet of je alleen voor een kind zorgt. We rekenden met wat het minst oplevert.
calculator-assumed-letter = Je wist niet of je een brief over je werk hebt. We rekenden met wat het minst oplevert.
calculator-assumed-savings = Je wist niet hoeveel spaargeld je hebt. We rekenden alsof het niet te veel is.
calculator-maybe-more = Misschien houd je ongeveer { $amount } euro per maand meer over.
calculator-simple-year = We rekenen alsof je het hele jaar zo werkt.
calculator-simple-pension = We tellen geen pensioen mee dat je zelf betaalt. Je loon kan iets lager zijn.
calculator-simple-partner = Je partner voor de uitkering is ook je partner voor de toeslagen.
calculator-simple-disregard = De gemeente beslist of je een deel van je loon mag houden.
calculator-left-out-debts = Schulden en beslag op je loon.
calculator-left-out-local = Extra's van de gemeente. Die kunnen veranderen als je meer verdient.

## What changes, and the example

calculator-months-more = { $amount } euro meer dan met je uren van nu.
calculator-months-less = { $amount } euro minder dan met je uren van nu.
calculator-months-same = Evenveel als met je uren van nu.
calculator-example-text = De bedragen gaan niet over jou. Verander hieronder de antwoorden, of begin opnieuw.

## Schemes of the municipality

calculator-scheme-within = Met dit plan blijft je inkomen onder de grens.
calculator-scheme-above = Met dit plan komt je inkomen boven de grens. Je kunt deze regeling verliezen.
calculator-scheme-may-change = Dit kan veranderen als je meer verdient. Vraag het ons.
