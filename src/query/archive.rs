//! The archive: a read corpus that answers filters. Native, tested without a browser.
