# Texts of the help blocks and the helper's promise in Dutch, je-form: only the messages that differ from the u-form.

# H-PRATEN. CHECK: both numbers
block-talk = Je staat er niet alleen voor
    .text = Praat met je huisarts. Denk je aan zelfdoding? Bel { $suicide_short } of { $suicide }. Het is gratis en zonder naam.
    .call-suicide-short = Bel { $suicide_short }
    .call-suicide = Bel { $suicide }
# What the helper reads and promises. name: the resident's first name
helper-promise = Je helpt { $name }
    .p1 = Lees de vraag voor. Laat { $name } zelf kiezen.
    .p2 = Vul niets in wat { $name } niet zegt.
    .p3 = Wat je leest, vertel je niet verder.
    .agree = Ik beloof dit
