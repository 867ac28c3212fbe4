# Schemes of the municipality, named in schemes.csv: the resident's words for each. CHECK: with the municipality.

scheme-iit = Individual income supplement
    .text = An amount for you if you had little income for three years.
scheme-minima = Help for low incomes
    .text = For example with sport, school and care costs.
scheme-bewind = Costs of an administrator
    .text = The municipality pays the costs if an administrator looks after your money.
scheme-activering = Taking part
    .text = Money to take part, for example in sport or a course.
scheme-kwijtschelding = Not having to pay local taxes
    .text = Then you do not have to pay the taxes of the municipality and the water board.
