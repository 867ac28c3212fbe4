//! What waits between a resident and the municipality, and whose turn it is: one rule for every list.

/// Why something waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Task {
    /// The resident says that the municipality has not done its part.
    NotDone,
    /// The municipality is late with something that it promised.
    Late,
    /// The resident cannot do a line now.
    Cannot,
    /// The resident asked for contact, or said something that cannot wait.
    Contact,
    /// The resident proposed or answered: it is up to the municipality.
    Answer,
    /// The resident looked back, the municipality did not.
    LookedBack,
    /// The time to think has ended without an answer.
    Silent,
    /// A colleague recorded that the resident cannot answer now.
    CouldNot,
    /// Answers that came in are to be read.
    Read,
    /// The day to look back has come.
    LookBack,
    /// The municipality looked back, the resident did not.
    ResidentLooksBack,
    /// The resident was asked about an answer.
    Asked,
    /// The resident is still thinking.
    Thinking,
}

impl Task {
    /// Every one, what cannot wait first.
    pub const ALL: [Self; 13] = [
        Self::NotDone,
        Self::Late,
        Self::Cannot,
        Self::Contact,
        Self::Answer,
        Self::LookedBack,
        Self::Silent,
        Self::CouldNot,
        Self::Read,
        Self::LookBack,
        Self::ResidentLooksBack,
        Self::Asked,
        Self::Thinking,
    ];

    /// The name in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::NotDone => "not-done",
            Self::Late => "late",
            Self::Cannot => "cannot",
            Self::Contact => "contact",
            Self::Answer => "answer",
            Self::LookedBack => "looked-back",
            Self::Silent => "silent",
            Self::CouldNot => "could-not",
            Self::Read => "read",
            Self::LookBack => "look-back",
            Self::ResidentLooksBack => "resident-looks-back",
            Self::Asked => "asked",
            Self::Thinking => "thinking",
        }
    }

    /// Whose turn it is.
    #[must_use]
    pub const fn turn(self) -> Turn {
        match self {
            Self::LookBack => Turn::Both,
            Self::ResidentLooksBack | Self::Asked | Self::Thinking => Turn::Resident,
            _ => Turn::Municipality,
        }
    }
}

/// Whose turn it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Turn {
    /// The resident waits for the municipality.
    Municipality,
    /// Each waits for the other.
    Both,
    /// The municipality waits for the resident.
    Resident,
    /// Nothing waits.
    Nobody,
}

impl Turn {
    /// Every one, who waits for the municipality first.
    pub const ALL: [Self; 4] = [Self::Municipality, Self::Both, Self::Resident, Self::Nobody];

    /// Of each side, whether it has something to do.
    #[must_use]
    pub const fn new(resident: bool, municipality: bool) -> Self {
        match (resident, municipality) {
            (true, true) => Self::Both,
            (true, false) => Self::Resident,
            (false, true) => Self::Municipality,
            (false, false) => Self::Nobody,
        }
    }

    /// Over everything that waits.
    #[must_use]
    pub fn over(tasks: &[Task]) -> Self {
        let any = |side: Self| tasks.iter().any(|task| matches!(task.turn(), turn if turn == side || turn == Self::Both));
        Self::new(any(Self::Resident), any(Self::Municipality))
    }

    /// The name in text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Municipality => "municipality",
            Self::Both => "both",
            Self::Resident => "resident",
            Self::Nobody => "nobody",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nobody_waits_only_when_nothing_does() {
        assert_eq!(Turn::over(&[]), Turn::Nobody);
        for task in Task::ALL {
            assert_eq!(Turn::over(&[task]), task.turn(), "{task:?}");
            assert_ne!(task.turn(), Turn::Nobody);
        }
        assert_eq!(Turn::over(&[Task::Late]), Turn::Municipality, "a promise that is late is a turn");
        assert_eq!(Turn::over(&[Task::Thinking, Task::Contact]), Turn::Both);
        assert!(Task::ALL.is_sorted() && Turn::ALL.into_iter().all(|turn| Turn::ALL.iter().filter(|t| t.as_str() == turn.as_str()).count() == 1));
    }
}
