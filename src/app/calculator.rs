//! *How many CEUs?*: what is counted, and how.

use crate::rules::{Edition, Holdings, Requirement, aapc_requirement, requirement};

/// What the calculator is asked. What is held is the profile's; a number is only tried out and kept nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calculator {
    /// By a number or by what is held, once the reader said so.
    pub by: Option<CountBy>,
    /// How many months the reader's first cycle has, if that is asked.
    pub first_cycle: Option<u32>,
}

/// How certifications are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CountBy {
    /// This many of AAPC's; the last of AAPC's table means "or more".
    Number(u32),
    /// Those that are ticked.
    Held,
}

impl Calculator {
    /// How it counts: as the reader said, or else by what is held, or by one certification if that is nothing.
    pub fn by(self, held: &Holdings) -> CountBy {
        self.by.unwrap_or(if held.is_empty() {
            CountBy::Number(1)
        } else {
            CountBy::Held
        })
    }

    /// What is owed for what it counts.
    pub fn requirement(self, held: &Holdings, edition: Edition) -> Requirement {
        match self.by(held) {
            CountBy::Held => requirement(held, edition),
            CountBy::Number(number) => Requirement {
                aapc: aapc_requirement(number, edition),
                ahima: None,
            },
        }
    }
}
