// The staff key, and asking the server: reading the state, and sending commands.

const ANSWER_MS = 20000;
let tag = '', state = null, key = recall('staff') || '', shut = '', ahead = 0, atHand = null;

function readAddress() {
  const [, name, value] = /^#(staff|badge)=(.+)$/.exec(location.hash) || [];
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  if (name === 'staff') useKey(decoded(value));
  if (name === 'badge') atHand = decoded(value);
}
function decoded(value) {
  try { return decodeURIComponent(value); } catch { return value; }
}
function useKey(wanted) {
  key = wanted.replace(/[^!-~]/g, '');
  shut = '';
  remember('staff', key || undefined);
}
async function ask(path, body) {
  const headers = {Authorization: 'Staff ' + key, 'Accept-Language': language};
  const about = {headers, cache: 'no-store', signal: timeout(ANSWER_MS)};
  if (body) Object.assign(about, {method: 'POST', body: JSON.stringify(signed(body))});
  const answer = await fetch(path, about);
  return [answer, await answer.json()];
}
function timeout(milliseconds) {
  const control = new AbortController();
  setTimeout(() => control.abort(), milliseconds);
  return control.signal;
}

// The whole state is read again after every change that the stream tells of; one request at a time.
let reading = false, again = false, closedFor;
async function readState() {
  if (!key) return;
  if (reading) {
    again = true;
    return;
  }
  reading = true;
  try {
    const [answer, document] = await ask('/api/staff/state');
    if (answer.ok) news(document);
    else refuse(answer, document);
  } catch {
    connection(false);
    setTimeout(readState, pause(2));
  }
  reading = false;
  if (again) {
    again = false;
    readState();
  }
}
function news(document) {
  if (state?.now?.item !== document.now?.item || !state) changeOver(state);
  state = document;
  shut = '';
  ahead = Date.parse(state.server_time) - Date.now();
  draw();
}
// A key that is refused, or a lock after too many wrong ones: the page says so and shows nothing else.
function refuse(answer, document) {
  shut = document.detail;
  const seconds = Number(answer.headers.get('Retry-After'));
  clearTimeout(closedFor);
  if (seconds) closedFor = setTimeout(readState, 1000 * (seconds + Math.random()));
  else if (answer.status > 499) closedFor = setTimeout(readState, pause(2));
  draw();
}

// Commands go out one at a time, in the order of the presses. None is sent twice: who hears nothing looks at the clock.
let line = Promise.resolve(), underWay = 0;
function order(command, done) {
  underWay++;
  document.body.classList.add('busy');
  line = line.then(() => carryOut(command, done)).then(() => {
    underWay--;
    document.body.classList.toggle('busy', underWay > 0);
  });
  return line;
}
async function carryOut(command, done) {
  try {
    const [answer, document] = await ask('/api/staff/commands', command);
    if (!answer.ok) {
      notice(document.detail, true);
      await readState();
      return;
    }
    const words = [done && done(document), ...(document.notices || [])].filter(Boolean).join(' ');
    notice(words, false);
    await readState();
  } catch { notice(t('unsure'), true); }
}
// Presses that must not count double: none is taken while a command is under way, nor in the second after one.
const CALM_MS = 1000;
let settled = 0;
function careful(act) {
  return () => {
    if (underWay || Date.now() - settled < CALM_MS) return;
    act().then(() => { settled = Date.now(); });
  };
}
// An item that started a moment ago may have come between the eye and the finger: then the press is for the one before,
// and the server refuses it, saying why.
const GLANCE_MS = 700;
let before = null, changedAt = 0;
function changeOver(old) {
  before = old?.now ? old.now.item : null;
  changedAt = old ? Date.now() : 0;
}
const seen = () => Date.now() - changedAt < GLANCE_MS && before !== null ? before : state.now?.item;

// What came of a command; a refusal stays until it is read.
let fading;
function notice(words, wrong) {
  const box = byId('notice');
  clearTimeout(fading);
  box.hidden = !words;
  box.className = wrong ? 'refusal' : 'success';
  box.replaceChildren(...(words ? [el('p', {}, words), el('button', {type: 'button', onclick: () => { box.hidden = true; }}, t('gotIt'))] : []));
  if (words && !wrong) fading = setTimeout(() => { box.hidden = true; }, 6000);
}
