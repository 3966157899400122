// The frame of the staff page: which part is shown, the gate in front of it, and the stream that keeps it fresh.

const PAGES = {clock: drawClock, plan: drawPlan, votes: drawVotes, people: drawPeople};
let page = PAGES[recall('staffPage')] ? recall('staffPage') : 'clock';

function draw() {
  const open = key && !shut && state;
  for (const name of Object.keys(PAGES)) byId('page-' + name).hidden = !open || page !== name || atHand !== null;
  byId('tabs').hidden = byId('foot').hidden = !open;
  drawGate(open);
  if (!open) {
    byId('badge').hidden = true;
    return;
  }
  document.title = byId('title').textContent = state.event.title;
  drawTabs();
  drawBadge();
  PAGES[page]();
  drawFoot();
  tick();
}
function drawTabs() {
  const here = state.participants.filter(person => person.attendance === 'checked-in').length;
  const open = state.ballots.filter(ballot => ballot.state === 'open').length;
  const extra = {clock: '', plan: '', votes: open || '', people: here || ''};
  list(byId('tabs'), [...Object.keys(PAGES).map(name => ({id: 'tab-' + name, key: [name === page, extra[name]], make: () => tab(name, extra[name])})),
    {id: 'strip', key: [page, state.now?.title, state.now?.paused], make: strip}]);
}
function tab(name, extra) {
  return button([t('page_' + name), extra !== '' && el('small', {'aria-hidden': 'true'}, extra)], () => turnTo(name),
    {'aria-current': name === page && 'page', 'data-act': 'turn'});
}
// Away from the clock's own part the time stays in sight.
function strip() {
  if (page === 'clock' || !state.now) return el('p', {hidden: true});
  return el('p', {class: 'strip'}, el('span', {class: 'grow'}, state.now.title), el('span', {class: 'state'}, t(state.now.paused ? 'paused' : 'now')), el('strong', {'data-clock': true, role: 'timer', 'aria-live': 'off'}));
}
function turnTo(name) {
  page = name;
  asked = null;
  atHand = null;
  remember('staffPage', name);
  draw();
  scrollTo(0, 0);
}
function drawGate(open) {
  const box = byId('gate');
  box.hidden = !!open;
  if (open) return;
  if (key && !shut) {
    list(box, [{id: 'wait', key: 0, make: () => el('p', {class: 'soft', role: 'status'}, t('waiting'))}]);
    return;
  }
  list(box, [{id: 'form', key: [shut, !!key, atHand], make: gateForm}]);
}
function gateForm() {
  const typed = el('input', {id: 'key', class: 'text', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false', required: true});
  return el('form', {onsubmit: event => {
    event.preventDefault();
    useKey(typed.value);
    draw();
    readState();
  }}, el('h2', {}, t('gate')), atHand !== null && el('p', {}, t('forStaff'), ' ', el('a', {href: '/'}, t('toVoting'))), shut && el('p', {class: 'wrong', role: 'alert'}, shut), el('p', {class: 'soft'}, t('gateHint')),
  el('label', {for: 'key'}, t('staffKey')), typed, el('button', {class: 'main'}, t('openGate')),
  key && button(t('forget'), forget, {class: 'wide'}));
}
function drawFoot() {
  list(byId('foot'), [{id: 'foot', key: 0, make: () => el('div', {}, nameForm(), el('div', {class: 'row even'}, el('a', {href: '/', class: 'button'}, t('toVoting')),
    button(t('forget'), forget, {'data-act': 'forget'})))}]);
}
function forget() {
  useKey('');
  state = null;
  notice('', false);
  draw();
}

function speak(wanted) {
  location.href = '/staff?lang=' + wanted + (key ? '#staff=' + encodeURIComponent(key) : '');
}
function opened() { readState(); }
function take(_, freshTag) {
  if (tag !== freshTag) readState();
  tag = freshTag;
}
function begin() {
  const wanted = recall('language') || language;
  if (wanted !== language) {
    location.replace('/staff?lang=' + wanted + location.hash);
    return;
  }
  readAddress();
  languageButton(speak);
  draw();
  connect(0);
  setInterval(tick, 250);
  addEventListener('hashchange', () => { readAddress(); draw(); readState(); });
  document.addEventListener('visibilitychange', () => { if (!document.hidden) readState(); });
}
begin();
