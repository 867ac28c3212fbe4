# The je-form of the texts of schemes that differ.

scheme-iit = Individuele inkomenstoeslag
    .text = Een bedrag als je drie jaar lang weinig inkomen had.
scheme-bewind = Vergoeding voor bewindvoering
    .text = De gemeente betaalt de kosten als een bewindvoerder je geld beheert.
scheme-kwijtschelding = Kwijtschelding
    .text = Je hoeft belasting van de gemeente en het waterschap dan niet te betalen.
