# Texts of the help blocks and of the helper's promise in Dutch, u-form. Telephone numbers come from municipality.toml.

# H-ACUUT. CHECK: both numbers
block-urgent = Dit heeft haast
    .text = Bel de gemeente: { $municipality }. Dat kan op werkdagen van 9.00 tot 17.00 uur. Geldzorgen? Bel Geldfit: { $geldfit }. Is er nu gevaar? Bel { $emergency }.
    .call-municipality = Bel de gemeente
    .call-geldfit = Bel Geldfit
# H-PRATEN. CHECK: both numbers
block-talk = U staat er niet alleen voor
    .text = Praat met uw huisarts. Denkt u aan zelfdoding? Bel { $suicide_short } of { $suicide }. Het is gratis en zonder naam.
    .call-suicide-short = Bel { $suicide_short }
    .call-suicide = Bel { $suicide }
# H-VEILIG. CHECK: the number of Veilig Thuis
block-safe = Is het niet veilig?
    .text = Is er nu gevaar? Bel { $emergency }. Wilt u met iemand praten? Bel Veilig Thuis: { $safe }. Dat kan dag en nacht.
    .call-safe = Bel Veilig Thuis
    .call-emergency = Bel { $emergency }

# What the helper reads and promises. name: the resident's first name
helper-promise = U helpt { $name }
    .p1 = Lees de vraag voor. Laat { $name } zelf kiezen.
    .p2 = Vul niets in wat { $name } niet zegt.
    .p3 = Wat u leest, vertelt u niet verder.
    .agree = Ik beloof dit
