//! One program, two roles: the page where there is a window, the worker where there is none.

fn main() {
    console_error_panic_hook::set_once();
    demarche::app::start();
}
