//! One conversation with the service, by whoever answers what is asked.

use std::net::IpAddr;
use std::time::Duration;

use serde_json::{Value, json};

use crate::World;

/// What came back.
pub enum Heard {
    /// What is asked next, by its kind.
    Asked(String),
    /// Refused: the problem, and for how long.
    Refused(String, Duration),
    /// No answer.
    Silence,
}

/// Who talks, and what they answer.
#[derive(Clone, Copy)]
pub struct Person {
    pub name: &'static str,
    /// The card for each try.
    pub cards: &'static [&'static str],
}

/// A conversation from one address, at one door.
pub struct Talk {
    person: Person,
    door: String,
    from: IpAddr,
    order: Option<String>,
    session: Option<(String, String)>,
    /// How many cards were given.
    given: usize,
}

impl Talk {
    pub fn new(person: Person, door: &str, from: IpAddr) -> Self {
        Self { person, door: door.to_owned(), from, order: None, session: None, given: 0 }
    }

    /// With this order.
    pub fn paying(self, order: Option<String>) -> Self {
        Self { order, ..self }
    }

    /// With the order that the page is given when it is loaded; none where it is given none.
    pub async fn on_page(self, world: &World) -> Self {
        let page = world.client.get(format!("{}/", self.door)).header("x-forwarded-for", self.from.to_string());
        let page = match page.send().await {
            Ok(answer) => answer.text().await.unwrap_or_default(),
            Err(_) => String::new(),
        };
        let order = page.split_once("data-order=\"").and_then(|(_, rest)| rest.split('"').next());
        let order = order.filter(|order| !order.is_empty()).map(str::to_owned);
        self.paying(order)
    }

    /// The answer to what is asked; `None` where nothing is left to say.
    pub fn answer(&mut self, asked: &str) -> Option<&'static str> {
        Some(match asked {
            "name" => self.person.name,
            "card" => {
                let card = self.person.cards.get(self.given)?;
                self.given += 1;
                card
            }
            "expiry" => "12/2030",
            "cvv" => "123",
            "review" => "yes",
            "wait" => "is it paid?",
            _ => return None,
        })
    }

    pub async fn say(&mut self, world: &World, text: &str) -> Heard {
        let mut request =
            world.client.post(format!("{}/chat", self.door)).header("x-forwarded-for", self.from.to_string());
        let mut body = json!({ "message": text });
        match &self.session {
            Some((id, token)) => {
                body["sessionId"] = json!(id);
                request = request.bearer_auth(token);
            }
            None => body["order"] = json!(self.order),
        }
        let Ok(answer) = request.json(&body).send().await else { return Heard::Silence };
        let refused = !answer.status().is_success();
        let wait = answer.headers().get("retry-after").and_then(|wait| wait.to_str().ok()?.parse().ok());
        let Ok(body) = answer.json::<Value>().await else { return Heard::Silence };
        if refused {
            let problem = body["type"].as_str().unwrap_or_default().rsplit(['/', ':', '#']).next().unwrap_or_default();
            return Heard::Refused(problem.to_owned(), Duration::from_secs(wait.unwrap_or(1)));
        }
        if let (Some(id), Some(token)) = (body["sessionId"].as_str(), body["sessionToken"].as_str()) {
            self.session = Some((id.to_owned(), token.to_owned()));
        }
        Heard::Asked(body["ask"]["kind"].as_str().unwrap_or("nothing").to_owned())
    }
}
