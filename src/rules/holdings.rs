//! What a reader holds.

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
    named: Vec<CredentialId>,
    /// How many certifications of AAPC beyond the named ones, such as a specialty's.
    pub other_aapc: u8,
}

impl Holdings {
    /// How many of this body's credentials are held. A CPC and a CPC-A are one.
    ///
    /// ```
    /// # use coderpath::rules::{Body, Holdings};
    /// let mut held = Holdings::default();
    /// held.other_aapc = 2;
    /// assert_eq!(held.count(Body::Aapc), 2);
    /// ```
    pub fn count(&self, body: Body) -> u32 {
        let is_first = |(index, id): &(usize, &CredentialId)| {
            !self
                .named
                .iter()
                .take(*index)
                .any(|before| before.full() == id.full())
        };
        let named = self
            .named
            .iter()
            .enumerate()
            .filter(is_first)
            .filter(|(_, id)| id.body() == body)
            .count();
        let named = u32::try_from(named).unwrap_or(u32::MAX);
        match body {
            Body::Aapc => named.saturating_add(u32::from(self.other_aapc)),
            Body::Ahima => named,
        }
    }

    /// Those with a name of their own here, in the order in which they were given, none twice.
    ///
    /// ```
    /// # use coderpath::rules::{CredentialId, Holdings};
    /// let held: Holdings = [CredentialId::Ccs, CredentialId::Ccs].into_iter().collect();
    /// assert_eq!(held.named(), [CredentialId::Ccs]);
    /// ```
    pub fn named(&self) -> &[CredentialId] {
        &self.named
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
        let mut named = Vec::new();
        for id in held {
            if !named.contains(&id) {
                named.push(id);
            }
        }
        Self {
            named,
            other_aapc: 0,
        }
    }
}
