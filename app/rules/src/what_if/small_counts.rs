//! Hides counts that could point at a household, also against whoever subtracts what is shown from the total.
//!
//! A count below [`FEW`] is not shown, nor is one that leaves out fewer than that of its group. Where a column has a
//! hidden count, the smallest count that would have been shown is hidden too: the total then gives away the sum of the
//! two and neither of them. Where there is none to add, the total is hidden.
//!
//! This guards the tables of one run. Whoever asks again with one cent or one household more can subtract the answers, so
//! what leaves the municipality is one run, chosen before.

/// A count below this is small.
pub const FEW: usize = 5;

/// A count as it may be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The count itself.
    Exactly(usize),
    /// Fewer than [`FEW`].
    Few,
    /// All of the group, or all but fewer than [`FEW`].
    AllButFew,
    /// Hidden, so that another count cannot be found.
    Hidden,
}

/// For each group how many there are and how many of them count; then the same of all groups together.
#[must_use]
pub fn hide(groups: &[(usize, usize)]) -> (Vec<(Shown, Shown)>, (Shown, Shown)) {
    let total = groups.iter().fold((0, 0), |sum, group| (sum.0 + group.0, sum.1 + group.1));
    let mut sizes: Vec<Shown> = groups.iter().map(|(size, _)| judge(*size, usize::MAX)).collect();
    let size = together(protect(&mut sizes), judge(total.0, usize::MAX));
    let part_of = |((all, part), size): (&(usize, usize), &Shown)| match size {
        Shown::Exactly(_) => judge(*part, *all),
        // Of a few at most a few count; of a hidden group nothing is shown.
        hidden => *hidden,
    };
    let mut parts: Vec<Shown> = groups.iter().zip(&sizes).map(part_of).collect();
    let part = together(protect(&mut parts) && size != Shown::Hidden, judge(total.1, total.0));
    (sizes.into_iter().zip(parts).collect(), (size, part))
}

const fn judge(part: usize, all: usize) -> Shown {
    if part < FEW {
        Shown::Few
    } else if all - part < FEW {
        Shown::AllButFew
    } else {
        Shown::Exactly(part)
    }
}

/// Hides one more count where a small one stands. Whether the total can be shown.
fn protect(column: &mut [Shown]) -> bool {
    let exact = |shown: &Shown| match shown {
        Shown::Exactly(count) => Some(*count),
        _ => None,
    };
    if column.contains(&Shown::Hidden) || column.iter().all(|shown| exact(shown).is_some()) {
        return true;
    }
    match column.iter_mut().filter(|shown| exact(shown).is_some()).min_by_key(|shown| exact(shown)) {
        Some(smallest) => {
            *smallest = Shown::Hidden;
            true
        }
        None => false,
    }
}

/// A total that is itself small, or all but a few, says no more than the counts it is made of.
fn together(protected: bool, total: Shown) -> Shown {
    if protected || !matches!(total, Shown::Exactly(_)) { total } else { Shown::Hidden }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Shown::{AllButFew, Exactly, Few, Hidden};

    #[test]
    fn nothing_is_hidden_where_nothing_is_small() {
        let (groups, total) = hide(&[(100, 40), (50, 5), (10, 5)]);
        assert_eq!(groups, [(Exactly(100), Exactly(40)), (Exactly(50), Exactly(5)), (Exactly(10), Exactly(5))]);
        assert_eq!(total, (Exactly(160), Exactly(50)));
    }

    #[test]
    fn a_small_part_takes_the_smallest_other_along() {
        let (groups, total) = hide(&[(100, 40), (50, 4), (90, 30)]);
        assert_eq!(groups, [(Exactly(100), Exactly(40)), (Exactly(50), Few), (Exactly(90), Hidden)]);
        assert_eq!(total, (Exactly(240), Exactly(74)), "74 - 40 = 34 are in two groups, and how many in which stays hidden");
    }

    #[test]
    fn a_small_rest_is_as_telling_as_a_small_part() {
        let (groups, total) = hide(&[(100, 40), (50, 46), (90, 0)]);
        assert_eq!(groups, [(Exactly(100), Hidden), (Exactly(50), AllButFew), (Exactly(90), Few)]);
        assert_eq!(total, (Exactly(240), Exactly(86)));
    }

    #[test]
    fn a_small_group_hides_another_group_whole() {
        let (groups, total) = hide(&[(100, 40), (3, 1), (20, 10), (30, 15)]);
        assert_eq!(groups, [(Exactly(100), Exactly(40)), (Few, Few), (Hidden, Hidden), (Exactly(30), Exactly(15))]);
        assert_eq!(total, (Exactly(153), Exactly(66)));
    }

    #[test]
    fn where_nothing_can_be_added_the_total_is_hidden() {
        assert_eq!(hide(&[(3, 1), (4, 2)]), (vec![(Few, Few), (Few, Few)], (Hidden, Few)));
        assert_eq!(hide(&[(3, 1)]), (vec![(Few, Few)], (Few, Few)));
        assert_eq!(hide(&[(60, 3), (60, 58)]), (vec![(Exactly(60), Few), (Exactly(60), AllButFew)], (Exactly(120), Hidden)));
        assert_eq!(hide(&[(60, 58), (60, 56)]), (vec![(Exactly(60), AllButFew); 2], (Exactly(120), Hidden)));
        assert_eq!(hide(&[(60, 59), (60, 60)]).1, (Exactly(120), AllButFew));
        assert_eq!(hide(&[]), (vec![], (Few, Few)));
    }

    /// Whatever the counts: a total that is shown never gives away a single hidden count.
    #[test]
    fn no_hidden_count_stands_alone_beside_its_total() {
        let sizes = [0, 3, 5, 9, 40];
        for first in sizes {
            for second in sizes {
                for third in sizes {
                    let of = |size: usize| (size, size / 2);
                    let (groups, total) = hide(&[of(first), of(second), of(third)]);
                    let hidden = |part: fn(&(Shown, Shown)) -> Shown| groups.iter().filter(|row| !matches!(part(row), Exactly(_))).count();
                    for (column, total) in [(hidden(|row| row.0), total.0), (hidden(|row| row.1), total.1)] {
                        assert!(column != 1 || !matches!(total, Exactly(_)), "{first} {second} {third}: {groups:?} {total:?}");
                    }
                }
            }
        }
    }
}
