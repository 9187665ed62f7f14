//! What a column can mean, and by which names it is known.

use super::cell::{is_alike, spelt};
use crate::log::{ActivityKind, AhimaSource, Domain, State};
use crate::rules::Body;

macro_rules! columns {
    ($($(#[$doc:meta])* $id:ident = $key:literal, $spellings:literal;)*) => {
        /// What a column of a spreadsheet means.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Column { $($(#[$doc])* $id),* }

        /// Every meaning, in the order in which an export has them and a reader is offered them.
        pub const ALL_COLUMNS: &[Column] = &[$(Column::$id),*];

        impl Column {
            /// The short name under which a mapping is remembered.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$id => $key),* }
            }

            /// The names by which other people's files call it, in letters and digits alone, the likeliest first.
            const fn spellings(self) -> &'static str {
                match self { $(Self::$id => $spellings),* }
            }
        }
    };
}

columns! {
    /// The day.
    Date = "date", "datecompleted completiondate completed dateofcompletion dateearned date completedon dateattended eventdate coursedate activitydate dateofactivity dateofevent enddate datetaken webinardate classdate earnedon day startdate completedat when";
    /// The title.
    Title = "title", "title coursetitle activitytitle eventtitle webinartitle programtitle ceutitle course coursename activity activityname event eventname nameofcourse nameofactivity webinar program name topic description subject session class training education seminar learningactivity what";
    /// The sponsoring organisation.
    Sponsor = "sponsor", "sponsor sponsoredby sponsoringorganization provider providername vendor givenby offeredby hostedby host organization organisation institution company presenter presentedby speaker school who";
    /// AAPC's number on the certificate.
    IndexNumber = "index-number", "indexnumber index indexno indexnum indexnbr ceuindexnumber ceuindex ceunumber ceuno ceucode ceuid approvalnumber approvalno approvalcode certificatenumber certificateno coursenumber courseid courseno activitynumber eventid indexcode";
    /// The kind of activity.
    Kind = "kind", "kind kindofactivity activitykind type activitytype typeofactivity eventtype coursetype ceutype category format";
    /// Whether it is still to come.
    State = "state", "state status progress";
    /// Remarks.
    Notes = "notes", "notes note remarks remark comments comment memo";
    /// CEUs, of the body or bodies that [`Column::Body`] names, or else [`Mapping::bodies`](super::Mapping::bodies).
    Ceus = "ceus", "ceus ceu ceusearned ceuearned ceucredits ceucredit ceuvalue ceuunits ceuamount numberofceus noofceus nrofceus ofceus totalceus ceutotal ceucount ceusawarded ceuawarded credits credit creditsearned numberofcredits totalcredits cecredits cecredit ces ce units points value amount howmany";
    /// The body or bodies that [`Column::Ceus`] counts for.
    Body = "body", "body countsfor association credentialingbody certifyingbody appliesto credential credentials certification certifications ceusfor ceufor credittype";
    /// Contact hours: recognised, so that nobody takes them for CEUs. What they say is not used.
    ContactHours = "contact-hours", "contacthours contacthour hours hour hrs cehours cehrs ceuhours ceuhrs cpehours credithours clockhours instructionalhours traininghours duration length minutes mins time";
    /// CEUs for AAPC.
    AapcCeus = "aapc-ceus", "";
    /// What AAPC approved it for.
    AapcFor = "aapc-for", "approvedfor approvedforcredentials coreorspecialty corespecialty specialty ceusapprovedfor";
    /// Whether AAPC agreed beforehand.
    AapcPreApproved = "aapc-pre-approved", "preapproved preapproval priorapproval approvedinadvance";
    /// Whether it is web training of CMS.
    AapcCms = "aapc-cms", "cms cmstraining cmswebtraining webtrainingofcms";
    /// The last day of the period in which AAPC is to count it.
    AapcPinDue = "aapc-pin-due", "";
    /// What AAPC is to count it towards.
    AapcPin = "aapc-pin", "";
    /// Whether AAPC's certificate is on file.
    AapcCertificate = "aapc-certificate", "";
    /// Whether it was entered in AAPC's tracker.
    AapcEntered = "aapc-entered", "";
    /// CEUs for AHIMA.
    AhimaCeus = "ahima-ceus", "";
    /// AHIMA's domain.
    AhimaDomain = "ahima-domain", "domain himdomain hiimdomain ceudomain contentarea domainarea";
    /// Who gave it, as AHIMA sorts them.
    AhimaSource = "ahima-source", "source sourcetype providertype";
    /// The last day of the cycle in which AHIMA is to count it.
    AhimaPinDue = "ahima-pin-due", "";
    /// What AHIMA is to count it towards.
    AhimaPin = "ahima-pin", "";
    /// Whether AHIMA's certificate is on file.
    AhimaCertificate = "ahima-certificate", "";
    /// Whether it was entered in AHIMA's CEU Center.
    AhimaEntered = "ahima-entered", "";
    /// Whether the certificate is on file, for whatever the row claims.
    Certificate = "certificate", "certificate certificateonfile certificatereceived cert certonfile certificatesaved havecertificate proof";
    /// Whether it was entered in the tracker, for whatever the row claims.
    Entered = "entered", "entered enteredintracker intracker tracker reported submitted logged uploaded posted";
    /// The entry's name, the same for ever. Only our own export has it.
    Id = "id", "coderpathid";
}

/// The names that a person reads, in the language of the moment: `words` has them.
#[derive(Clone, Copy, Debug)]
pub struct Names {
    /// The header of a column of an export.
    pub column: fn(Column) -> &'static str,
    /// A kind of activity.
    pub kind: fn(ActivityKind) -> &'static str,
    /// Whether it is still to come.
    pub state: fn(State) -> &'static str,
    /// One of AHIMA's domains.
    pub domain: fn(Domain) -> &'static str,
    /// Who gave it, as AHIMA sorts them.
    pub source: fn(AhimaSource) -> &'static str,
}

/// Two are the same if they are of one language.
impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        (self.column)(Column::Title) == (other.column)(Column::Title)
    }
}

impl Eq for Names {}

impl Column {
    /// The one with this short name.
    pub fn from_key(key: &str) -> Option<Self> {
        ALL_COLUMNS.iter().copied().find(|one| one.key() == key)
    }

    /// Whether an export has it. The others are understood in files of other people alone.
    pub const fn is_exported(self) -> bool {
        !matches!(
            self,
            Self::Ceus | Self::Body | Self::ContactHours | Self::Certificate | Self::Entered
        )
    }

    /// Whether it holds days.
    pub const fn is_day(self) -> bool {
        matches!(self, Self::Date | Self::AapcPinDue | Self::AhimaPinDue)
    }

    /// Whether it holds "yes" or "no".
    pub const fn is_flag(self) -> bool {
        matches!(
            self,
            Self::AapcPreApproved
                | Self::AapcCms
                | Self::AapcCertificate
                | Self::AapcEntered
                | Self::AhimaCertificate
                | Self::AhimaEntered
                | Self::Certificate
                | Self::Entered
        )
    }

    /// The body of whose claim it says something; `None` if it says something of the activity, or of both claims.
    pub const fn body(self) -> Option<Body> {
        match self {
            Self::AapcCeus
            | Self::AapcFor
            | Self::AapcPreApproved
            | Self::AapcCms
            | Self::AapcPinDue
            | Self::AapcPin
            | Self::AapcCertificate
            | Self::AapcEntered => Some(Body::Aapc),
            Self::AhimaCeus
            | Self::AhimaDomain
            | Self::AhimaSource
            | Self::AhimaPinDue
            | Self::AhimaPin
            | Self::AhimaCertificate
            | Self::AhimaEntered => Some(Body::Ahima),
            _ => None,
        }
    }

    /// Which column a header names, and how far down the list of its names this one stands.
    pub(super) fn named(header: &str, names: &Names) -> Option<(Self, usize)> {
        let own = ALL_COLUMNS.iter().copied();
        if let Some(column) = own
            .filter(|column| column.is_exported())
            .find(|column| is_alike((names.column)(*column), header))
        {
            return Some((column, 0));
        }
        // "Date (MM/DD/YYYY)" is a date, "CEUs (AAPC)" is not just any CEUs.
        known(header).or_else(|| known(header.split_once('(')?.0))
    }
}

/// Which column a header names, by the names that other people give.
fn known(header: &str) -> Option<(Column, usize)> {
    let spelt: String = spelt(header).take(61).map(char::from).collect();
    // No name is as long as that or has digits. Most cells are no names, and are told from them at once.
    let is_name = spelt.bytes().all(|byte| byte.is_ascii_lowercase());
    if spelt.is_empty() || spelt.len() > 60 || !is_name {
        return None;
    }
    let among = |spelt: &str| {
        ALL_COLUMNS.iter().find_map(|column| {
            let mut spellings = column.spellings().split(' ');
            Some((*column, spellings.position(|one| one == spelt)?))
        })
    };
    for (name, ceus, certificate, entered) in [
        (
            "aapc",
            Column::AapcCeus,
            Column::AapcCertificate,
            Column::AapcEntered,
        ),
        (
            "ahima",
            Column::AhimaCeus,
            Column::AhimaCertificate,
            Column::AhimaEntered,
        ),
    ] {
        let Some((before, after)) = spelt.split_once(name) else {
            continue;
        };
        let mut rest = before.to_owned();
        rest.push_str(after);
        if rest.is_empty() {
            return Some((ceus, 0));
        }
        return among(&rest).map(|(column, place)| {
            let column = match column {
                Column::Ceus | Column::Body => ceus,
                Column::Certificate => certificate,
                Column::Entered => entered,
                other => other,
            };
            (column, place)
        });
    }
    among(&spelt)
}
