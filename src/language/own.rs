//! Questions that an operator answers: read from the operator's file, and heard in messages.
//!
//! They are asides like those of the pack. None takes the place of a command, and none is about card data.

use super::text::{Kind, Token, Utterance, tokens};
use super::{Listening, understand};
use crate::dialogue::{Aside, Heard, Language, OwnAnswer, OwnAnswers, StateName};
use crate::packs::EachLanguage;
use crate::packs::Grammar;

/// How many characters an answer has at most.
const LONGEST_TEXT: usize = 300;
/// How many phrases a question may be put in, written out.
const MOST_PHRASES: usize = 500;
/// So many digits in a row may be a card number.
const LONG_NUMBER: usize = 12;

/// The words for card data in each language.
static CARD_WORDS: EachLanguage<Vec<Vec<String>>> = EachLanguage::new(card_words);

/// An answer of an operator; the lines say what is asked, in the grammar of the packs (without classes and gaps).
///
/// # Errors
///
/// What is wrong with it, and with which part.
pub fn own_answer(topic: &str, language: Language, lines: &[String], text: &str) -> Result<OwnAnswer, String> {
    let named = |fault: String| format!("{topic}, {}: {fault}", language.code());
    let card = CARD_WORDS.of(language);
    let text = text.trim();
    check_text(text, card).map_err(named)?;
    let mut phrases = Vec::new();
    for phrase in written_out(lines).map_err(named)? {
        let words = words(&tokens(&phrase));
        if names_any(&words, card) {
            return Err(named(format!("\"{phrase}\" asks about card data, which only the service answers")));
        }
        if let Some(taken) = taken(&phrase, language) {
            return Err(named(format!("\"{phrase}\" is understood already: {taken}")));
        }
        phrases.push(words);
    }
    if phrases.is_empty() {
        return Err(named("it has no phrase".to_owned()));
    }
    Ok(OwnAnswer { topic: topic.to_owned(), language, phrases, text: text.to_owned() })
}

/// Adds the operator's answer that is asked for, where one is. It takes the place of a general answer of ours, and of a
/// name only where the whole message is the question.
pub fn hear_own(heard: &mut Heard, utterance: &Utterance, language: Language, answers: &OwnAnswers) {
    if answers.is_empty() {
        return;
    }
    let language = heard.noticed.unwrap_or(language);
    let said = tokens(utterance.expose());
    let said: Vec<&str> =
        said.iter().filter(|token| token.kind != Kind::Mark).map(|token| token.plain.as_str()).collect();
    let asked = |answer: &OwnAnswer| answer.phrases.iter().filter_map(|phrase| asks(&said, phrase)).max();
    let of_language = answers.iter().filter(|(_, answer)| answer.language == language);
    let Some((whole, at)) =
        of_language.filter_map(|(at, answer)| Some((asked(answer)?, at))).max_by_key(|found| found.0)
    else {
        return;
    };
    if whole == Asked::Whole {
        heard.told.name = None;
    }
    heard.asides.retain(|aside| !matches!(aside, Aside::Help(topic) if topic.is_the_operators()));
    heard.asides.push(Aside::Own(at));
}

/// How much of a message a question is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Asked {
    Part,
    Whole,
}

/// One word is a question only by itself.
fn asks(said: &[&str], phrase: &[String]) -> Option<Asked> {
    if said == phrase {
        return Some(Asked::Whole);
    }
    (phrase.len() > 1 && said.windows(phrase.len()).any(|part| part == phrase)).then_some(Asked::Part)
}

fn words(tokens: &[Token]) -> Vec<String> {
    tokens.iter().filter(|token| token.kind != Kind::Mark).map(|token| token.plain.to_string()).collect()
}

/// Every phrase that the lines stand for.
fn written_out(lines: &[String]) -> Result<Vec<String>, String> {
    if let Some(line) =
        lines.iter().find(|line| line.contains(['@', '{', '~', '=', '#', '[', '\n']) || line.contains("..."))
    {
        return Err(format!("\"{line}\" has more than words, (…) and <…|…>"));
    }
    let source = format!("[own]\n{}", lines.join("\n"));
    let grammar = Grammar::read(&source);
    if let Some(fault) = grammar.faults().first() {
        return Err(fault.split_once(": ").map_or(fault.as_str(), |(_, fault)| fault).to_owned());
    }
    let mut phrases = Vec::new();
    for rule in grammar.rules() {
        phrases.extend(grammar.phrases(&rule.pattern).map_err(|fault| format!("\"{}\" {fault}", rule.written))?);
        if phrases.len() > MOST_PHRASES {
            return Err(format!("its phrases stand for more than {MOST_PHRASES}"));
        }
    }
    Ok(phrases)
}

/// What a phrase means already that is more than a question or small talk.
fn taken(phrase: &str, language: Language) -> Option<&'static str> {
    let states = [StateName::Name, StateName::Cvv, StateName::Confirm, StateName::Processing, StateName::Complete];
    let heard = states.map(|state| understand(&Utterance::new(phrase.to_owned()), &Listening::new(state, language)));
    heard.iter().find_map(|understood| {
        let Heard { told, command, answer, .. } = &understood.heard;
        let value = told.number.is_some() || told.expiry.is_some() || told.cvv.is_some();
        let begins = understood.heard.asides.contains(&Aside::Begin);
        (command.is_some() || answer.is_some() || value || begins).then(|| understood.event())
    })
}

/// The words for card data, as the pack lists them.
fn card_words(language: Language) -> Vec<Vec<String>> {
    let grammar = Grammar::read(language.pack().intents);
    let phrases = grammar.section("card words").filter_map(|rule| grammar.phrases(&rule.pattern).ok());
    phrases.flatten().map(|phrase| words(&tokens(&phrase))).collect()
}

fn names_any(said: &[String], phrases: &[Vec<String>]) -> bool {
    phrases.iter().any(|phrase| said.windows(phrase.len().max(1)).any(|part| part == phrase))
}

fn check_text(text: &str, card: &[Vec<String>]) -> Result<(), String> {
    if text.is_empty() || text.chars().count() > LONGEST_TEXT {
        return Err(format!("its text must have 1 to {LONGEST_TEXT} characters"));
    }
    // Emoji keep their variation selectors: so this is less than every invisible character.
    let hidden =
        |c: char| matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    let marks = |c: char| matches!(c, '<' | '>' | '{' | '}' | '`' | '*');
    if text.chars().any(|c| c.is_control() || hidden(c) || marks(c)) {
        return Err("its text must be one line of plain text".to_owned());
    }
    if names_any(&words(&tokens(text)), card) {
        return Err("its text speaks of card data, which only the service may ask for".to_owned());
    }
    let kept = text.chars().filter(|c| !matches!(c, ' ' | '-' | '.' | '/' | '(' | ')' | '\u{a0}'));
    let longest = kept.collect::<String>().split(|c: char| !c.is_numeric()).map(|run| run.chars().count()).max();
    if longest >= Some(LONG_NUMBER) {
        return Err(format!("its text has a number of {LONG_NUMBER} digits or more"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Language = Language::ALL[0];

    /// The lines stand between semicolons.
    fn own(lines: &str, text: &str) -> Result<OwnAnswer, String> {
        let lines: Vec<String> = lines.split(';').filter(|line| !line.is_empty()).map(str::to_owned).collect();
        own_answer("hours", EN, &lines, text)
    }

    fn heard(message: &str, state: StateName) -> Heard {
        let answer = own("<when|what time> (do you) open;opening hours;is tax included", "From nine to five.");
        let answers = OwnAnswers::new(vec![answer.expect("an answer")]).expect("one");
        let utterance = Utterance::new(message.to_owned());
        let mut heard = understand(&utterance, &Listening::new(state, EN)).heard;
        hear_own(&mut heard, &utterance, EN, &answers);
        heard
    }

    #[test]
    fn what_is_wrong_with_an_answer_is_said() {
        let said = "From nine to five.";
        for (lines, text, fault) in [
            ("cancel", said, "\"cancel\" is understood already: cancel"),
            ("<sure|opening hours>", said, "\"sure\" is understood already: affirm"),
            ("(opening)", said, "has no word that cannot be left out"),
            ("opening <hours", said, "brackets"),
            ("opening ... hours", said, "more than words"),
            ("my @card", said, "more than words"),
            ("what is a CVV", said, "card data"),
            ("", said, "no phrase"),
            ("opening hours", "", "1 to 300 characters"),
            ("opening hours", "Send me your card number.", "speaks of card data"),
            ("opening hours", "Call 1234-5678 9012.", "12 digits"),
            ("opening hours", "<b>Nine</b> to five.", "plain text"),
            ("opening hours", "Nine\nto five.", "plain text"),
        ] {
            let error = own(lines, text).expect_err("it is wrong");
            assert!(error.starts_with("hours, en: ") && error.contains(fault), "{error}");
        }
    }

    #[test]
    fn a_question_is_heard_beside_what_else_is_said() {
        for (message, state) in [
            ("opening hours", StateName::Name),
            ("What time do you open?", StateName::Card),
            ("ok, and when do you open", StateName::Confirm),
            ("WHEN OPEN", StateName::Complete),
        ] {
            let heard = heard(message, state);
            assert!(heard.asides.contains(&Aside::Own(0)) && heard.told.is_empty(), "{message}: {heard:?}");
        }
        let both = heard("Jane Roe, what time do you open?", StateName::Name);
        assert!(both.asides.contains(&Aside::Own(0)) && both.told.name.is_some(), "{both:?}");
    }

    #[test]
    fn a_command_stays_one_and_a_general_answer_gives_way() {
        let cancels = heard("cancel", StateName::Confirm);
        assert!(!cancels.asides.contains(&Aside::Own(0)) && cancels.command.is_some());
        let asks = heard("is tax included?", StateName::Confirm);
        assert_eq!(asks.asides, [Aside::Own(0)]);
    }
}
