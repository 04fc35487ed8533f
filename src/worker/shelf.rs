//! The shelf: fetches bundles. The browser's own cache keeps them: a bundle's name changes with its content.

use super::protocol::Fault;
use gloo::net::http::Request;

/// Fetches the bundle at `url`.
///
/// # Errors
/// [`Fault::Offline`] where nothing answers, [`Fault::Missing`] where the host answers with an error.
pub async fn fetch(url: &str) -> Result<Vec<u8>, Fault> {
    let offline = |cause: gloo::net::Error| Fault::Offline { cause: cause.to_string() };
    let response = Request::get(url).send().await.map_err(offline)?;
    if !response.ok() {
        return Err(Fault::Missing { status: response.status() });
    }
    response.binary().await.map_err(offline)
}
