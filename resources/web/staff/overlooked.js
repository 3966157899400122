// Who steers; what has been overlooked, put right by one press; and the clocks that run beside the plenary.

let hostName = recall('hostName') || '';
const signed = command => hostName ? {...command, by: hostName} : command;
function steeringLine() {
  const {steering} = state;
  if (!steering) return el('p', {hidden: true});
  const name = steering.by === hostName ? t('you') : texts['by_' + steering.by] || steering.by;
  return el('p', {class: 'soft small'}, t('steers', {name, time: at(steering.at)}));
}
function nameForm() {
  const name = el('input', {id: 'host-name', class: 'text', maxlength: 40, autocomplete: 'name', value: hostName});
  return el('form', {onsubmit: event => {
    event.preventDefault();
    hostName = name.value.trim();
    remember('hostName', hostName || undefined);
    notice(hostName ? t('nameKept', {name: hostName}) : '', false);
    draw();
  }}, el('label', {for: 'host-name'}, t('yourName')), el('p', {class: 'soft small', id: 'host-hint'}, t('nameHint')), el('div', {class: 'row'}, el('div', {class: 'grow'}, name), el('button', {'data-act': 'name'}, t('keepName'))));
}

const ASK_AGAIN_MS = 15000;
function drawOverlooked() {
  const {forgotten, missed} = state, rows = missed.map(one => ({id: `missed${one.item}${one.does}`, key: one, make: () => missedCard(one)}));
  if (forgotten) rows.push({id: 'forgotten', key: forgotten, make: () => forgottenCard(forgotten)});
  list(byId('overlooked'), rows);
}
const answers = (words, ...buttons) => el('div', {class: 'question', role: 'group', 'aria-label': words}, el('p', {}, words), el('div', {class: 'row'}, buttons));
function forgottenCard({item, title, due}) {
  const time = at(due), since = () => Math.max(0, Math.round((serverNow() - Date.parse(due)) / 1000));
  return answers(t('forgotten', {title, time}),
    button(t('itBegan', {time}), careful(() => order({type: 'started-ago', seconds: since(), item}, () => t('beganThen', {title, time}))), {class: 'main', 'data-act': 'began'}),
    button(t('beginsNow'), careful(() => order({type: 'start-item', item}, () => t('started', {title}))), {'data-act': 'begins'}));
}
function missedCard({item, title, does, at: when}) {
  const starts = does === 'start';
  return answers(t('missed_' + does, {title, time: at(when)}),
    button(t('doIt'), careful(() => order({type: starts ? 'start-item' : 'reach-end', item})), {class: 'main', 'data-act': 'do'}),
    !starts && button(t('skipIt'), careful(() => order({type: 'reach-end', item, skip: true})), {'data-act': 'skip'}));
}
// What is overlooked becomes so by time alone, of which the stream tells nothing.
setInterval(() => { if (state && !document.hidden) readState(); }, ASK_AGAIN_MS);

function drawTracks() {
  const {tracks} = state, box = byId('tracks');
  box.hidden = !tracks.length;
  list(box, [{id: 'tracks-head', key: 0, make: () => el('h2', {}, t('tracks'))}, ...tracks.map(track => ({id: 'track' + track.item, key: track, make: () => trackRow(track)}))]);
}
function trackRow(track) {
  const {item, title, paused} = track;
  return el('div', {class: 'person'}, el('p', {class: 'grow'}, el('strong', {}, track.track), el('small', {}, title)),
    el('strong', {class: 'big', role: 'timer', 'aria-live': 'off', 'data-until': JSON.stringify(track)}, countdown(secondsOf(track))),
    el('div', {class: 'acts'},
      button(t(paused ? 'resume' : 'pause'), careful(() => order({type: paused ? 'resume' : 'pause', item})), {'data-act': 'hold', 'aria-label': t(paused ? 'resumeOf' : 'pauseOf', {title})}),
      button(t('giveShort'), () => order({type: 'add-time', seconds: 60, item}), {'data-act': 'give', 'aria-label': t('giveOf', {title})}),
      button(t('endTrack'), careful(() => order({type: 'end-track', item})), {'data-act': 'end', 'aria-label': t('endTrackOf', {title})})));
}
