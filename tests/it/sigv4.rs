//! AWS's signature of a request, read from its specification and not from the crate that makes ours:
//! <https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html>.

use aws_lc_rs::hmac;
use sha2::{Digest as _, Sha256};

use crate::http_server::Request;

fn mac(key: &[u8], data: &str) -> hmac::Tag {
    hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), data.as_bytes())
}

/// What a service does with a GET without a body: whether it is signed with this secret, for this Region and service.
///
/// # Errors
/// The code of the service's refusal.
pub fn check(request: &Request, region: &str, service: &str, secret: &str) -> Result<(), &'static str> {
    let header = |name: &str| request.header(name);
    let (authorization, at) = header("authorization").zip(header("x-amz-date")).ok_or("MissingAuthenticationToken")?;
    let part = |name: &str| {
        let (_, rest) = authorization.split_once(name)?;
        rest.split(',').next()
    };
    let scope = format!("{}/{region}/{service}/aws4_request", &at[..8]);
    let credential = part("Credential=").ok_or("IncompleteSignature")?;
    let names = part("SignedHeaders=").ok_or("IncompleteSignature")?;
    if !credential.ends_with(&format!("/{scope}")) || !names.split(';').any(|name| name == "host") {
        return Err("IncompleteSignature");
    }
    let headers: Vec<String> =
        names.split(';').map(|name| format!("{name}:{}", header(name).unwrap_or_default())).collect();
    let headers = headers.join("\n");
    // A name in a path is encoded as it is sent, and once more as it is signed.
    let path = request.head.uri.path().replace('%', "%25");
    let query = request.head.uri.query().unwrap_or_default();
    let canonical = format!("GET\n{path}\n{query}\n{headers}\n\n{names}\n{}", hex::encode(Sha256::digest("")));
    let to_sign = format!("AWS4-HMAC-SHA256\n{at}\n{scope}\n{}", hex::encode(Sha256::digest(canonical)));
    let key = [&at[..8], region, service, "aws4_request"]
        .iter()
        .fold(format!("AWS4{secret}").into_bytes(), |key, part| mac(&key, part).as_ref().to_vec());
    let expected = hex::encode(mac(&key, &to_sign).as_ref());
    if part("Signature=") == Some(&expected) { Ok(()) } else { Err("InvalidSignatureException") }
}
