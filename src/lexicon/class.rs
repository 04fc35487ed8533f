//! Classes of words that the rules of acts, addressees, days and referents ask for. The words lie in `data/word-classes.tsv`.

use super::cue::{Part, forms, rows};
use crate::text::sieve::Sieve;
use std::sync::LazyLock;

macro_rules! classes {
    ($($name:ident $doc:literal;)*) => {
        /// A class of words. The data has them in the same order.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum WordClass { $(#[doc = $doc] $name,)* }

        /// The names of all classes.
        #[cfg(test)]
        const NAMES: &[&str] = &[$(stringify!($name),)*];

        const COUNT: usize = [$(WordClass::$name,)*].len();
    };
}

classes! {
    Thought "What one should only think of.";
    Stays "Verbs of which “we will not” refuses nothing.";
    Learnt "What one comes to know, gets, or is.";
    Held "What one promises to do.";
    Feared "What one fears in a condition.";
    Naming "Verbs that give a thing a name or a judgment.";
    Forces "Parties that are no persons, without a name.";
    Adverse "Those who are against us, though they are “our”.";
    NoCommand "Base forms that open no command.";
    Vague "Everybody and nobody.";
    AskedDeed "What a party is asked to do.";
    Collective "Parties that are no persons.";
    Courtesy "Office or courtesy that addresses somebody without a name.";
    Crowd "Crowds and media, to whom all is said.";
    Unneeded "Whose help, word or leave one does not need.";
    NoReason "After “there is no”: what is refused.";
    Lacking "After “there is no”: what is only reported to be lacking.";
    DeniedThing "What there is not, where somebody said there is.";
    Soil "The land of somebody, into which another came.";
    Fabricate "To tell what is not so.";
    Harm "To do harm.";
    Blameful "What is said to blame.";
    Praiseful "What is said to praise.";
    Truth "What a report does not match.";
    Genuine "What confirms.";
    Circumstance "To blame where a thing is called so, not where one tells how things are.";
    Owed "What one owes others.";
    OfMind "Verbs of mind and of having.";
    Ready "Ready or willing.";
    NotEnough "What an offer is not, that is refused.";
    Decent "What good conduct is.";
    Cease "To end, or to be undone.";
    Notifying "To make known what comes.";
    Agreeable "What one hopes for in a condition.";
    Reckoning "What comes over whoever does it.";
    Claim "What others say, that can be untrue.";
    Charge "What is said against somebody, that one can turn away.";
    Falsehood "What a claim is called that is untrue.";
    Refusable "What a plan is called that is refused.";
    Offer "What others want or offer, that can be refused.";
    Alarming "What a state of things is called that is feared.";
    Situation "A state of things that can be feared.";
    Pledge "What one can break: words given, rules.";
    Breach "To break a word given, or a rule.";
    Benign "What another does for us, or without harm.";
    Repair "What is promised to be made good.";
    Bystander "Those who tell what they see and think, and are no party.";
    Together "What two parties could do.";
    Ruling "Those who rule a state.";
    Government "Organs of a state, named without it by those who live there.";
    Paper "What somebody sends or publishes.";
    Document "A text that speaks for whoever made it.";
    Sends "What makers do with a paper, as the first word of a clause beside it.";
    AnotherDay "What tells that the day is not that of the sentence before.";
    Mindless "What has no mind, so that it says, wants and refuses nothing.";
    Wished "Before “that”: what would be good is not done yet.";
    Region "Parts of the world by which groups of states are named.";
    Hearer "Those who are spoken to, beside all who are parties.";
    OtherPersonal "Pronouns that are another side as the subject.";
    PersonalOrTheirs "Pronouns that go back to the speaker in reported speech: “said his country …”.";
    EmptySubject "Pronouns that alone are an empty subject, spoken or not.";
    EmptySubjectSpoken "In speech, pronouns that alone are an empty subject: “it will rain”.";
    NobodySubject "Openers of a subject that is nobody: “none of us will …”.";
    OwnSubject "Pronouns that open the speaker’s own side as the subject.";
    PerfectAuxiliary "Forms of “have” before the head of a verb.";
    OntoSoil "Prepositions before the land into which another came: “across our border”.";
    TellingVerb "Verbs of which “we will not” withholds words: “we will not confirm”.";
    RoleOpener "Behind “we are not”, openers of a role that is refused: “we are not your servants”.";
    WarningCondition "Words of a condition, with which a lack is a warning: “without water …”.";
    SupposesOrAsks "Before a subject, what makes its duty only supposed or asked: “whether they must”.";
    OursOrPointing "Subjects that are ours or only point, so that no other party is obliged.";
    ObligedVerb "Before an infinitive, what binds somebody: “they have to withdraw”.";
    NegationWord "The plain negations “no”, “not” and “never”.";
    FillerBeforeThing "What stands between “there is no” and the thing: “not even a single …”.";
    EmptyOfNothing "Verbs of “nothing to add”, which refuse nothing.";
    NoneOrNot "Negations behind “there is”: “there is nothing to hide”.";
    SuppositionOpener "Openers of what is only supposed, “until” among them.";
    VerbParticle "Particles between a verb and its object: “drove out our people”.";
    WantedObject "Words that open what is wanted, beside phrases: “we demand that …”.";
    PointsToThing "Pronouns for what is set right: “it is a drill, not an attack”.";
    PointsToClaim "Pronouns that may stand for a claim: “this is not true”.";
    NeedOrDemandVerb "Verbs of “what we need is …”.";
    AfterFlatNot "Behind a “not” that opens a phrase without a verb: “not one centimetre”.";
    AssentWord "Words of assent that stand alone: “Agreed, …”.";
    IndefiniteAntecedent "Before “who”, whoever it may be: “anyone who crosses the line will …”.";
    Sequel "What tells of a later step: “first the money, then the talks”.";
    BlocksMainVerb "Openers of an inner clause, so that a verb behind them is no main verb.";
    ClauseLeadIn "Marks and words before the first word of a clause: “so then, we …”.";
    SegmentBound "Marks and “but”, at which one segment of what is said ends.";
    OtherSideWord "Groups of states, and “they”, that are another side without a name.";
    WishVerb "Verbs that tell of a wish in reported speech: “said he wanted to discuss”.";
    PersonalNotYou "Personal pronouns as a subject, all but “you”.";
    WillOrWont "“Will”, “would” and “shall”, and the “wo” of “won’t”.";
    WillModal "The modals “will”, “would” and “shall”.";
    NotTheirCondition "Subjects of a condition that no other party meets: “if we”, “if there”.";
    ConditionEnd "What ends a condition without “then”: a comma or “will”.";
    KnowVerb "Before “who” or “what”, words of knowing: “we know who fired”.";
    NegationOfSign "Negations just before a telling word, which deny it: “is not a retaliation”.";
    PointingSubject "Pronouns before “is” that blame somebody unnamed: “it is a manipulation”.";
    PhraseNegation "Negations in what a thing is called, “without” among them.";
    GratefulWord "Behind “would”, words of thanks that request: “we would be grateful”.";
    PersonalOpener "Personal pronouns whose plain verb is no subjunctive: “we leave”, “they leave”.";
    FindOrVoiceVerb "Verbs of which only the object tells the act: “voiced concern”.";
    DemandedDeed "Behind “insist that it”, what shows a deed is demanded: “must”, “be”.";
    OpinionNoun "What one thinks, said to nobody.";
    PlacePreposition "Prepositions before a mere place: “arrests in France”.";
    AddressTitle "Titles that open a form of address: “dear minister”.";
    VocativeEnd "Marks at which a form of address ends: “Mr President, …”.";
    PostedPerson "Persons sent somewhere, before “to”: “the ambassador to Rome”.";
    InterviewedForm "What a medium has done with whoever speaks: “officials the paper has interviewed”.";
    StateBody "Organs of a state that speak for it: “the ministry”.";
    GaveForm "To give, before whom and until when: “gave them until Friday”.";
    TakeBackForm "To say that words no longer hold: “withdrew its threat”.";
    EmergeForm "What a paper shows does so: “this emerges from a letter”.";
    SourcePeople "Those on whom a medium relies, without a name.";
    GiveForm "To give, or to say that one will, before whom: “promised him aid”.";
    PostedOrReporting "Persons posted where “in” tells: “the consul in Basra”.";
    AnybodyPronoun "Pronouns for people, which are no mere place behind “in”.";
    CalledEnd "Marks behind a party that is called by its name: “Manila, listen!”.";
    AddresseePronoun "Pronouns of the second and third person that may be who is addressed.";
    SentenceEnd "Marks that end a sentence of what is said, with semicolons.";
    PostedOrMission "Persons and missions sent to somebody: “the embassy to Manila”.";
    FirstPersonWord "Pronouns of the first person, “me” left out.";
    DeadlineWord "Words before the end of the time given: “an answer by Friday”.";
    BesideDeadline "What may stand between a word of a deadline and its date: “by the end of May”.";
    AnonymousSource "Those who are sources without a name: “a diplomat”, “insiders”.";
    OwnSideNoun "What the speaker’s own side is called behind a possessive: “their army”.";
    PossessiveNotYour "Possessives before the speaker’s own side, all but “your”: “his country”.";
    SourcePronoun "First words of a source that is no full phrase: “both”, “its”, “which”.";
    ObjectButYouOrMe "Object pronouns of persons, without “me” and “you”.";
    ClauseJoint "Comma, colon, semicolon, “and”, “but”: what parts a phrase from the clause before it.";
    TreatyText "Agreements behind “according to”: “travel according to the treaty”.";
    Norm "Manner behind “according to”: “procedures according to the law”.";
    PossibleModal "Modals under which nothing is asked yet: “could be asked to leave”.";
    FendOff "Lemmas for stopping a thing, a matter of words only where words are named: “block”.";
    ImpersonalModal "Modals by which a text speaks for itself: “it should be noted that”.";
    ClauseCoordinator "Conjunctions before a clause beside another: “and”, “but”, “whereas”.";
    ThirdPossessive "Possessives of the third person: “his”, “her”, “its”, “their”.";
    ViewModifier "Words between an owner and a view: “his own point of view”.";
    Association "Bodies of members that hold a view: “for the chamber, …”.";
    Expert "Those who are asked for a view: “experts”, “lawyers”, “residents”.";
    SourceOrData "What a thing is known from: “from the sources of the agency”.";
    TellerPreposition "Prepositions before who told it: “as reported by the agency”.";
    MarkAfterAside "Marks behind an aside: comma, full stop, closing bracket, colon.";
    PutsIt "Verbs before “it” in “as he puts it”.";
    MarkBeforeAside "Marks before an aside: comma, opening bracket, semicolon, colon.";
    AsideOpener "Words that open a source beside its sentence: “as”, “per”, “from”.";
    OpinionHolder "Those who are asked how they see things: “for the opposition, …”.";
    ViewNoun "Nouns for how somebody sees a thing: “in his opinion”.";
    SpeechBoundary "Marks after which quoted speech stands alone: full stop, colon, dots.";
    SayTellAdd "Verbs of saying, telling and adding that claim the words beside them.";
    SentenceLeadIn "Words, commas and bullets before the first word that counts: “However, …”.";
    ConditionOpener "Words that open a condition or side clause, inverted too: “Had he refused, …”.";
    FrontPreposition "Words that open a phrase before a cue, where no subject follows it: “in”, “as”.";
    MarkAfterSpeech "Marks between words and who said them: comma, “?”, “!”, dots.";
    FrontSubordinator "Words that open a side clause before its main clause: “If it goes on, …”.";
    AccusedOfOrIn "Prepositions before a charge, with “in”, without “against”: “accused of theft”.";
    StopOrBracket "Comma, semicolon, closing bracket and the marks that end a sentence.";
    VerbPreposition "Prepositions of phrases behind a verb that are passed by: “to”, “against”, “towards”.";
    UnnamedPeople "People without name or office: “sources”, “others”, “residents”.";
    CleftFiller "Words and marks between “is” and what it is: “What he said is precisely that …”.";
    ContentOpener "Words that can open what is said: “there”, “if”, “even”, “only”.";
    NoNewClause "Words that open no clause of their own: “so”, “nothing”, “this”, “words”.";
    CommaContinuation "Words behind a comma that go on and open no new clause: “who”, “citing”.";
    PhraseOpener "Words that start a noun phrase and are no nouns: “what”, “both”, “not”, “such”.";
    ObjectButYou "Object pronouns of persons, with “me”, without “you”.";
    FreeQuestionWord "Question words that need no verb of asking: “what”, “how”, “why”, “whether”.";
    AccusedOfOrAgainst "Prepositions before a charge, with “against”, without “in”: “accused of theft”.";
    ObjectPronoun "Object pronouns of persons, with “me” and “you”.";
    OnlyAdverb "Adverbs for “only”: “confirmed merely that”.";
    LinkAdverb "Adverbs that link sentences, between commas: “fears, though, a new war”.";
    NoClauseStart "On which no clause starts: comma, “that”, “to”, “and”.";
    RelativeOrWhere "Relatives behind a comma, with “where”, without “whom”.";
    ThereOrSubordinator "Words after which a clause needs only a finite verb: “there”, “if”, “since”.";
    AdjunctOpener "Words that open a phrase to be passed by: “in”, “during”, “alongside”, “when”.";
    KeptAdverb "Adverbs that belong to what follows and are not passed by: “there”, “only”, “even”.";
    QuestionWord "Words that open an indirect question: “whether”, “how”, “who”.";
    AnswerWord "Words that answer a question: “said yes, the boxes are in Moscow”.";
    StopMark "Comma, semicolon, colon and the marks that end a sentence.";
    GuardPost "Words before a “post” that is a place and no message: “border post”.";
    SettingPreposition "Prepositions of place or time before an occasion: “at”, “during”, “ahead”.";
    OccasionPreposition "Prepositions before an occasion to speak: “in a statement”, “through”, “for”.";
    Utterance "Papers and occasions in which one speaks: “in a statement”, “in early tweets”.";
    FrontedOpener "Words that open what is fronted before its sentence: “Despite …”, “Without …”.";
    AsPartner "Words with which a following “as” or “when” belongs: “such as”, “just when”.";
    TimeSubordinator "Words of time that may open an adverbial clause: “after”, “before”, “as”, “when”.";
    AdverbialOpener "Words that open an adverbial clause or phrase: “because”, “despite”, “amid”.";
    FiniteBe "Finite forms of “be”, without “am” and the short forms.";
    ListContinuation "Words behind a comma with which the same words go on: “including”, “nor”, “even”.";
    ThirdPersonal "Subject pronouns of the third person: “he”, “she”, “it”, “they”.";
    ResumingPronoun "Pronouns behind a colon that go on: “diverts no river: it takes water”.";
    CoordinatorOrThen "Conjunctions before a new clause: “and”, “but”, “or”, “yet”, “then”.";
    DayPreposition "Prepositions that tie a day to the thing before: “bunkers till November”.";
    TrailingMark "Marks and conjunctions that are cut off the end of words: comma, dots, “and”.";
    InnerClauseOpener "After which a second finite verb may belong to the clause: “who”, “and”, a comma.";
    StopNoColon "Comma, semicolon and the marks that end a sentence; no colon.";
    IrregularPast "Irregular past forms: “wrote”, “held”, “withdrew”.";
    IrregularParticiple "Irregular past participles: “held”, “sought”, “drawn”.";
    Auxiliary "Every form of the auxiliaries, modals too.";
    LeadInOrThat "Words passed by where a sentence goes on with the one before: “And that …”.";
    DependentOpener "Words that make the finite verb behind them dependent: “that”, “which”, “whether”.";
    FragmentLeadIn "Words before a sentence that only goes on: “And also to grant …”.";
    FirstPersonOrSelf "Words of the first person, with “me”, “i'm” and “myself”.";
    TermsOfList "Nouns whose owner wants what a list under them holds: “set out its terms:”.";
    BeforeQuestion "What stands before a question that opens with its verb.";
    GrantedClause "Openers of a clause that a question takes for granted.";
    Interview "Words of a line that tells who is interviewed.";
    TalkedVerb "Verbs of having talked to whom one interviews.";
    AnswersVerb "Verbs of answering an interviewer.";
    LabelLink "Words that link the parts of a label: “Envoy to Chad: …”.";
    TitleOpener "Words that open a title and no speech: “Minister: a profile”, “live”.";
    SaidAfterLabel "Words that open what is said behind a headline’s label: “Kyiv: no talks”.";
    AsksOrAnswers "Others who ask and answer in a label: “journalist”, “mayor”, “farmer”.";
    LabelSetting "Prepositions of place or time behind a state in a label: “Chad at the summit: …”.";
    LabelPreposition "Prepositions of an adjunct within a label: “Minister, during a visit: …”.";
    ClockWord "What follows the digits of a clock time: “h”, “gmt”, “p.m.”.";
    Bullet "Bullets, and the bar that serves as one.";
    LabelBoundary "Marks that part a label from the words before it: stops, comma, dots.";
    SpokesmanOrSide "Who speaks for a party beside its name: “side”, “spokesman”, “pm”.";
    LabelSource "Sources that are no office, as a label before a colon: “Kremlin: …”.";
    NotMet "What is met without a meeting: “met the press”, “met the deadline”.";
    JointParty "Words for several who meet: “both”, “ministers”, “and”.";
    MetParty "Further words for those who are met: “colleagues”, “consul”, “him”.";
    Role "People and bodies that take part in meetings: “minister”, “delegation”.";
    CommaColonStop "Comma, semicolon, colon and full stop; no question or exclamation mark.";
    GovernedOpener "Words behind a verb that governs, with “he” and “to”: “that”, “the”, “his”.";
    PersonalButItYou "Personal pronouns that speak, without “it” and “you”.";
    DefiniteOrThat "“That”, “the” and possessives behind a past form: “…, denounced the plan”.";
    ObjectOpener "Words with which an object starts, without “he” and “to”: “that”, “a”, “its”, “no”.";
    SupposingWord "Words that make a clause only supposed: “if Moscow decides to invade”.";
    PrepositionInIng "Prepositions that look like verbs: “regarding”, “following”.";
    TimeUnit "Units of time, from hours to decades: “calling for months for a new vote”.";
    TalksModifier "Words between the parts of a cue for talks: “phone”, “crisis”, “first”, “own”.";
    DefiniteOpener "First words of a definite thing one speaks of: “the”, “it”, “all”, “nothing”.";
    HoldsTalks "Verbs by which talks take place: “hold”, “resume”, “attend”.";
    MeetingPreposition "Prepositions before a meeting: “after talks with”, “during”.";
    OwnerPreposition "Prepositions behind which an owner starts: “the answer to Iran’s demands”.";
    MeansPreposition "Prepositions before the means of a talk: “by phone”, “via video”.";
    SubclauseOrComma "After which a verb may be in a side clause: “that”, “whether”, a comma.";
    NounPreposition "Prepositions between a noun of speech and its matter: “a call for talks”.";
    ComesAs "Verbs between a noun of speech and its colon: “Their answer came late: …”.";
    NoteOrLetter "Papers whose message is named with “of”: “a note of protest”.";
    StopOrDash "Marks that close an apposition: comma, full stop, semicolon, colon, dash.";
    BeforeDeterminer "Words with which a determiner makes one phrase: “all the”, “both the”, “to the”.";
    ClauseBound "Words and marks that bound a clause: “that”, “because”, a bracket.";
    PhraseDeterminer "Words that open a noun phrase whatever their tag: “those”, “both”, “some”.";
    CountingAdjective "Adjectives of number at which a noun phrase goes on: “several”, “few”.";
    PostPreposition "Prepositions between an office and its post: “ambassador to Chad”.";
    Quantifier "Quantifiers at the head of a noun phrase: “all the ministers”, “half”.";
    JoiningPreposition "Prepositions that join noun phrases: “the spokesman for the ministry”.";
    MannerLink "Prepositions within such a manner: “in his weekly meeting with the press”.";
    MannerPreposition "Prepositions of manner between hearer and words: “through its embassy”, “via”.";
    AccusablePerson "People and sides that can be accused: “bishop”, “enemy”, “others”.";
    OfficeHead "Last words after which an office goes on: “the head [of the army]”.";
    PressPeople "Media to whom one speaks: “told reporters”, “the press”.";
    QuotedAsSaying "Forms of quoting before “as saying”: “was quoted as saying”, “cites”.";
    BaseInIng "Words that end in -ing and are no form in -ing: “bring”, “nothing”.";
    BeforeSubject "What stands before a subject: “and”, “but”, “that”, a comma.";
    PluralSayVerb "Base forms of saying and thinking behind a plural: “airlines say”.";
    OfficeParticiple "Participles before an office: “acting foreign minister”.";
    TimeOrder "Words behind a length of time: “hours after”, “days earlier”.";
    ShortTimeUnit "Units of time from minutes to weeks: “hours after the president”.";
    PluralSubject "Plural pronouns and quantifiers as a subject: “Both deny this”.";
    VerbTakenForNoun "Verbs that the tagger takes for nouns or adjectives: “Both deny this”.";
    NounTakenForVerb "Nouns that the tagger takes for verbs: “a Gulf state that has hosted the talks”.";
    VerbNegation "Words that negate a verb group, with “neither”, “nor” and “hardly”.";
    BaseInEd "Base forms that look like participles: “need”, “proceed”.";
    BeForm "Every form of “be”.";
    PastAuxiliary "Past forms of auxiliaries: “was”, “had”, “would”.";
    FiniteAuxiliary "Finite forms of “be”, “have” and “do”, and the modals.";
    Modal "Modals, with their short forms: “'ll”, “wo” of “won't”.";
    Dash "Dashes and hyphens.";
    Possessive "Possessives of all persons, with “whose”.";
    RelativePronoun "Relative pronouns with “whom”, without “that” and “where”.";
    PersonalPronoun "Subject forms of the personal pronouns.";
    Pronoun "Pronouns and quantifiers that stand for a party: “she”, “those”, “several”.";
    ClosedClass "Function words and “said”, whose tag is known better than the tagger does.";
    PronounNoSpeaker "Pronouns that name no speaker beside a quotation: “we”, “i”, “you”, “it”.";
    BeforeOccasion "Prepositions before the occasion of speech: “the minister at a briefing”.";
    TimeSpanWord "Before “after” or “later”, spans of time: “hours after”, “shortly after”.";
    InvertedSubjectEnd "Marks after which nothing follows a subject behind its verb.";
    AdjunctBeforeSubject "Prepositions of an adjunct between verb and subject: “said on Friday the minister”.";
    ClaimingText "Texts that claim something: “a report claiming that”.";
    ShareWord "Nouns of a share of people: “67 percent of the respondents”.";
    PhraseCoreEnd "Words and marks that end the core of a phrase, as prepositions do.";
    RelativeNotWhom "Relative pronouns, “whom” left out.";
    RelativeOfAside "Relative pronouns, “whom” and “where” among them, that open an aside.";
    FocusAdverb "Adverbs before a subject: “even China, its only ally, said”.";
    SubordinatorOrThat "Openers of a clause, “that” among them, so that its phrase is a subject.";
    PerceivedVerb "Verbs of knowing and perceiving behind “who”: “those who saw it said”.";
    AdverbBeforeVerb "Adverbs between a subject and its verb: “the minister later said”.";
    OnHisPart "Before “his part”, “her side”: the prepositions of “for his part”.";
    SubjectClauseBound "Marks and openers at which a subject’s clause starts.";
    SpeechOccasion "Where things are said, and before whom: “at a briefing”.";
    FirstPersonWithMe "Pronouns of the first person, “me” among them.";
    CourtesyTitle "Titles before a speaker’s name in a label, “Dr” among them.";
    Interviewer "Those who only ask.";
    AnswerOpener "First words of an answer: “no aircraft of ours was there”.";
    TakesNounThat "Verbs that take somebody else’s claim: “denied reports that”.";
    ResponsibleWord "To blame for something: “holds Kabul accountable”.";
    HoldVerb "Verbs of “holds Kabul responsible”.";
    SeemVerb "Forms of “seem” and “appear”, before a second verb: “seems to want”.";
    OfferedOrOwned "What is offered, agreed or owned up to in words: “the deal”, “its guilt”.";
    PerceiveVerb "Verbs of perceiving and beginning, of which marked words are not said.";
    VotingHouse "Bodies that vote or rule: “the cabinet approved the budget”.";
    MindVerbInPassing "Verbs of mind said in passing: “I think”, “you see”.";
    ReaderOrWriter "Pronouns for the reader or writer, no party: “you know”.";
    UntoldWord "Behind “would not say”, what opens the thing left untold: “whether”, “more”.";
    KeptBackVerb "Verbs of what is not said: “declined to say whether”.";
    DiscloseVerb "Base forms of verbs that give a name away: “without revealing the identity”.";
    HidesSourceVerb "Verbs with which a source hides its name: “asked for anonymity”.";
    HidingWord "Words of a source’s hidden name: “refused to be named”.";
    AnyOneBeforeWho "Before “who”, those whom nobody names: “those who deny it”.";
    LawVerb "What a law does, though nobody speaks: “the charter forbids”.";
    LawText "Laws and papers that bind, and do not speak: “the treaty obliges”.";
    NobodySpeaks "Subjects that are nobody or nothing: “nobody believes in it”.";
    AnsweringVerb "Verbs that answer, so that a bare “it” is enough: “denies it”.";
    ViewVerb "Verbs of viewing that need “as”: “sees the dam as a threat”.";
    InversionMark "Marks behind which verb and subject may be inverted: “…, said the president”.";
    NoRecipient "Pronouns and “as” behind a verb that are not whom one speaks to.";
    BeforeAddedClause "Words and the comma before an added participle: “despite describing”.";
    FrontedObjectGoesOn "What carries a fronted object on: “the plan that …”.";
    TimeOrAsOpener "Openers of a clause of time, “as” among them: “…, while he said”.";
    AloneOrDeterminer "Determiners that may stand alone before a participle: “those accused of …”.";
    DeedClauseBound "Words and marks that end the stretch in which a deed’s parties stand.";
    IntentModal "Modals of a deed that is to come or may come.";
    LonePronoun "Words that alone are no phrase of a party: “it”, “there”, “let”.";
    NamePart "Small words that belong to a name: “al”, “of”, “-”.";
    EverybodyNoun "Words with which a phrase means everybody: “all sides”, “the world”.";
    PairWordOrMark "Pair words, openers and marks to skip before a party: “neither Seoul nor …”.";
    SubjectDeterminer "Determiners that open the subject behind an adjunct: “On Friday the minister …”.";
    FrontedAdjunct "Openers of an adjunct before the subject: “today”, “every year”.";
    HighOffice "Offices by which one is called: “Mr Secretary”, “minister”.";
    BeforeTarget "Words before a party that is blamed or praised: “against Seoul”, “thank Seoul”.";
    NotTargetSubject "Openers of a subject that is ours or empty, so that it is not blamed.";
    ThirdObject "Pronouns of the third person as a lone object, “it” among them.";
    AfterAskedParty "Behind a party as object, what opens the thing asked: “for”, “that”, a colon.";
    BeforeAskedParty "Words before a party that is to do something: “call on Seoul to answer”.";
    PaysFor "What one does who bears the harm: “the price that Lebanon will pay”.";
    RequestedHelp "What is asked of others for a third, who is not addressed: “mediation of”.";
    SecondObjectOpener "Openers of a second object: “offered the Afghan side a joint post”.";
    VagueObject "First words of an object that names no party: “everyone”, “those”.";
    PluralParty "Several parties at once, as object: “both leaders”, “the two armies”.";
    OursOrAny "Openers of an object that is a thing or the medium: “tells us”, “a plan”.";
    TellsOnlyCrowd "Crowds and media that are only told: “told reporters”.";
    NeighbourNoun "The neighbour, who is the other of two sides.";
    PlainDeterminer "Determiners of a party that its side tells: “the embassy”, “their army”.";
    BetweenPreposition "Prepositions before a party that stands between source and content.";
    NoObligedParty "Openers of a subject that is ours, empty or nobody: no other is obliged.";
    BeforeUnsureDuty "Words with which a duty behind them is supposed or asked: “if they must …”.";
    HaveOrNeed "Before an infinitive, forms of “have” and “need”: “Seoul has to answer”.";
    BeforeNewsAgency "Before “agency”, words with which it is one for news: “state agency”.";
    MediaWord "Words that make a phrase a medium, agencies left out: “the newspaper”.";
    MediumNoun "Last words of a medium’s name: “the Interfax news agency”.";
    CopyrightWord "Words of a copyright line that are no owner’s: “all rights reserved”.";
    SmallNameWord "Words without a capital in an owner’s name: “of”, “del”, “al”.";
    MenuWord "Words of menus, which stand at a page’s head and again at its foot.";
    StateNameFirst "Words of a state’s name before its last, as printed: “North Korea”.";
    StateOrPersonName "States whose names are persons’ names too, as printed: “Jordan”.";
    FinitePrinted "Marks and finite verbs that no cut-off infinitive has: “was”, “will”, “?”.";
    CannotEndSentence "Words that cannot end a sentence: “… and the. Army”.";
    AfterSubjectForm "With which “of he”, “with they” may be right: “of they who …”.";
    NegationPrinted "Negations as printed, with either apostrophe: “not”, “n’t”, “never”.";
    SaysNoVerb "Verbs after which “no” may be what is said: “did not say no”.";
    BeforeWhich "Participles that may stand before the question “which”: “decided which”.";
    DayAfterDay "Words around which two words rightly come twice: “day after day after day”.";
    CapitalPronoun "Pronouns that open a sentence, with their capitals: “He”, “There”.";
    NamePhraseEnd "Words and marks that end the phrase beside a name.";
    BeforePostedState "Prepositions before the state one is posted to: “the embassy in Quito”.";
    PostedWithConsul "Persons and missions sent to another state, consuls among them.";
    ShortOffice "Offices that a longer title may end in: “foreign minister”, “special envoy”.";
    OfficeLink "Small words within an office before a name: “minister of”, “Iran’s”, “Dr”.";
    Calling "Callings that are no office: “doctor”, “lawyer”.";
    OfOldWord "Near the cue, what tells that it was said long before: “has repeatedly said”.";
    DialogueDash "Dashes that open a turn of talk.";
    NameSuffix "Suffixes of personal names: “jr”, “iii”.";
    NameParticle "Particles of personal names: “van”, “bin”, “de”.";
    PointsBack "Pronouns that take up what was said before: “denies this”.";
    QuotationMark "Quotation marks, typed ones and those of programs too.";
    UseVerb "Forms of “use”, which blame with “against”: “used gas against civilians”.";
    TakeVerb "Forms of “take”, which alone blame nobody: “took part”.";
    NeverDone "Behind “we have never”, the deeds that are denied: “we never signed”.";
    UndoneToNobody "Behind “nobody was”, what reports rather than denies: “nobody was hurt”.";
    RefusalModal "Modals that refuse what they negate: “we will not resign”.";
    NeedsVerb "Forms of “need” and “require”: “we need no permission”.";
    NotYetModal "Modals with which “there … no” tells no present lack: “there will be no …”.";
    ExistenceVerb "Forms of “be”, “exist” and “remain” behind “there”.";
    DemandVerb "Verbs that demand what their object names: “we want a withdrawal”.";
    HeOrShePrinted "“He” and “she” as printed, with and without a capital.";
    DatePrefix "First parts of hyphened dates, “half” among them: “mid-June”, “early-2014”.";
    BeforeDay "Prepositions before a day: “on the 5th”, “by 3/4”.";
    DateRangeOrListJoint "What joins dates in figures in a range or list: “to”, “or”, a comma, a dash.";
    MarkBesideWeekday "Marks between a weekday and a date in figures: comma, full stop, bracket, dash.";
    OrdinalSuffix "Suffixes of ordinals in figures: “2nd”, “15th”.";
    DayRangeJoint "Words between the days of a range: “April 9th through 17th”.";
    MonthJoint "Words and the comma that join a month to the one before: “April and May”.";
    BeforeMonth "Words before a month: “in May”, “late March”, “between”.";
    MonthYearLink "Words and the comma between a month and its year: “May of last year”.";
    BeforeWeekdayLookalike "Words before a weekday whose form may be another word: “on Sun”, “next Sat”.";
    BeforeYearInWords "Prepositions before a year in words: “in nineteen eighty-four”.";
    NextOrPrevious "Words that count from the day told of: “the next week”, “the previous day”.";
    NotDayMark "What follows a number that is no day: “%”, a colon, “pm”, “o'clock”.";
    DateJoint "What joins two dates that share a year: “and”, “or”, a comma, “&”.";
    BeforeSeason "Words before a season: “last summer”, “throughout winter”.";
    AgoOrLater "Words behind a vague length of time: “weeks ago”, “a few days later”.";
    PossessiveEnding "Possessive endings in the common spellings: “’s”, a bare apostrophe.";
    LastingWord "Words before a length of time that runs from a day: “lasting a week from …”.";
    EarlyOrLate "Words before “in” and a time: “earlier in May”, “late in 2014”.";
    StretchNoun "Nouns behind “early” or “closing”: “the latter part of 2008”, “the last days of”.";
    EdgeNoun "Nouns for a part of a time: “the beginning of May”, “the rest of the year”.";
    EraLabel "“BC” and its other forms.";
    BeforeLoneYear "Words and the comma before a year that ends a phrase: “for 1648”, “as the …”.";
    SurelyBeforeCount "Words before a number that is never a year: “at least”, “more than”.";
    BeforeLikelyCount "Words before a number that is no year unless it looks like one: “about”, “over”.";
    DatedStateNoun "What was so in a year: “the 1967 borders”, “1990 levels”.";
    SurelyBeforeYear "Words and the bracket with which a number is surely a year: “since 1648”.";
    CountedNotYear "People and units behind a count that looks like a year: “2000 troops”, “km”.";
    BeforeYear "Words before a year, though it is long ago: “in 1648”, “circa”, a bracket.";
    NotYearMark "What follows a number that is no plain year: “percent”, “gmt”, “hours”, “bc”.";
    SignBeforeNumber "Signs before a number that is no year: “$”, “€”, “#”, “+”.";
    DatePrefixNoHalf "First parts of hyphened dates, “half” left out: “mid-2014”.";
    PastOrPerfectAux "Forms of “be”, “have” and “do” that tell of the past, “has” among them.";
    ScheduledWord "Words for what is planned: “scheduled”, “upcoming”, “tentatively”.";
    WholeDeterminer "Determiners of a whole: “22 of its members”, “two of these ships”.";
    NotCountMark "What follows a number that counts nothing: “p.m.”, “gmt”, “th”, “°”.";
    AfterTimeSpan "Words behind a span of time: “one day later”, “one day of”.";
    BeforeTimeSpan "Words before a span of time: “for one day”, “within one day”.";
    BoundPreposition "Prepositions that bound a number, though no range: “over”, “below”.";
    PluralPeople "Words for people that are plurals without “s”: “1900 people”, “police”.";
    TellsNumber "Words before “of” or “at” and another number: “spoke of 20,000”, “a toll of”.";
    DepartForm "Forms of leaving before “for”: “left for Oslo”, “bound for”.";
    PartOfPlace "Parts of a town, before “of” and its name: “the streets of Oslo”, “north of”.";
    FromMerePlace "Words before “from” with which a name is a mere place: “those from Oslo”.";
    AuthorityNoun "Who rules, behind the name of a capital: “the Damascus regime”.";
    RoleLink "Small words within a role before a name: “minister of”, “for the”, “’s”.";
    SaidToMedium "Forms of saying before “to” and a medium: “explained to the Wire”.";
    MediumHasLearnt "Participles of what a medium has come to know: “the Wire has learned”, “seen”.";
    TellOrInterview "Forms before a medium that is told: “told the Sahel Wire”, “interviewed”.";
    MarkAfterDateline "Marks behind a dateline or byline: dashes, full stop, colon.";
    BeforePersonName "Words and the comma before a lone name, which then is most often a person.";
    SayVerbBeforeName "Forms of saying, telling and asking before a name: “said Menon”.";
    RadioOrTvPrinted "First words of a station’s name, as printed: “Radio”, “TV”, “Télé”.";
    BroadcasterPrinted "Words that make a name a medium, as printed: “Broadcasting”, “Newspaper”.";
    ArabicArticle "Arabic articles before a hyphen in names: “al-Sadr”, “ash-Sharq”.";
    ElectionNoun "Votes beside their year: “the 2024 election”, “referendum”.";
    BegLemma "Lemmas of begging and urging, whose infinitive may come later: “begged … to go”.";
    TellLemma "Lemmas of telling, whose object may be only a hearer: “told reporters”.";
    DefiniteDeterminer "First words of a definite phrase: “the”, “those”, possessives, “both”.";
    IndefiniteOrOther "First words of an indefinite phrase, “other” and “others” among them.";
    UnnamedPersonOpener "First words of somebody unnamed, “source” among them: “a”, “another”, “two”.";
    PluralOpener "First words of a phrase for several: “two”, “some”, “many”.";
    HeadNounEnd "Words and the comma at which a person’s head noun ends: “of”, “who”, “close”.";
    MalePronoun "Pronouns for a man: “he”, “him”, “his”, “himself”.";
    OwnWordsOrSelf "Words behind a pronoun that alone is the source: “his words”, “she herself”.";
    GeneralBody "Nouns for a body that tell no kind: “the group”, “the movement”.";
    LeaderOrOwner "Nouns before “of” for who leads or owns a body: “the head of the bank”.";
    AfterOfficeInPhrase "What may follow an office in its phrase: “of”, “for”, “in”, a comma, a bracket.";
    IssuerLink "Words between a paper and who made it: “a statement from”, “issued by”.";
    NegationInCue "Negations in a cue, “nor”, “cannot” and “without” among them.";
    PersonNoun "Nouns by which whoever just spoke is called again: “the woman”, “the deputy”, “the jurist”.";
    SkippedByInitials "Small words that initials may leave out: “Bank of the North”.";
    Condition "Words under which something is announced: “if”, “whoever”.";
    Occasion "Words of another time, which is a condition too: “next time”, “for every truck”.";
    Supposing "Words behind which a verb tells a condition or who is meant.";
    Retort "What one party does to another for what it did, without its own name.";
    CopulaOfCleft "Forms of to be before what a sentence is about: “it is Cotonou who …”.";
    ForeignArticle "Articles of other languages that open the names of media, and no person’s.";
    GivenMonth "Given names that are months or feasts too.";
    StateForm "Forms of state that open its full name: “State of Kuwait”.";
    StateFormPrefix "Words before a form of state.";
    SeenForm "What a medium has done with a paper: “a note seen by Reuters”.";
    WomanNoun "Nouns for a woman who just spoke.";
    ManNoun "The same for a man.";
    Contact "What is written to somebody or led with them: “in a letter to Lima”, “in a call with Lima”.";
    DoneForGood "What is done to somebody for their good, by others: “be informed”, “be released”.";
    FeltNoun "What is felt with or for somebody: “solidarity with Kenya”.";
    HalfOfDay "What tells the half of the day behind a time.";
    SetsNumber "Before “at”, what sets a number: “put the toll at six”.";
    Suffered "What befell so many people: “22 injured”.";
    OfficeOfPerson "What speaks for the person who leads it: “his office”.";
    Untrue "What a claim is called that is not true: “called it nonsense”.";
    Ceased "After “never”, verbs that deny nothing: “never ceased”.";
    Duty "What is somebody’s to do: “it is the duty of Peru to …”.";
    Relieve "What eases another’s lot: “we will lift the embargo if …”.";
    GovernedQuestionWord "What asks after a preposition: “from where”.";
    NamingForm "Verbs by which a thing has a name: “as Lima calls it”.";
    Leave "What one asks for, and no one that is asked: “requested permission to enter”.";
    CountedBefore "After “of”, what stands for things told before: “four of them”.";
    NoAmountBefore "Before “hundred” and “thousand” where these are no amount of their own.";
    WantedOf "Before “of” and a party, what one wants of it: “demanded of the mayor an apology”.";
    Obliging "Modals with which somebody is to do something: “must”, “should”.";
    OfFirm "What firms and clubs have: “Nokia shares”, “the founder of Acacia”.";
    LookForm "Forms of looking, before “at” and a government: “they look at Madrid”.";
    NobleParticle "Small words that open surnames and are no others: “von”, “van der”.";
    TimeBeforeSubject "When something is done, before whoever does it: “two hours later Belgrade …”.";
    Appointment "What is held on a day of its own: “announced a visit in October”.";
    OfItself "Those in a state who do not speak for it: “Peruvian media”.";
    ReportNoun "What nobody named has said: “rejected media reports that …”.";
}

/// The last class that what was learnt looks at: the others are only asked for by rules, and may change their order.
const LAST_TAUGHT: WordClass = WordClass::Hearer;

/// A bit for each class.
type Set = [u64; COUNT.div_ceil(64)];

/// No class.
static NONE: Set = [0; COUNT.div_ceil(64)];

/// The classes of each word.
static CLASSES: LazyLock<Sieve<Set>> = LazyLock::new(|| parse(include_str!("data/word-classes.tsv")));

fn parse(data: &'static str) -> Sieve<Set> {
    let mut found: Sieve<Set> = Sieve::default();
    let (mut last, mut class) = ("", usize::MAX);
    for row in rows(data) {
        let [name, kind, words] = row[..] else { continue };
        if name != last {
            (last, class) = (name, class.wrapping_add(1));
        }
        let mut add = |word: &'static str| {
            if let Some(bits) = found.or_insert(word, NONE).get_mut(class / 64) {
                *bits |= 1 << (class % 64);
            }
        };
        match kind {
            "w" => words.split(' ').for_each(add),
            "p" => words.split(',').for_each(add),
            _ => words
                .split(',')
                .flat_map(|verb| forms(Part::Verb, &[verb]))
                .for_each(|(_, form)| add(form.join(" ").leak())),
        }
    }
    found
}

/// The classes of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Classes(&'static Set);

impl Classes {
    /// Those of a word in lower case.
    pub fn of(word: &str) -> Self {
        Classes(CLASSES.get(word).unwrap_or(&NONE))
    }

    /// Whether the word is of this class.
    pub fn has(self, class: WordClass) -> bool {
        self.0[class as usize / 64] >> (class as usize % 64) & 1 == 1
    }

    /// Those that what was learnt looks at.
    pub fn taught(self) -> Taught {
        Taught(self.0[0] & (u64::MAX >> (63 - LAST_TAUGHT as u32)))
    }
}

/// Classes that what was learnt looks at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Taught(u64);

impl Taught {
    /// Those of either.
    pub fn or(self, other: Taught) -> Taught {
        Taught(self.0 | other.0)
    }

    /// Their numbers.
    pub fn all(self) -> impl Iterator<Item = usize> {
        let mut left = self.0;
        std::iter::from_fn(move || {
            let class = left.trailing_zeros() as usize;
            left &= left.checked_sub(1)?;
            Some(class)
        })
    }
}

impl WordClass {
    /// Whether a word, in lower case, is of this class.
    pub fn has(self, word: &str) -> bool {
        Classes::of(word).has(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_of_a_class_in_all_their_forms_and_other_words_as_they_stand() {
        assert!(WordClass::Harm.has("undermines") && WordClass::Harm.has("stole"));
        assert!(WordClass::Unneeded.has("permission") && !WordClass::Unneeded.has("permissions"));
        assert!(!WordClass::Harm.has("the"));
    }

    #[test]
    fn the_data_has_every_class_by_its_name_and_in_its_order() {
        let kebab = |name: &str| {
            let small =
                |c: char| if c.is_ascii_uppercase() { format!("-{}", c.to_ascii_lowercase()) } else { c.to_string() };
            name.chars().map(small).collect::<String>().trim_start_matches('-').to_string()
        };
        let mut names: Vec<&str> = rows(include_str!("data/word-classes.tsv")).map(|row| row[0]).collect();
        names.dedup();
        assert_eq!(names, NAMES.iter().map(|name| kebab(name)).collect::<Vec<_>>());
    }

    #[test]
    fn every_row_has_words_and_no_word_twice() {
        for row in rows(include_str!("data/word-classes.tsv")) {
            let [name, kind @ ("v" | "w" | "p"), words] = row[..] else { panic!("{row:?}") };
            let words: Vec<&str> = words.split(if kind == "w" { ' ' } else { ',' }).collect();
            for (n, word) in words.iter().enumerate() {
                assert!(!word.is_empty() && !words[..n].contains(word), "{name}: {word}");
            }
        }
    }
}
