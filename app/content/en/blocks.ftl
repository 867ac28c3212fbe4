# Texts of the help blocks and of the helper's promise in English. Telephone numbers come from municipality.toml.

# H-ACUUT. CHECK: both numbers
block-urgent = This cannot wait
    .text = Call the municipality: { $municipality }. You can on working days from 9.00 to 17.00. Money worries? Call Geldfit (free help with money): { $geldfit }. Is there danger now? Call { $emergency }.
    .call-municipality = Call the municipality
    .call-geldfit = Call Geldfit
# H-PRATEN. CHECK: both numbers
block-talk = You are not alone
    .text = Talk to your family doctor (huisarts). Are you thinking about suicide? Call { $suicide_short } or { $suicide }. It is free and you do not have to give your name.
    .call-suicide-short = Call { $suicide_short }
    .call-suicide = Call { $suicide }
# H-VEILIG. CHECK: the number of Veilig Thuis
block-safe = Is it not safe?
    .text = Are you in danger now? Call { $emergency }. Do you want to talk to somebody? Call Veilig Thuis: { $safe }. You can call day and night.
    .call-safe = Call Veilig Thuis
    .call-emergency = Call { $emergency }

# What the helper reads and promises. name: the resident's first name
helper-promise = You are helping { $name }
    .p1 = Read the question aloud. Let { $name } choose.
    .p2 = Fill in nothing that { $name } does not say.
    .p3 = Do not tell anyone else what you read.
    .agree = I promise this
