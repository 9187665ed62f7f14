//! What a reader holds.

use std::collections::BTreeSet;

use super::{Body, CredentialId};

/// The credentials that a reader holds: the named ones, and how many further ones of AAPC.
///
/// ```
/// use coderpath::rules::{Body, CredentialId, Holdings};
/// let held: Holdings = [CredentialId::Cpc, CredentialId::CpcA, CredentialId::Ccs].into_iter().collect();
/// assert_eq!(held.count(Body::Aapc), 1, "an apprentice's CPC is the same credential");
/// assert_eq!(held.count(Body::Ahima), 1, "the bodies are counted apart");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holdings {
    /// Those with a name of their own here.
    pub named: BTreeSet<CredentialId>,
    /// How many certifications of AAPC beyond the named ones, such as a specialty's.
    pub other_aapc: u8,
}

impl Holdings {
    /// How many of this body's credentials are held. A CPC and a CPC-A are one.
    ///
    /// ```
    /// # use coderpath::rules::{Body, Holdings};
    /// assert_eq!(Holdings { other_aapc: 2, ..Holdings::default() }.count(Body::Aapc), 2);
    /// ```
    pub fn count(&self, body: Body) -> u32 {
        let named: BTreeSet<CredentialId> = self
            .named
            .iter()
            .map(|id| id.full())
            .filter(|id| id.body() == body)
            .collect();
        let named = u32::try_from(named.len()).unwrap_or(u32::MAX);
        match body {
            Body::Aapc => named.saturating_add(u32::from(self.other_aapc)),
            Body::Ahima => named,
        }
    }

    /// Whether this credential is held, as an apprentice or in full.
    ///
    /// ```
    /// # use coderpath::rules::{CredentialId, Holdings};
    /// let held: Holdings = [CredentialId::CpcA].into_iter().collect();
    /// assert!(held.holds(CredentialId::Cpc));
    /// ```
    pub fn holds(&self, id: CredentialId) -> bool {
        self.named.iter().any(|held| held.full() == id.full())
    }

    /// Whether nothing at all is held.
    ///
    /// ```
    /// # use coderpath::rules::Holdings;
    /// assert!(Holdings::default().is_empty());
    /// ```
    pub fn is_empty(&self) -> bool {
        self.named.is_empty() && self.other_aapc == 0
    }
}

impl FromIterator<CredentialId> for Holdings {
    fn from_iter<I: IntoIterator<Item = CredentialId>>(held: I) -> Self {
        Self {
            named: held.into_iter().collect(),
            other_aapc: 0,
        }
    }
}
