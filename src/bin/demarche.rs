//! The native command: prepares a corpus for the site, and reads any text file as the site would.

use clap::{Parser, Subcommand};
use demarche::{
    corpus::{
        article::Article,
        bundle,
        catalogue::Entry,
        codebook::Codebook,
        day::Day,
        prepare,
        zone::{Zone, ZoneKind},
    },
    extract::{date, deed, figure, mention::train as names, page::Page},
