//! No key of KMS's is in a log, however much is logged.

use std::sync::{Arc, Mutex};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD as BASE64;
use payment_smart_bot::ports::Vault as _;

use super::{NOW, place, sealed};
use crate::kms_server::KmsServer;
use crate::support::lock;

/// What was logged.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        lock(&self.0).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// A key is made and unwrapped, and everything is logged.
async fn logged() -> (KmsServer, String) {
    let kms = KmsServer::start();
    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber =
        tracing_subscriber::fmt().with_max_level(tracing::Level::TRACE).with_writer(move || writer.clone()).finish();
    let guard = tracing::subscriber::set_default(subscriber);
    let seal = sealed(&kms.vault()).await;
    kms.vault().open(&place(1, 1), NOW, &seal).await.expect("opens");
    drop(guard);
    let logged = String::from_utf8_lossy(&lock(&lines.0)).into_owned();
    (kms, logged)
}

#[tokio::test]
async fn no_data_key_is_logged_even_when_everything_is() {
    let told = |logged: &str| logged.contains("GenerateDataKey") && logged.contains("Decrypt");
    let (mut kms, mut logged) = self::logged().await;
    for _ in 0..20 {
        if told(&logged) {
            break;
        }
        // Where a log begins in another test at the same time, this one may be passed over.
        (kms, logged) = self::logged().await;
    }
    assert!(told(&logged), "the client logs at all");
    for key in kms.given() {
        let decimal = key[..4].iter().map(u8::to_string).collect::<Vec<_>>().join(", ");
        let hex = hex::encode(key);
        for form in [BASE64.encode(key), hex, decimal] {
            assert!(!logged.contains(&form), "a key is in the log");
        }
    }
    assert_eq!(kms.given().len(), 1);
    assert!(!logged.contains(place(1, 1).session.as_str()));
}
