# Appointments, in the familiar form

calendar-title = In de agenda van jouw telefoon
calendar-text = Met een eigen link staan jouw gesprekken vanzelf in je agenda. Daar staat alleen wanneer en waar. Je kunt de link altijd stoppen.
calendar-copy = Of kopieer deze link. Je ziet de link maar een keer.
reminder-text = Er staat iets voor je klaar in Meedoen { $place }. Log in om het te lezen: { $url }
appointment-asked = Je vroeg op { $date } om een gesprek.
appointment-asked-until = Je vroeg op { $date } om een gesprek. Je hoort van ons uiterlijk { $until }.
appointment-cancelled-resident = Je zegde dit af op { $date }
appointment-cancel-sure = Wil je dit gesprek afzeggen?
