//! Who lives and works in the demo.

use domain::access::Role;

/// A person on the sign-in page of the demo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Featured {
    /// Fixed id.
    pub id: &'static str,
    /// Name on the sign-in page.
    pub name: &'static str,
    /// What they are.
    pub role: Role,
    /// The team of staff.
    pub team: Option<&'static str>,
    /// Key of the text that says who they are: `demo-person-…`.
    pub story: &'static str,
}

const fn person(id: &'static str, name: &'static str, role: Role, team: Option<&'static str>, story: &'static str) -> Featured {
    Featured { id, name, role, team, story }
}

const FEATURED: [Featured; 11] = [
    person("d0000000000000000000000000000001", "Samira El Amrani", Role::Resident, None, "samira"),
    person("d0000000000000000000000000000002", "Henk de Vries", Role::Resident, None, "henk"),
    person("d0000000000000000000000000000003", "Yonas Tesfay", Role::Resident, None, "yonas"),
    person("d0000000000000000000000000000004", "Ria Bakker", Role::Resident, None, "ria"),
    person("d0000000000000000000000000000011", "Fatma Yıldız", Role::Helper, None, "fatma"),
    person("d0000000000000000000000000000012", "Joop Mulder", Role::Helper, None, "joop"),
    person("d0000000000000000000000000000021", "Marieke Jansen", Role::Caseworker, Some("poort"), "marieke"),
    person("d0000000000000000000000000000022", "Daan Visser", Role::Caseworker, Some("werk"), "daan"),
    person("d0000000000000000000000000000023", "Ilse Smit", Role::Caseworker, Some("inkomen"), "ilse"),
    person("d0000000000000000000000000000031", "Petra de Groot", Role::Coordinator, None, "petra"),
    person("d0000000000000000000000000000041", "Koen Peters", Role::ApplicationManager, None, "koen"),
];

/// The people on the sign-in page.
#[must_use]
pub const fn featured() -> &'static [Featured] {
    &FEATURED
}

/// The caseworkers by team.
pub(super) const CASEWORKERS: [(&str, &str); 3] =
    [("poort", "d0000000000000000000000000000021"), ("werk", "d0000000000000000000000000000022"), ("inkomen", "d0000000000000000000000000000023")];

/// First and family names of the other residents, with the language they read.
pub(super) const OTHERS: [(&str, &str, &str); 36] = [
    ("Aisha", "Haddad", "nl"),
    ("Bram", "Kuipers", "nl"),
    ("Carmen", "Ortiz", "en"),
    ("Dirk", "van Dam", "nl"),
    ("Elena", "Popova", "en"),
    ("Farid", "Rahimi", "nl"),
    ("Greet", "Hendriks", "nl"),
    ("Hanan", "Said", "en"),
    ("Ingrid", "Meijer", "nl"),
    ("Jamal", "Bouzid", "nl"),
    ("Karin", "Verhoeven", "nl"),
    ("Lemlem", "Haile", "en"),
    ("Marek", "Nowak", "en"),
    ("Nadia", "Benali", "nl"),
    ("Oksana", "Kovalenko", "en"),
    ("Peter", "Dekker", "nl"),
    ("Quirine", "Postma", "nl"),
    ("Rachid", "Ziani", "nl"),
    ("Saskia", "de Boer", "nl"),
    ("Tarik", "Demir", "nl"),
    ("Ursula", "Brink", "nl"),
    ("Victor", "Okafor", "en"),
    ("Wim", "Schouten", "nl"),
    ("Xandra", "Willems", "nl"),
    ("Yusuf", "Kaya", "nl"),
    ("Zeynep", "Aydin", "nl"),
    ("Anton", "Prins", "nl"),
    ("Betty", "Amponsah", "en"),
    ("Cor", "van Leeuwen", "nl"),
    ("Dewi", "Santoso", "nl"),
    ("Esther", "Koster", "nl"),
    ("Freek", "Jonker", "nl"),
    ("Gita", "Ramdin", "nl"),
    ("Hussein", "Nasser", "en"),
    ("Irma", "Blom", "nl"),
    ("Joris", "Vermeulen", "nl"),
];

/// The n-th BSN of the test range that passes the eleven-test (elfproef).
pub(super) fn test_bsn(n: usize) -> String {
    let passes = |candidate: &String| crate::resident::bsn(candidate, true).is_some();
    (0..100_000).map(|i| format!("9999{i:05}")).filter(passes).nth(n).unwrap_or_default()
}
