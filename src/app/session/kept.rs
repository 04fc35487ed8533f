//! What the page holds for as long as it is there: values, and values that those who follow them hear of.
//!
//! Leptos' signals and memos carry their values through locks and guards, two kilobytes of program for each type of value.
//! Here a signal carries nothing, and the value lies beside it; what is made of values is compared where it is used.

use leptos::prelude::*;
use std::cell::RefCell;

pub use leptos::prelude::untrack;

/// A value that is kept for good.
pub struct Kept<T: 'static>(&'static RefCell<T>);

impl<T> Clone for Kept<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<T> {}

impl<T> Kept<T> {
    /// Keeps a value.
    pub fn new(value: T) -> Self {
        Kept(Box::leak(Box::new(RefCell::new(value))))
    }

    /// Reads it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.0.borrow())
    }

    /// A copy of it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// Puts another in its place.
    pub fn set(self, value: T) {
        drop(self.0.replace(value));
    }

    /// Changes it.
    pub fn update<U>(self, change: impl FnOnce(&mut T) -> U) -> U {
        change(&mut self.0.borrow_mut())
    }
}

/// A value that is followed.
pub struct Live<T: 'static> {
    value: Kept<T>,
    heard: RwSignal<()>,
}

impl<T> Clone for Live<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Live<T> {}

impl<T> Live<T> {
    /// Keeps a value.
    pub fn new(value: T) -> Self {
        Live { value: Kept::new(value), heard: RwSignal::new(()) }
    }

    /// Whoever calls this hears of what becomes of it.
    pub fn track(self) {
        self.heard.track();
    }

    /// Reads it, and hears of what becomes of it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.value.with(read)
    }

    /// Reads it.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.value.with(read)
    }

    /// A copy of it; whoever takes it hears of what becomes of it.
    pub fn get(self) -> T
    where
        T: Clone,
    {
        self.with(T::clone)
    }

    /// A copy of it.
    pub fn get_untracked(self) -> T
    where
        T: Clone,
    {
        self.value.get()
    }

    /// Puts another in its place.
    pub fn set(self, value: T) {
        self.value.set(value);
        self.heard.set(());
    }

    /// Changes it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        self.value.update(change);
        self.heard.set(());
    }
}

// One kind of effect for all of them: each kind is some kilobytes of program.
fn begin(mut act: Box<dyn FnMut()>) {
    Effect::new(move |_| act());
}

/// Runs `act` soon, and whenever what it read has changed, as long as what it was begun in is on screen.
pub fn follow(act: impl FnMut() + 'static) {
    begin(Box::new(act));
}

/// Runs `act` with what `make` gives, soon and whenever that has become another. `act` itself follows nothing; what it
/// begins ends when it runs again.
pub fn watch<T: PartialEq + 'static>(make: impl Fn() -> T + 'static, mut act: impl FnMut(&T) + 'static) {
    let (mut last, owner) = (None, Owner::new());
    follow(move || {
        let now = Some(make());
        if now != last {
            last = now;
            owner.cleanup();
            owner.with(|| untrack(|| last.iter().for_each(&mut act)));
        }
    });
}
