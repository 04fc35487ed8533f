//! The whole view state ⇄ the address's fragment, by the grammar of version 1.
