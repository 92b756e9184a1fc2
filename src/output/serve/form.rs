//! Forms that pages of the desk send: `multipart/form-data` only, limited in bytes, fields and time.
//!
//! The guard has checked token, `Host` and `Origin` before the first byte of a body is read.

use std::time::Duration;

use axum::extract::{FromRequest, Multipart, Request};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};

use crate::output::serve::command::Field;

/// Maximum size of a form with its files: twice the largest workbook that is read.
pub const LARGEST: usize = 128 << 20;
/// Maximum number of fields: one for each ticked report.
const FIELDS: usize = 50_000;
/// Maximum time until a form has arrived. It comes from a browser of this machine.
const LONGEST: Duration = Duration::from_mins(1);

/// The fields of a form, or the answer that refuses it.
pub async fn read(request: Request) -> Result<Vec<Field>, Response> {
    match tokio::time::timeout(LONGEST, fields(request)).await {
        Ok(fields) => fields,
        Err(_) => Err((StatusCode::REQUEST_TIMEOUT, "太慢了。\nToo slow.\n").into_response()),
    }
}

async fn fields(request: Request) -> Result<Vec<Field>, Response> {
    let mut form = Multipart::from_request(request, &()).await.map_err(IntoResponse::into_response)?;
    let mut fields = Vec::new();
    while let Some(field) = form.next_field().await.map_err(IntoResponse::into_response)? {
        if fields.len() == FIELDS {
            return Err((StatusCode::PAYLOAD_TOO_LARGE, "项目太多。\nToo many fields.\n").into_response());
        }
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(str::to_owned);
        let bytes = field.bytes().await.map_err(IntoResponse::into_response)?.to_vec();
        fields.push(Field { name, file, bytes });
    }
    Ok(fields)
}
