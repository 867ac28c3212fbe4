# Appointments, in the familiar form

calendar-title = In de agenda van jouw telefoon
calendar-text = Met een eigen adres staan jouw gesprekken vanzelf in je agenda. Daar staat alleen wanneer en waar. Je kunt het adres altijd stoppen.
calendar-copy = Zet dit adres in je agenda. Je ziet het maar een keer:
reminder-text = Er staat iets voor je klaar in Meedoen { $place }. Log in om het te lezen: { $url }
