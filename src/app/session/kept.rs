//! What the page holds for as long as it is there: values, and values that those who follow them hear of.
//!
//! Leptos' signals carry their values through locks and guards, two kilobytes of program for each type of value. Here a
//! signal carries nothing, and the value lies beside it.

use leptos::prelude::*;
use std::{
    cell::RefCell,
    sync::{PoisonError, RwLock},
};

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

/// A value that is followed. Leptos' memos want what they read behind a lock, though there is one thread.
pub struct Live<T: 'static> {
    value: &'static RwLock<T>,
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
        Live { value: Box::leak(Box::new(RwLock::new(value))), heard: RwSignal::new(()) }
    }

    /// Whoever calls this hears of what becomes of it.
    pub fn track(self) {
        self.heard.track();
    }

    /// Reads it, and hears of what becomes of it.
    pub fn with<U>(self, read: impl FnOnce(&T) -> U) -> U {
        self.track();
        self.with_untracked(read)
    }

    /// Reads it.
    pub fn with_untracked<U>(self, read: impl FnOnce(&T) -> U) -> U {
        read(&self.value.read().unwrap_or_else(PoisonError::into_inner))
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
        self.with_untracked(T::clone)
    }

    /// Puts another in its place.
    pub fn set(self, value: T) {
        self.update(|now| *now = value);
    }

    /// Changes it.
    pub fn update(self, change: impl FnOnce(&mut T)) {
        change(&mut self.value.write().unwrap_or_else(PoisonError::into_inner));
        self.heard.set(());
    }
}
