// The event's time in this browser: the server is asked several times, and the quickest answers tell best how far the
// clocks are apart (Cristian's algorithm: an answer that took d is off by d/2 at most).

const KEPT_ANSWERS = 8, FIRST_ANSWERS = 6, ASK_MS = 15000, BETWEEN_MS = 150, STEP_MS = 20;
const here = () => performance.timeOrigin + performance.now();
let answers = [], ahead = 0;
const serverNow = () => here() + ahead;

async function askTime() {
  const sent = here();
  const answer = await fetch('/api/time', {cache: 'no-store'});
  const came = here();
  const told = Date.parse((await answer.json()).server_time);
  const fresh = {took: came - sent, ahead: told - (sent + came) / 2};
  // What an older answer cannot have been right about together with this one, a clock has been set since.
  answers = answers.filter(old => Math.abs(old.ahead - fresh.ahead) <= (old.took + fresh.took) / 2 + STEP_MS);
  answers = [...answers, fresh].slice(-KEPT_ANSWERS);
  ahead = answers.reduce((best, one) => one.took < best.took ? one : best).ahead;
}
const after = milliseconds => new Promise(done => { setTimeout(done, milliseconds); });
async function keepTime(settled) {
  for (let count = 1; ; count++) {
    try {
      await askTime();
      settled();
    } catch { /* the stream says that the connection is gone */ }
    await after(count < FIRST_ANSWERS ? BETWEEN_MS : ASK_MS);
  }
}

// The event's local time of day
let offset = 0;
const timeOfDay = at => new Date(at + offset).toISOString().slice(11, 16);
const untilMinute = now => 60000 - now % 60000;
const dayNumber = at => Math.floor((at + offset) / 86400000);
