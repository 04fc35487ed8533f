//! Whether a candidate is a statement: the sum of the weights of what is seen of it.

use super::{Candidate, feature};
use crate::extract::{
    attribution::{Attribution, sight::Sight},
    table,
};

/// How likely it must be: a logit, scaled as the weights. Found by cross-validation.
pub(super) const LEAST: i32 = 6;

/// The trained numbers, one a feature.
static WEIGHTS: &[u8] = include_bytes!("../../data/candidates.bin");

/// How likely a candidate is.
pub(super) fn score(sight: &Sight, s: usize, found: &[Attribution], c: &Candidate) -> i32 {
    let mut score = 0;
    feature::of(sight, s, found, c, &mut |f| score += table::weight(WEIGHTS, f));
    score
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        corpus::article::Article,
        extract::{attribution::attributions, page::Page},
    };

    #[test]
    fn the_shipped_weights_fit_the_features() {
        #[cfg(feature = "cli")]
        assert_eq!(WEIGHTS.len(), feature::ALL);
        assert!(WEIGHTS.len() <= 8192);
    }

    fn read(text: &str) -> Vec<String> {
        let article = Article::plain(text);
        let page = Page::of(&article);
        let mentions = crate::extract::mention::mentions(&page);
        let sight = Sight::of(&page, &mentions, &[]);
        let said = |a: &Attribution| a.content.first().map_or("", |c| c.of(text)).to_string();
        attributions(&sight).iter().map(said).collect()
    }

    #[test]
    fn verbs_out_of_place_are_read_and_other_verbs_are_not() {
        assert_eq!(
            read("The Sudanese ministry requires from Cairo “the publication of the maps”."),
            ["the publication of the maps"]
        );
        assert_eq!(read("Belgrade does not accept the numbers."), ["the numbers"]);
        assert!(read("The two ships lay near the islands of Palawan and waited for better weather.").is_empty());
    }
}
