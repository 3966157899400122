// What runs, what is next, how late; the controls of the clock and of the projector.

const SCENES = ['clock', 'agenda', 'teams', 'ballot', 'results', 'message'];
const LONGEST_MESSAGE = 200;
const nextRow = () => state.rundown.find(row => row.state === 'next');
const runningRow = () => state.rundown.find(row => row.state === 'running');
const begun = () => state.rundown.some(row => row.actual_start);
const serverNow = () => Date.now() + ahead;

function secondsLeft() {
  const now = state.now;
  return now.paused ? now.remaining : Math.ceil((Date.parse(now.ends_at) - serverNow()) / 1000);
}
// Lateness grows while the clock is held, or once the item has run over; the state says how it was when it was told.
function lateSeconds() {
  const now = state.now;
  if (!now) return state.late_seconds;
  const toldAt = Date.parse(state.server_time);
  const grows = now.paused ? toldAt : Math.max(toldAt, Date.parse(now.ends_at));
  return state.late_seconds + Math.max(0, Math.round((serverNow() - grows) / 1000));
}
function lateness() {
  const late = lateSeconds(), minutes = Math.round(Math.abs(late) / 60);
  if (!minutes) return t('onTime');
  if (minutes >= 12 * 60) return t('notItsDay'); // tried out on another day: minutes would say nothing
  return t(late > 0 ? 'late' : 'ahead', {minutes});
}

function drawClock() {
  const box = byId('page-clock');
  if (!box.children.length) box.append(el('section', {id: 'running'}), el('section', {id: 'stage'}));
  const following = nextRow();
  const {now, ended, stage} = state;
  list(byId('running'), [
    {id: 'face', key: [now?.item, now?.paused, now?.title, ended, begun()], make: face},
    {id: 'next', key: [following?.item, at(following?.expected_start), at(state.ends_at)], make: nextLine},
    {id: 'go', key: [now?.item, following?.title, ended, begun()], make: goButton},
    ...(now ? [{id: 'time', key: now.paused, make: timeButtons}] : []),
    {id: 'more', key: [!!now, begun()], make: moreControls},
  ]);
  list(byId('stage'), [
    {id: 'head', key: 0, make: () => el('h2', {}, t('projector'))},
    {id: 'scenes', key: [stage.scene, !!stage.message], make: sceneButtons},
    {id: 'message', key: 0, make: messageForm},
    {id: 'shown', key: stage.message, make: () => el('div', {class: 'soft'}, stage.message && el('p', {}, t('messageIs', {words: stage.message})))},
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

function sceneButtons() {
  const {scene, message} = state.stage;
  const scenes = SCENES.filter(name => name !== 'message' || message || scene === name);
  return el('div', {class: 'tiles'}, scenes.map(name => button(t('scene_' + name), () => order({type: 'show', scene: name}),
    {'data-act': name, 'aria-pressed': String(scene === name), class: scene === name && 'on'})),
  button(t('scene_blank'), careful(() => order({type: 'blank'})), {'data-act': 'blank', 'aria-pressed': String(scene === 'blank'), class: scene === 'blank' && 'on'}));
}
function messageForm() {
  const words = el('input', {id: 'message', class: 'text', maxlength: LONGEST_MESSAGE, autocomplete: 'off', enterkeyhint: 'send'});
  const send = text => order({type: 'message', text}, () => t(text ? 'messageShown' : 'messageGone'));
  return el('form', {onsubmit: event => {
    event.preventDefault();
    if (!words.value.trim()) { words.focus(); return; }
    send(words.value);
    words.value = '';
  }}, el('label', {for: 'message'}, t('message')), words, el('div', {class: 'row even'},
    el('button', {class: 'wider', 'data-act': 'send'}, t('showMessage')), button(t('clearMessage'), () => send(''), {'data-act': 'clear'})));
}

function tick() {
  if (!state || shut) return;
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
