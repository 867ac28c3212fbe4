//! Participatiewet art. 20 lid 3, 22, 23: norms outside the calculator, only for worked examples and tables.

use crate::parameter::amounts;

amounts! {
    /// Art. 23: stay in an institution (inrichting), without the addition of lid 2.
    Institution {
        /// Single person.
        single: Cents = "pw.norm.inst_single",
        /// Couple.
        couple: Cents = "pw.norm.inst_couple",
    }
}
amounts! {
    /// Art. 22: from pension age.
    PensionAge {
        /// Single person.
        single: Cents = "pw.norm.single_aow",
        /// Couple, one or both of pension age.
        couple: Cents = "pw.norm.couple_aow",
    }
}
amounts! {
    /// Art. 20 lid 3: 18 to 20 years, parents cannot pay; the sum is at most the norm of art. 21.
    ParentsCannotPay {
        /// On top of the norm.
        amount: Cents = "pw.norm.young_topup",
    }
}
