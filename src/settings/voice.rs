//! How the bot speaks: where its words come from, and how they sound.

use std::path::PathBuf;

use anyhow::{anyhow, ensure};
use clap::Args;

use crate::adapters::{Shelf, Source};
use crate::wording::{Coverage, Tone, Voice, Wordings};

/// How the bot speaks.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Words")]
pub struct VoiceOptions {
    /// Where words come from: catalog (every sentence as it is), reviewed (wordings that people approved), live (reviewed,
    /// and a model may open a reply with a listed courtesy) or harvest (reviewed, and a model is asked for candidates
    /// after each reply, for people to approve). live where a model is named, else reviewed.
    #[arg(long, value_name = "catalog|reviewed|live|harvest", value_enum, env = "WORDING")]
    pub wording: Option<Source>,

    /// How they sound: plain, warm or formal.
    #[arg(long, value_name = "TONE", value_enum, default_value_t, env = "WORDING_TONE")]
    pub wording_tone: Tone,

    /// Wordings of your own, instead of those that come with the program: LANGUAGE/wordings/TONE.jsonl in this folder.
    /// SIGHUP reads them again.
    #[arg(long, value_name = "DIR", env = "WORDINGS")]
    pub wordings: Option<PathBuf>,
}

impl VoiceOptions {
    /// Where words come from, given whether a model is named.
    pub(super) fn source(&self, has_model: bool) -> Source {
        self.wording.unwrap_or(if has_model { Source::Live } else { Source::Reviewed })
    }

    /// Whether what is set goes together. `keeps`: files that are written stay.
    pub(super) fn check(&self, has_model: bool, keeps: bool) -> anyhow::Result<()> {
        let (asks, harvests) = match self.source(has_model) {
            Source::Catalog | Source::Reviewed => (false, false),
            Source::Live => (true, false),
            Source::Harvest => (true, true),
        };
        ensure!(
            !asks || has_model,
            "WORDING=live and WORDING=harvest ask a model: name one (BEDROCK_MODEL_ID or --bedrock-model-id), or set \
             WORDING=reviewed"
        );
        ensure!(
            !harvests || self.wordings.is_some(),
            "WORDING=harvest writes candidates: say into which folder (WORDINGS or --wordings)"
        );
        ensure!(!harvests || keeps, "WORDING=harvest writes files, which a function cannot keep: use serve");
        Ok(())
    }

    /// The folder of wordings, where one is named.
    pub(super) fn shelf(&self) -> anyhow::Result<Option<Shelf>> {
        Ok(self.wordings.as_deref().map(Shelf::open).transpose()?)
    }

    /// The voice, its wordings read anew.
    pub(super) fn voice(&self, has_model: bool) -> anyhow::Result<Voice> {
        let wordings = match (self.source(has_model), self.shelf()?) {
            (Source::Catalog, _) => Wordings::none(),
            (Source::Reviewed | Source::Live | Source::Harvest, Some(files)) => files.read()?,
            (Source::Reviewed | Source::Live | Source::Harvest, None) => built_in()?,
        };
        Ok(Voice::new(self.wording_tone, wordings))
    }

    /// What to say of a folder out of which nothing is said.
    pub(super) fn unspoken(&self, voice: &Voice, has_model: bool) -> Option<String> {
        let folder = self.wordings.as_ref().filter(|_| self.source(has_model) != Source::Catalog)?;
        let tone = voice.tone();
        let approved = |((_, of), coverage): (_, Coverage)| of == tone && coverage.approved > 0;
        (!voice.wordings().coverage().into_iter().any(approved)).then(|| {
            let (folder, tone) = (folder.display(), tone.wire());
            format!(
                "the folder {folder} holds no approved wordings in {tone} (<language>/wordings/{tone}.jsonl): every sentence \
                 is said as the catalog has it"
            )
        })
    }
}

/// The wordings that come with the program.
///
/// # Errors
/// When a line of them cannot be read, which a test excludes.
pub fn built_in() -> anyhow::Result<Wordings> {
    Wordings::built_in()
        .map_err(|faults| anyhow!("the wordings that are built in cannot be read: {}", faults.join("; ")))
}
