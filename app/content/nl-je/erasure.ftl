# What differs when Dutch says "je".

erasure-decided-nothing = Op { $date } keken wij naar je verzoek. Wij verwijderden niets.
erasure-disagree = Ben je het er niet mee eens? Bel ons. Je kunt ook naar de Autoriteit Persoonsgegevens.
