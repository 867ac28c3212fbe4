//! The order and the pace of the goals: the resident's own, and nobody has to agree to it.

use super::small::SmallStep;
use crate::file::File;
use crate::keys::Context;
use crate::{Result, Service};
use domain::access::{Action, Actor};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

fn place(resident: &str) -> Context {
    Context::new("agreement-order", &[resident])
}

impl Service {
    /// How the resident wants to go about the goals. The caller has opened the file.
    pub(crate) async fn goal_order_of(&self, file: &File) -> Result<GoalOrder> {
        let row: Option<(Vec<u8>,)> =
            sqlx::query_as("SELECT sealed_order FROM agreement_order WHERE resident = $1").bind(file.resident()).fetch_optional(self.db.read()).await?;
        row.map_or_else(|| Ok(GoalOrder::default()), |(sealed,)| file.key.open_json(&place(file.resident()), &sealed))
    }

    /// Keeps in which order and at what pace the resident wants to go.
    ///
    /// # Errors
    /// [`crate::Error::NotFound`] when the actor is not that resident.
    pub async fn keep_goal_order(&self, actor: &Actor, resident: &str, goals: Vec<String>, pace: BTreeMap<String, Pace>) -> Result<()> {
        let file = self.open_file(actor, Action::KeepProfile, resident).await?;
        let order = GoalOrder { goals, pace, ..self.goal_order_of(&file).await? };
        self.write_goal_order(&file, &order).await
    }

    /// Writes it. The caller has opened the file.
    pub(super) async fn write_goal_order(&self, file: &File, order: &GoalOrder) -> Result<()> {
        let write = sqlx::query(
            "INSERT INTO agreement_order (resident, sealed_order, kept_at) VALUES ($1, $2, $3) \
             ON CONFLICT (resident) DO UPDATE SET sealed_order = excluded.sealed_order, kept_at = excluded.kept_at",
        );
        let sealed = file.key.seal_json(&place(file.resident()), order)?;
        self.db.run(write.bind(file.resident().to_owned()).bind(sealed).bind(self.clock.now())).await
    }
}
