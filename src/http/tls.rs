//! TLS on our own socket: 1.2 and 1.3, HTTP/1.1, one certificate that can be renewed while the service runs.

mod validity;

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use jiff::{SignedDuration, Timestamp};
use tokio_rustls::TlsAcceptor;
use tokio_rustls::rustls::crypto::aws_lc_rs;
use tokio_rustls::rustls::pki_types::pem::{self, PemObject};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
use tokio_rustls::rustls::version::{TLS12, TLS13};
use tokio_rustls::rustls::{Error, ServerConfig};

/// What is wrong with a certificate or its key. Names the file; never quotes it.
#[derive(Debug, thiserror::Error)]
pub enum TlsError {
    /// The file cannot be read.
    #[error("{file} cannot be read: {error}")]
    Unreadable {
        /// Which.
        file: PathBuf,
        /// Why.
        error: io::Error,
    },
    /// The file is no PEM.
    #[error(
        "{0} is not in PEM form: lines of base64 between \"-----BEGIN …-----\" and \"-----END …-----\" are expected"
    )]
    NotPem(PathBuf),
    /// There is no certificate in the file.
    #[error(
        "{0} holds no certificate: \"-----BEGIN CERTIFICATE-----\" is expected, the server's own first, then its chain"
    )]
    NoCertificate(PathBuf),
    /// There is no private key in the file.
    #[error("{0} holds no private key: \"-----BEGIN PRIVATE KEY-----\" (without a pass phrase) is expected")]
    NoKey(PathBuf),
    /// The key is of another certificate.
    #[error("the key in {key} does not belong to the first certificate in {certificate}")]
    Apart {
        /// The certificate's file.
        certificate: PathBuf,
        /// The key's file.
        key: PathBuf,
    },
    /// Its time is over.
    #[error(
        "the certificate in {file} expired on {} and browsers refuse it: renew it (where certbot made it, `certbot renew`), then \
         start again, or send SIGHUP where the service runs", day(*.at)
    )]
    Expired {
        /// The certificate's file.
        file: PathBuf,
        /// When.
        at: Timestamp,
    },
    /// The library does not take them.
    #[error("{certificate} with {key} cannot be used: {error}")]
    Unusable {
        /// The certificate's file.
        certificate: PathBuf,
        /// The key's file.
        key: PathBuf,
        /// Why.
        error: Error,
    },
}

/// A certificate with its key, as they are in their files.
#[derive(Debug)]
pub struct Tls {
    certificate: PathBuf,
    key: PathBuf,
    current: RwLock<Pair>,
}

/// What is in use.
#[derive(Clone, Debug)]
struct Pair {
    config: Arc<ServerConfig>,
    /// When the first certificate of the chain ends.
    ends: Option<Timestamp>,
}

/// Renewing takes people and time: it is spoken of for so long before the end.
const SOON: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The day, as people write it.
fn day(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d").to_string()
}

impl Tls {
    /// The certificate chain and the key in these files, both in PEM form.
    ///
    /// # Errors
    /// When they cannot be read, or are not what is expected, or do not belong together.
    pub fn open(certificate: &Path, key: &Path) -> Result<Self, TlsError> {
        let current = RwLock::new(read(certificate, key)?);
        Ok(Self { certificate: certificate.to_owned(), key: key.to_owned(), current })
    }

    /// Reads both files again, for connections from now on; those that are open stay as they are.
    ///
    /// # Errors
    /// As for [`Tls::open`], and when the certificate has expired; what was read before stays in use then.
    pub fn read_again(&self, now: Timestamp) -> Result<(), TlsError> {
        let renewed = read(&self.certificate, &self.key)?;
        self.good(&renewed, now)?;
        *self.current.write().unwrap_or_else(PoisonError::into_inner) = renewed;
        Ok(())
    }

    /// Whether what is in use is good at `now`; where it ends soon, what to do.
    ///
    /// # Errors
    /// When it has expired.
    pub fn lasts(&self, now: Timestamp) -> Result<Option<String>, TlsError> {
        let current = self.current();
        self.good(&current, now)?;
        let ends = current.ends.filter(|&ends| ends - SOON <= now);
        Ok(ends.map(|ends| {
            let days = ends.duration_since(now).as_hours() / 24;
            let file = self.certificate.display();
            format!("the certificate in {file} expires on {}, in {days} days: renew it, then send SIGHUP", day(ends))
        }))
    }

    /// The day on which what is in use ends.
    #[must_use]
    pub fn until(&self) -> Option<String> {
        self.current().ends.map(day)
    }

    fn good(&self, pair: &Pair, now: Timestamp) -> Result<(), TlsError> {
        let over = pair.ends.filter(|&ends| ends <= now);
        over.map_or(Ok(()), |at| Err(TlsError::Expired { file: self.certificate.clone(), at }))
    }

    fn current(&self) -> Pair {
        self.current.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What speaks TLS with the next connection.
    pub(super) fn acceptor(&self) -> TlsAcceptor {
        self.current().config.into()
    }
}

fn read(certificate: &Path, key: &Path) -> Result<Pair, TlsError> {
    let chain = certificates(certificate)?;
    let ends = chain.iter().filter_map(|certificate| validity::not_after(certificate)).min();
    let private = private_key(key)?;
    let apart = || TlsError::Apart { certificate: certificate.to_owned(), key: key.to_owned() };
    let unusable = |error| TlsError::Unusable { certificate: certificate.to_owned(), key: key.to_owned(), error };
    let mut config = ServerConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_protocol_versions(&[&TLS13, &TLS12])
        .map_err(unusable)?
        .with_no_client_auth()
        .with_single_cert(chain, private)
        .map_err(|error| if matches!(error, Error::InconsistentKeys(_)) { apart() } else { unusable(error) })?;
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    Ok(Pair { config: Arc::new(config), ends })
}

fn certificates(file: &Path) -> Result<Vec<CertificateDer<'static>>, TlsError> {
    let chain: Result<Vec<_>, _> = CertificateDer::pem_reader_iter(opened(file)?).collect();
    let chain = chain.map_err(|error| broken(file, error))?;
    if chain.is_empty() { Err(TlsError::NoCertificate(file.to_owned())) } else { Ok(chain) }
}

#[expect(clippy::wildcard_enum_match_arm, reason = "the library's enum is open")]
fn private_key(file: &Path) -> Result<PrivateKeyDer<'static>, TlsError> {
    PrivateKeyDer::from_pem_reader(opened(file)?).map_err(|error| match error {
        pem::Error::NoItemsFound => TlsError::NoKey(file.to_owned()),
        other => broken(file, other),
    })
}

fn opened(file: &Path) -> Result<io::BufReader<File>, TlsError> {
    let opened = File::open(file).map(io::BufReader::new);
    opened.map_err(|error| TlsError::Unreadable { file: file.to_owned(), error })
}

/// What the reader says of a broken file quotes it, and it may be a key's: it is not passed on.
#[expect(clippy::wildcard_enum_match_arm, reason = "the library's enum is open")]
fn broken(file: &Path, error: pem::Error) -> TlsError {
    match error {
        pem::Error::Io(error) => TlsError::Unreadable { file: file.to_owned(), error },
        _ => TlsError::NotPem(file.to_owned()),
    }
}
