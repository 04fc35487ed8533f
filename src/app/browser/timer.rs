//! Timers.

use gloo::timers::callback::Timeout;

/// Calls `then` once after `ms` milliseconds.
pub fn after(ms: u32, then: impl FnOnce() + 'static) {
    Timeout::new(ms, then).forget();
}

/// Calls `then` once what is drawn now is on screen.
pub fn after_paint(then: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(move || after(0, then));
}

/// A call that is put off until nothing new came for a while.
#[derive(Default)]
pub struct Pause(Option<Timeout>);

impl Pause {
    /// Calls `then` after `ms` milliseconds, unless [`Pause::wait`] or [`Pause::stop`] is called before.
    pub fn wait(&mut self, ms: u32, then: impl FnOnce() + 'static) {
        self.0 = Some(Timeout::new(ms, then)); // dropping the old one cancels it
    }

    /// Forgets the call.
    pub fn stop(&mut self) {
        self.0 = None;
    }
}
