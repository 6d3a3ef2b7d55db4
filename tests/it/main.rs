//! All integration tests in one binary: each further one would link everything again.
#![allow(clippy::wildcard_enum_match_arm, reason = "a test fails for whatever it does not expect")]
#![allow(clippy::too_many_lines, reason = "a story is told in one piece, and a table of cases is as long as it is")]

mod architecture;
#[cfg(feature = "aws")]
mod chaos;
mod cli;
#[cfg(feature = "aws")]
mod converse_server;
#[cfg(all(feature = "aws", feature = "stripe"))]
mod counted;
#[cfg(feature = "stripe")]
mod crashes;
mod dialogues;
#[cfg(feature = "stripe")]
mod doctor;
#[cfg(all(feature = "aws", feature = "stripe"))]
mod doctor_hosted;
mod forgotten;
#[cfg(feature = "aws")]
mod frames;
mod http;
#[cfg_attr(not(feature = "aws"), expect(dead_code, reason = "only peers of AWS are forwarded to, cut short or slow"))]
mod http_server;
mod killed;
#[cfg(feature = "aws")]
mod kms;
#[cfg(feature = "aws")]
mod kms_server;
#[cfg(feature = "lambda")]
mod lambda;
#[cfg(feature = "lambda")]
mod lambda_runtime;
mod leaks;
#[cfg(feature = "aws")]
mod leaks_hosted;
#[cfg(feature = "stripe")]
mod leaks_service;
mod model;
mod offered;
mod orders;
mod readme;
mod scripted;
mod sessions;
#[cfg(all(feature = "aws", feature = "stripe"))]
mod sigv4;
mod statechart;
#[cfg(feature = "stripe")]
mod stripe;
#[cfg(feature = "stripe")]
mod stripe_server;
mod support;
mod turns;
