//! The order and the pace of the goals: the resident's own, and nobody has to agree to it.

use super::small::SmallStep;
use crate::file::File;
use crate::keys::Context;
use crate::{Error, Result, Service};
use domain::access::{Action, Actor};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How often a change is tried when others of the same resident come in between.
const TRIES: usize = 5;

/// When the resident wants to work on a goal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// Now.
    #[default]
    Now,
    /// Slowly.
    Slow,
    /// Later.
    Later,
}

impl Pace {
    /// Every pace.
    pub const ALL: [Self; 3] = [Self::Now, Self::Slow, Self::Later];

    /// The name in forms and text keys.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Slow => "slow",
            Self::Later => "later",
        }
    }

    /// The pace with this name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.as_str() == name)
    }
}

/// How the resident wants to go about the goals.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct GoalOrder {
    /// Ids of goals, the first one first. A goal that is not in it comes after.
    pub goals: Vec<String>,
    /// The pace of each.
    pub pace: BTreeMap<String, Pace>,
    /// Small steps of own lines, by line.
    #[serde(default)]
    pub steps: BTreeMap<String, Vec<SmallStep>>,
}

impl GoalOrder {
    /// The place of a goal.
    #[must_use]
    pub fn place(&self, goal: &str) -> usize {
        self.goals.iter().position(|id| id == goal).unwrap_or(usize::MAX)
    }

    /// The pace of a goal.
    #[must_use]
    pub fn pace(&self, goal: &str) -> Pace {
        self.pace.get(goal).copied().unwrap_or_default()
    }
}

/// The goals with those that were moved at the places that were chosen, counted from 1; the others shift.
fn arranged(shown: Vec<String>, places: &[(String, usize)]) -> Vec<String> {
    let moved = |(at, goal): (usize, &String)| places.iter().find(|(id, place)| id == goal && *place != at + 1).cloned();
    let mut moved: Vec<(String, usize)> = shown.iter().enumerate().filter_map(moved).collect();
    moved.sort_by_key(|(_, place)| *place);
    let mut goals: Vec<String> = shown.into_iter().filter(|goal| moved.iter().all(|(id, _)| id != goal)).collect();
    for (goal, place) in moved {
        goals.insert(place.saturating_sub(1).min(goals.len()), goal);
    }
    goals
}

fn place(resident: &str) -> Context {
    Context::new("agreement-order", &[resident])
}

impl Service {
    /// How the resident wants to go about the goals. The caller has opened the file.
    pub(crate) async fn goal_order_of(&self, file: &File) -> Result<GoalOrder> {
        Ok(self.versioned_order(file).await?.0)
    }

    async fn versioned_order(&self, file: &File) -> Result<(GoalOrder, i64)> {
        let row: Option<(Vec<u8>, i64)> = sqlx::query_as("SELECT sealed_order, version FROM agreement_order WHERE resident = $1")
            .bind(file.resident())
            .fetch_optional(self.db.read())
            .await?;
        row.map_or_else(|| Ok(Default::default()), |(sealed, version)| Ok((file.key.open_json(&place(file.resident()), &sealed)?, version)))
    }

    /// Keeps in which order and at what pace the resident wants to go.
    ///
    /// # Errors
    /// [`Error::NotFound`] when the actor is not that resident.
    pub async fn keep_goal_order(&self, actor: &Actor, resident: &str, places: &[(String, usize)], pace: BTreeMap<String, Pace>) -> Result<()> {
        let file = self.open_file(actor, Action::KeepProfile, resident).await?;
        let agreement = self.agreement(actor, resident).await?;
        let text = agreement.agreed().map(|v| v.version.text.clone()).unwrap_or_default();
        let mut shown: Vec<String> = text.goals.iter().map(|goal| goal.id.clone()).collect();
        shown.sort_by_key(|goal| agreement.order.place(goal));
        let goals = arranged(shown, places);
        self.change_goal_order(&file, |order| *order = GoalOrder { goals: goals.clone(), pace: pace.clone(), steps: std::mem::take(&mut order.steps) }).await
    }

    /// Changes it, once more when another change came in between: neither is lost. The caller has opened the file.
    pub(super) async fn change_goal_order(&self, file: &File, change: impl Fn(&mut GoalOrder)) -> Result<()> {
        for _ in 0..TRIES {
            let (mut order, version) = self.versioned_order(file).await?;
            change(&mut order);
            let (sealed, resident, now) = (file.key.seal_json(&place(file.resident()), &order)?, file.resident().to_owned(), self.clock.now());
            let written = self.db.write(move |tx| {
                Box::pin(async move {
                    let write = sqlx::query(
                        "INSERT INTO agreement_order (resident, sealed_order, kept_at, version) VALUES ($1, $2, $3, $4 + 1) \
                         ON CONFLICT (resident) DO UPDATE SET sealed_order = excluded.sealed_order, kept_at = excluded.kept_at, version = excluded.version \
                         WHERE agreement_order.version = $4",
                    );
                    Ok(write.bind(resident).bind(sealed).bind(now).bind(version).execute(tx).await?.rows_affected())
                })
            });
            if written.await? > 0 {
                return Ok(());
            }
        }
        Err(Error::Busy)
    }
}

#[cfg(test)]
mod tests {
    use super::arranged;

    #[test]
    fn the_moved_one_takes_the_place_and_the_others_shift() {
        let goals = |text: &str| text.chars().map(String::from).collect::<Vec<_>>();
        let chosen = |text: &str| text.split(' ').map(|one| (one[..1].to_owned(), one[1..].parse().unwrap())).collect::<Vec<_>>();
        for (places, after) in [("a1 b2 c3", "abc"), ("a2 b2 c3", "bac"), ("a3 b2 c3", "bca"), ("a1 b2 c1", "cab"), ("a2 b1 c3", "bac"), ("a9 b2 c3", "bca")] {
            assert_eq!(arranged(goals("abc"), &chosen(places)), goals(after), "{places}");
        }
    }
}
