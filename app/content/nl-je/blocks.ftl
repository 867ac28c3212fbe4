# Texts of the help blocks and the helper's promise in Dutch, je-form: only the messages that differ from the u-form.

# H-PRATEN. CHECK: both numbers
block-talk = Je staat er niet alleen voor
    .text = Praat met je huisarts. Denk je aan zelfdoding? Bel { $suicide_short } of { $suicide }. Het is gratis en zonder naam.
    .call-suicide-short = Bel { $suicide_short }
    .call-suicide = Bel { $suicide }
block-safe = Is het niet veilig?
    .text = Is er nu gevaar? Bel { $emergency }. Wil je met iemand praten? Bel Veilig Thuis: { $safe }. Dat kan dag en nacht.
    .call-safe = Bel Veilig Thuis
    .call-emergency = Bel { $emergency }
# What the helper reads and promises. name: the resident's first name
helper-promise = Je helpt { $name }
    .p1 = Lees de vraag voor. Laat { $name } zelf kiezen.
    .p2 = Vul niets in wat { $name } niet zegt.
    .p3 = Wat je leest, vertel je niet verder.
    .agree = Ik beloof dit
