//! What of a resident can go at once, and what belongs to the municipality's record until its time.

/// Something that is held, and what the law says about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HeldKind {
    /// The name in text keys.
    pub kind: &'static str,
    /// How much of it there is.
    pub count: i64,
    /// Whether it can go now; else it belongs to the municipality's record.
    pub may_go: bool,
}

/// What is held, with whether it may go and how much there is.
pub(super) const HELD: [(&str, bool, &str); 12] = [
    ("draft", true, "SELECT COUNT(*) FROM draft WHERE resident = $1"),
    (
        "agreement-own",
        true,
        "SELECT (SELECT COUNT(*) FROM agreement_sheet WHERE resident = $1 AND side = 'resident') + (SELECT COUNT(*) FROM agreement_order WHERE resident = $1)",
    ),
    ("calculations", true, "SELECT COUNT(*) FROM calculation WHERE resident = $1"),
    ("calendar", true, "SELECT COUNT(*) FROM calendar_address WHERE resident = $1"),
    (
        "helper-notes",
        true,
        "SELECT (SELECT COUNT(*) FROM together WHERE resident = $1) + (SELECT COUNT(*) FROM helper_left WHERE resident = $1) \
         + (SELECT COUNT(*) FROM helper_invitation WHERE resident = $1 AND settled_at IS NOT NULL AND sealed_agreement IS NULL) \
         + (SELECT COUNT(*) FROM helped_answer h WHERE h.resident = $1 AND NOT EXISTS (SELECT 1 FROM scan s WHERE s.resident = $1 AND s.draft = h.draft) \
            AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.id = h.draft))",
    ),
    ("sent", false, "SELECT COUNT(*) FROM scan WHERE resident = $1"),
    (
        "letters",
        false,
        "SELECT (SELECT COUNT(*) FROM request WHERE resident = $1) + (SELECT COUNT(*) FROM ask WHERE resident = $1) \
         + (SELECT COUNT(*) FROM group_decision WHERE resident = $1)",
    ),
    (
        "agreements",
        false,
        "SELECT (SELECT COUNT(*) FROM agreement_version WHERE resident = $1) \
         + (SELECT COUNT(*) FROM agreement_sheet WHERE resident = $1 AND side = 'municipality')",
    ),
    ("appointments", false, "SELECT COUNT(*) FROM appointment WHERE resident = $1"),
    (
        "helpers",
        false,
        "SELECT (SELECT COUNT(*) FROM mandate WHERE resident = $1) + (SELECT COUNT(*) FROM objection WHERE resident = $1) \
         + (SELECT COUNT(*) FROM helper_invitation WHERE resident = $1 AND (settled_at IS NULL OR sealed_agreement IS NOT NULL))",
    ),
    ("notes", false, "SELECT COUNT(*) FROM note WHERE resident = $1"),
    ("profile", false, "SELECT COUNT(*) FROM resident WHERE id = $1"),
];

/// What goes when what the municipality need not keep goes, besides drafts and calculations: what [`HELD`] counts as such.
pub(super) const PART: [&str; 7] = [
    "DELETE FROM agreement_sheet WHERE resident = $1 AND side = 'resident'",
    "DELETE FROM agreement_order WHERE resident = $1",
    "DELETE FROM calendar_address WHERE resident = $1",
    "DELETE FROM together WHERE resident = $1",
    "DELETE FROM helper_left WHERE resident = $1",
    "DELETE FROM helped_answer WHERE resident = $1 AND NOT EXISTS (SELECT 1 FROM scan s WHERE s.resident = $1 AND s.draft = helped_answer.draft)",
    "DELETE FROM helper_invitation WHERE resident = $1 AND settled_at IS NOT NULL AND sealed_agreement IS NULL",
];
