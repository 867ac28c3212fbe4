# What differs when Dutch says "je".

erasure-decided-part = Op { $date } verwijderden wij wat weg kon. Dat is: wat je niet verstuurde, je berekeningen en je eigen stappen. Ook de agenda-link en oude uitnodigingen van helpers zijn weg. De rest moeten wij nog bewaren.
erasure-decided-nothing = Op { $date } keken wij naar je verzoek. Wij verwijderden niets.
erasure-disagree = Ben je het er niet mee eens? Bel ons. Je kunt ook naar de Autoriteit Persoonsgegevens.
