# The journey, in the familiar form

journey-title = Jouw reis
home-journey-sub = Waar je nu bent en wat er komt
journey-you = Dit doe je nu
journey-nothing-to-do = Je hoeft nu niets te doen.
journey-who-resident = Nu: jij bent aan zet
journey-who-helper = Nu: jouw maatje helpt
journey-near = Bij jou in de buurt
journey-near-text = Hier kun je een keer gaan kijken. Het mag, het hoeft niet.
stage-intake = Je vertelt hoe het gaat
    .text = Je vult de vragen in. Je mag vragen overslaan.
stage-talk = Wij praten met elkaar
    .text = Een consulent leest jouw antwoorden en neemt contact met je op.
stage-group = Wij kijken welke hulp past
    .text = De consulent kiest een groep en zegt waarom. Je kunt daarop antwoorden.
stage-agreement = Wij maken samen afspraken
    .text = Jij doet iets en de gemeente doet iets. Iets is pas afgesproken als jullie allebei ja zeggen.
stage-find-work = Je zoekt werk, wij helpen
    .text = Je gaat elke week naar de groep. De gemeente zoekt mee naar werk of meer uren.
stage-learn-and-try = Leren en proberen
    .text = Je leert en probeert werk uit. Wij lossen samen op wat in de weg staat.
stage-take-part = Meedoen in kleine stappen
    .text = Je kiest wat je wilt doen in de buurt. Elke kleine stap telt.
stage-yearly-talk = Elk jaar een gesprek
    .text = Wij praten elk jaar met je. Hoe gaat het, en wat wil je?
todo-group = Lees in welke groep je zit en waarom
doing-read = Wij lezen jouw antwoorden
doing-contact = Wij nemen contact met je op
doing-answer = Wij antwoorden op wat je stuurde over de afspraken
doing-yearly = Wij praten elk jaar met je
feeling-title = Hoe vind je deze stap?
history-which = Wat wil je zien?
group-means-1 = Je gaat elke week naar een groep om werk te zoeken. Team Poort helpt je daarbij. Jouw afspraken gaan over werk of meer uren.
group-means-2 = Je krijgt tot twee jaar om je voor te bereiden. Team Werk en Participatie helpt je met leren, proberen en wat in de weg staat.
group-means-3 = Je hoeft nu geen betaald werk te zoeken. Team Inkomen praat minstens een keer per jaar met je. Je kiest zelf kleine stappen in de buurt.
notice-feeling = Bedankt. Jouw antwoord is geteld, zonder jouw naam.

## What happened, for the resident

happened-invited = Je kreeg een uitnodiging om mee te doen
happened-sent = Je stuurde je antwoorden ({ $detail })
happened-request-sent = Je vroeg ons om contact ({ $detail })
happened-request-settled = Wij hadden contact met je
happened-request-closed = Je vraag is klaar ({ $detail })
happened-no-answer = Wij belden je. Er werd niet opgenomen
happened-settled-undone = Je vraag om contact staat weer open
happened-taken = { $name } leest je antwoorden
happened-handed-over = Je antwoorden gingen naar { $detail }
happened-asked = Wij stelden je een vraag over je antwoorden
happened-group-set = Je kwam in groep { $detail }
happened-group-reply = Je reageerde op je groep
happened-concluded = Wij zijn klaar met je antwoorden
happened-reopened = Wij kijken opnieuw naar je antwoorden
happened-calculation-shown = Je liet een berekening zien
happened-calculation-saved = Je bewaarde een berekening
happened-could-not-answer = De gemeente schreef op dat je nu niet kon antwoorden
