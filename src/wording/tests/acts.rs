//! From an act to its sentences and its reply.

use super::sample;
use crate::card::{Brand, ExpiryRejection, NumberRejection};
use crate::dialogue::{
    Act, Ask, Asked, CancelReason, Decline, Dropped, Field, Fields, Language, Note, Over, Rejected, StateName, Topic,
};
use crate::wording::{Spoken, Values, reply, sentences};

fn ids(notes: &[Note], ask: Option<Ask>, values: &Values) -> Vec<&'static str> {
    let act = Act { notes: notes.to_vec(), ask };
    sentences(&act, Language::En, values).iter().map(crate::wording::Sentence::id).collect()
}

fn said(notes: &[Note], ask: Ask, language: Language, values: &Values) -> String {
    let act = Act { notes: notes.to_vec(), ask: Some(ask) };
    let parts: Vec<_> = sentences(&act, language, values).into_iter().map(Spoken::from).collect();
    reply(&parts, values)
}

#[test]
fn a_sentence_is_named_for_what_selected_it() {
    let values = sample::nothing();
    let short = Note::Rejected(Rejected::Card(NumberRejection::TooShort { brand: Some(Brand::Visa) }));
    assert_eq!(ids(&[short], None, &sample::values()), ["rejected-card-too_short.known"]);
    assert_eq!(ids(&[], Some(Ask::Cvv(Asked::Second, Brand::Amex)), &values), ["ask-cvv.four.second"]);
    assert_eq!(ids(&[Note::Gathered(8)], None, &sample::values()), ["gathered.other"]);
}

#[test]
fn a_note_on_what_is_gone_is_left_out() {
    let card = Fields::NONE.with(Field::Card);
    assert_eq!(ids(&[Note::Gathered(8)], Some(Ask::Rest), &sample::nothing()), ["ask-rest"]);
    assert_eq!(ids(&[Note::Accepted(card)], None, &sample::nothing()), ["accepted.card"]);
    assert_eq!(ids(&[Note::Accepted(card)], None, &sample::values()), ["accepted.card.shown"]);
}

#[test]
fn the_ways_out_are_named_once() {
    let values = sample::values();
    let last = Some(Ask::Card(Asked::Last));
    assert_eq!(ids(&[], last, &values), ["ask-card.last"]);
    assert_eq!(ids(&[Note::NearBound], last, &values), ["near_bound.ways", "ask-card.second"]);
    assert_eq!(ids(&[Note::Identity, Note::NearBound], last, &values), ["identity", "ask-card.second"]);
}

#[test]
fn what_another_note_says_better_is_said_once() {
    let values = sample::values();
    let status = Note::Stands { step: StateName::Processing, charging: true };
    assert_eq!(ids(&[status, Note::Unsure], Some(Ask::Processing), &values), ["unsure", "ask-processing"]);
    assert_eq!(ids(&[Note::CancelAsked, Note::Voided], Some(Ask::Name(Asked::First)), &values)[0], "voided");
}

#[test]
fn what_the_end_of_a_reply_answers_is_not_said_before_it() {
    let values = sample::values();
    let paid = Some(Ask::Receipt { charged: true, again: false });
    for note in [Note::NotAgain, Note::NotUnderstood] {
        assert_eq!(ids(&[note], paid, &values), ["ask-receipt.charged.payee"]);
    }
    let processing = ids(&[Note::NotAgain], Some(Ask::Processing), &values);
    assert_eq!(processing, ["not_again", "ask-processing"], "there it is news");
    let over = |over| Some(Ask::Ended(CancelReason::Over(over)));
    assert_eq!(ids(&[Note::Waiting], over(Over::NoProgress), &values), ["ask-ended.no_progress"]);
    assert_eq!(ids(&[Note::CancelAsked], Some(Ask::Ended(CancelReason::Customer)), &values), ["ask-ended.customer"]);
    let declined = [Note::Declined(Decline::Plain)];
    assert_eq!(ids(&declined, over(Over::Attempts), &values), ["ask-ended.attempts"]);
    assert_eq!(ids(&declined, over(Over::Cards), &values).len(), 2, "that the card was declined is news");
}

#[test]
fn one_reply_is_sorry_once() {
    let values = sample::values();
    let code = Some(Ask::Cvv(Asked::First, Brand::Visa));
    assert_eq!(
        ids(&[Note::Apologised, Note::GatewayDown], code, &values),
        ["gateway_down.code", "ask-cvv.three.first"]
    );
    assert_eq!(ids(&[Note::Apologised], code, &values)[0], "apologised");
}

#[test]
fn an_operators_own_answer_is_filled_in_and_never_worded() {
    let values = sample::values();
    assert_eq!(
        said(&[Note::Own(3)], Ask::Name(Asked::First), Language::En, &values),
        "We are open from nine to five. What's the name on the card?"
    );
    let gone = Values { answer: None, ..values };
    assert_eq!(ids(&[Note::Own(3)], None, &gone), [""; 0], "without an answer nothing is said");
}

#[test]
fn a_code_said_at_the_review_is_not_asked_for_again() {
    let values = sample::values();
    let review = Some(Ask::Review { charging: true });
    assert_eq!(ids(&[Note::CvvNotKept], review, &values)[0], "cvv_not_kept.review");
    assert_eq!(ids(&[Note::CvvNotKept], Some(Ask::Card(Asked::First)), &values)[0], "cvv_not_kept");
}

#[test]
fn without_another_way_to_pay_none_is_named() {
    let values = Values { other_ways: Some(" ".to_owned()), ..sample::values() };
    assert_eq!(ids(&[Note::OtherWay], None, &values), ["other_way"]);
    assert_eq!(ids(&[Note::NearBound], None, &values), ["near_bound"]);
}

#[test]
fn what_a_code_is_depends_on_the_card() {
    let help = [Note::Helped(Topic::What(Field::Cvv))];
    let amex = Values { brand: Some(Brand::Amex), ..sample::values() };
    assert_eq!(ids(&help, None, &amex), ["helped-what_cvv.four"]);
    assert_eq!(ids(&help, None, &sample::values()), ["helped-what_cvv.three"]);
    assert_eq!(ids(&help, None, &sample::nothing()), ["helped-what_cvv.unknown"]);
}

#[test]
fn the_code_is_asked_for_again_after_an_outage_and_it_is_said_why() {
    let values = sample::values();
    let code = Some(Ask::Cvv(Asked::First, Brand::Visa));
    assert_eq!(ids(&[Note::GatewayDown], code, &values)[0], "gateway_down.code");
    assert_eq!(ids(&[Note::GatewayDown], Some(Ask::Review { charging: true }), &values)[0], "gateway_down");
}

#[test]
fn an_outcome_that_is_told_is_not_called_unknown() {
    let values = sample::values();
    let notes = [Note::Stands { step: StateName::Processing, charging: true }, Note::CancelAsked];
    let open = ids(&notes, Some(Ask::Processing), &values);
    assert_eq!(open, ["stands.processing.charging", "cancel_asked", "ask-processing"]);
    let known = ids(&notes, Some(Ask::Receipt { charged: true, again: false }), &values);
    assert_eq!(known[..2], ["stands.processing.charging.settled", "cancel_asked.settled"]);
}

#[test]
fn a_code_among_the_fields_says_no_more_than_the_fields_that_are_held() {
    let values = sample::nothing();
    let fields = Fields::NONE.with(Field::Name).with(Field::Cvv);
    assert_eq!(ids(&[Note::Accepted(fields)], None, &sample::values()), ["accepted.name"]);
    let already = Note::Already { held: fields, dropped: Some(Dropped::TooOld), code: true };
    assert_eq!(ids(&[already], None, &values), ["already.name.too_old.code"]);
}

#[test]
fn what_was_kept_and_what_was_not_flows_in_one_paragraph() {
    let notes = [
        Note::Accepted(Fields::NONE.with(Field::Name).with(Field::Card)),
        Note::Rejected(Rejected::Expiry(ExpiryRejection::Past)),
        Note::CvvNotKept,
    ];
    assert_eq!(
        said(&notes, Ask::Expiry(Asked::Second), Language::En, &sample::values()),
        "Got it: the name on your Visa ending in 4242 is Jane Roe. That date is in the past. Please check it, or use another \
         card. Security codes are never kept, so I'll ask for yours at the end. The expiry date, please, such as 09/31."
    );
}

#[test]
fn the_review_is_a_block_of_lines() {
    let review = Ask::Review { charging: true };
    assert_eq!(
        said(&[Note::NotUnderstood], review, Language::En, &sample::values()),
        "Sorry, I didn't understand that.\nPlease check before you pay:\nName: Jane Roe\nCard: Visa •••• \
         4242\nExpires: 12/2028\nAmount: €49.90\nPaid to: Acme Water\nFor: invoice 1042\nBy paying you confirm that you may use this card.\nDo you want to pay \
         €49.90 with this card now? Reply \"yes\" or \"no\", or tell me what to change."
    );
    assert_eq!(
        said(&[], Ask::Review { charging: false }, Language::Es, &Values { payment: None, ..sample::values() }),
        "Por favor, revise los datos antes de registrar la tarjeta:\nNombre: Jane Roe\nTarjeta: Visa •••• 4242\n\
         Vencimiento: 12/2028\nAl registrarla, usted confirma que puede usar esta tarjeta.\n¿Desea registrar esta tarjeta? Ahora no se cobra nada. Responda «sí» o «no», o dígame qué desea cambiar."
    );
}
