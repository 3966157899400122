// What runs, what is next, how late; the controls of the clock.

const nextRow = () => state.rundown.find(row => row.state === 'next');
const runningRow = () => state.rundown.find(row => row.state === 'running');
const begun = () => state.rundown.some(row => row.actual_start);
const serverNow = () => Date.now() + ahead;

const secondsOf = clock => clock.paused ? clock.remaining : Math.ceil((Date.parse(clock.ends_at) - serverNow()) / 1000);
const secondsLeft = () => secondsOf(state.now);
// Lateness grows while the clock is held, or once the item has run over; the state says how it was when it was told.
function lateSeconds() {
  const now = state.now;
  if (!now) return state.late_seconds;
  const toldAt = Date.parse(state.server_time);
  const grows = now.paused ? toldAt : Math.max(toldAt, Date.parse(now.ends_at));
  return state.late_seconds + Math.max(0, Math.round((serverNow() - grows) / 1000));
}
// Beyond an hour and a half nobody reckons in minutes.
const lengthOf = minutes => minutes < 90 ? t('minutes', {minutes}) : t('hours', {hours: Math.floor(minutes / 60), minutes: minutes % 60});
function lateness() {
  const late = lateSeconds(), minutes = Math.round(Math.abs(late) / 60);
  if (!minutes) return t('onTime');
  if (minutes >= 12 * 60) return t('notItsDay'); // tried out on another day: minutes would say nothing
  return t(late > 0 ? 'late' : 'ahead', {time: lengthOf(minutes)});
}

function drawClock() {
  const box = byId('page-clock');
  if (!box.children.length) box.append(el('div', {}, el('div', {id: 'overlooked'}), el('section', {id: 'running'}), el('section', {id: 'tracks'})),
    el('div', {}, el('section', {id: 'pitches'}), el('section', {id: 'stage'})));
  const following = nextRow();
  const {now, ended} = state;
  drawOverlooked();
  drawTracks();
  drawPitches();
  drawProjector();
  list(byId('running'), [
    {id: 'steers', key: [state.steering, hostName], make: steeringLine},
    {id: 'face', key: [now?.item, now?.paused, now?.title, ended, begun()], make: face},
    {id: 'next', key: [following?.item, at(following?.expected_start), at(state.ends_at)], make: nextLine},
    {id: 'go', key: [now?.item, following?.title, ended, begun()], make: goButton},
    ...(now ? [{id: 'time', key: now.paused, make: timeButtons}] : []),
    {id: 'more', key: [!!now, begun()], make: moreControls},
  ]);
  tick();
}
function face() {
  const {now, ended} = state;
  if (!now) return el('div', {}, el('h2', {}, t(ended ? 'dayEnded' : begun() ? 'nothingRuns' : 'notStarted')));
  return el('div', {class: 'face'},
    el('p', {class: 'soft'}, t(now.paused ? 'paused' : 'now')), el('h2', {}, now.title),
    el('p', {class: 'clock', role: 'timer', 'aria-live': 'off', 'data-clock': true}),
    el('p', {class: 'state'}, el('span', {'data-over': true}), el('span', {'data-late': true})));
}
function nextLine() {
  const following = nextRow();
  return el('div', {class: 'soft'},
    following && el('p', {}, t('next', {time: at(following.expected_start || following.scheduled_start), title: following.title})),
    state.ends_at && el('p', {class: 'small'}, t('dayEnds', {time: at(state.ends_at)})));
}
function goButton() {
  const {now, ended} = state, following = nextRow();
  if (ended || !state.rundown.length) return el('div', {}, !state.rundown.length && el('p', {}, t('emptyAgenda')));
  const first = !begun();
  const words = first ? t('startDay') : following ? t('goOn', {title: following.title}) : t('endDay');
  const command = () => first ? {type: 'start-day'} : {type: 'next', item: seen()};
  return el('div', {}, button(words, careful(() => order(command())), {class: 'main go', 'data-act': 'go', disabled: !first && !now}));
}
function timeButtons() {
  const paused = state.now.paused;
  const minutes = count => button((count < 0 ? '−' : '+') + Math.abs(count), () => order({type: 'add-time', seconds: 60 * count}),
    {'data-act': 'add' + count, 'aria-label': told(count < 0 ? 'take' : 'give', Math.abs(count))});
  return el('div', {class: 'row even'},
    button(t(paused ? 'resume' : 'pause'), careful(() => order({type: paused ? 'resume' : 'pause'})), {'data-act': 'hold', class: 'wider'}),
    minutes(-1), minutes(1), minutes(5));
}
function moreControls() {
  const ago = el('input', {type: 'number', id: 'ago', min: 0, max: 600, step: 1, inputmode: 'numeric', required: true, class: 'short'});
  const done = document => t('takenBack', {what: texts['did_' + document.result] || t('did_other')});
  const back = document => t('broughtBack', {what: texts['did_' + document.result] || t('did_other')});
  return el('div', {},
    el('div', {class: 'row even'},
      button(t('previous'), careful(() => order({type: 'previous'})), {'data-act': 'previous', disabled: !begun()}),
      button(t('undo'), careful(() => order({type: 'undo'}, done)), {'data-act': 'undo'}),
      button(t('redo'), careful(() => order({type: 'redo'}, back)), {'data-act': 'redo'})),
    state.now && el('form', {class: 'row', onsubmit: event => {
      event.preventDefault();
      order({type: 'started-ago', seconds: 60 * Math.round(Number(ago.value))}, () => t('startMoved'));
      ago.value = '';
    }}, el('label', {for: 'ago', class: 'grow'}, t('startedAgo')), ago, el('button', {'data-act': 'ago'}, t('set'))));
}

function tick() {
  if (!state || shut) return;
  document.querySelectorAll('[data-until]').forEach(place => { place.textContent = countdown(secondsOf(JSON.parse(place.dataset.until))); });
  const now = state.now, left = now && secondsLeft(), over = now && left < 0;
  document.querySelectorAll('[data-clock]').forEach(clock => {
    clock.textContent = now ? countdown(left) : '';
    clock.classList.toggle('over', !!over);
    clock.classList.toggle('long', clock.textContent.length > 5);
  });
  document.querySelectorAll('[data-over]').forEach(place => {
    place.textContent = over ? t('over') : now && !now.paused ? t('endsAt', {time: clockTime(serverNow() + left * 1000)}) : '';
    place.classList.toggle('over', !!over);
  });
  document.querySelectorAll('[data-late]').forEach(place => { place.textContent = lateness(); });
}
// The event's own local time: its offset stands in every time of the state.
function clockTime(milliseconds) {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(state.server_time) || [0, '+', '00', '00'];
  const offset = (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
  return new Date(milliseconds + offset * 60000).toISOString().slice(11, 16);
}
