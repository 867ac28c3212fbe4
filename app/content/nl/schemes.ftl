# Schemes of the municipality, named in schemes.csv: the resident's words for each. CHECK: with the municipality.

scheme-iit = Individuele inkomenstoeslag
    .text = Een bedrag als u drie jaar lang weinig inkomen had.
scheme-minima = Regelingen voor lage inkomens
    .text = Bijvoorbeeld hulp bij sport, school en zorgkosten.
scheme-bewind = Vergoeding voor bewindvoering
    .text = De gemeente betaalt de kosten als een bewindvoerder uw geld beheert.
scheme-activering = Activeringsregeling
    .text = Geld om mee te doen, bijvoorbeeld aan sport of een cursus.
scheme-kwijtschelding = Kwijtschelding
    .text = U hoeft belasting van de gemeente en het waterschap dan niet te betalen.
