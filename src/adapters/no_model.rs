//! No model: no reply has a courtesy beside what people wrote.

use async_trait::async_trait;

use crate::ports::Framer;
use crate::wording::{Frame, Moment, Voice};

/// Opens no reply.
#[derive(Clone, Copy, Debug, Default)]
pub struct NoModel;

#[async_trait]
impl Framer for NoModel {
    async fn frames(&self, _: Moment) -> Vec<Frame> {
        Vec::new()
    }

    fn said(&self, _: &[String], _: &Voice) {}
}
