// Countdowns, and the face that the clock and the pitches share.

const DAY_MS = 86400000;
const MARKS = {running: 'go', 'last-minutes': 'diamond', 'nearly-over': 'octagon', over: 'warning', paused: 'hold', untimed: 'go', before: 'ring', soon: 'ring', between: 'ring'};
const COUNTING = ['before', 'running', 'last-minutes', 'nearly-over', 'over'];
const leftOf = (clock, now) => clock.ends === undefined ? clock.left : clock.ends - now;
// A begun second still counts: the full length is seen at the start, and 0 at the end.
const shownSeconds = left => Math.ceil(left / 1000);
const untilSecond = left => (left % 1000 + 1000) % 1000 || 1000;
function phaseOf(clock, now) {
  const left = leftOf(clock, now);
  if (clock.ends === undefined) return 'paused';
  if (left <= -1000) return 'over';
  if (clock.danger && left <= clock.danger) return 'nearly-over';
  return clock.warning && left <= clock.warning ? 'last-minutes' : 'running';
}
const untilChange = (clock, now) => clock.ends === undefined ? Infinity : untilSecond(leftOf(clock, now));

// How the day stands at this moment, from the facts that the server told
function standing(day, now) {
  const {item, clock, next} = day;
  if (day.phase === 'running') {
    const left = leftOf(clock, now);
    if (clock.length <= 0 || left <= -DAY_MS) return {phase: 'untimed', item, next};
    const phase = phaseOf(clock, now);
    return {phase, item, left, next, gone: Math.min(1, Math.max(0, 1 - left / clock.length)), ends: clock.ends, counting: phase !== 'paused'};
  }
  if (day.phase !== 'before') return {phase: day.phase, item, next};
  const left = day.begins - now;
  if (left <= 0) return {phase: 'soon', item, next};
  const days = left > DAY_MS ? dayNumber(day.begins) - dayNumber(now) : 0;
  return {phase: 'before', item, next, left, days, counting: !days};
}
const untilNews = (now, seen) => seen.counting ? untilSecond(seen.left) : seen.phase === 'before' ? untilSecond(seen.left) : Infinity;
// What waits for an item that runs over moves on with it.
const startOf = (next, now) => timeOfDay(Math.max(next.start, now));

function face() {
  const digits = fitted('p', {class: 'digits one', role: 'timer', 'aria-live': 'off'}, '413 120');
  const shape = el('span', {class: 'shape'}), word = el('strong', {}), beside = el('span', {class: 'soft'}), progress = bar();
  const node = el('div', {class: 'face'}, digits, el('p', {class: 'phase'}, shape, word, beside), progress.node);
  return {node, show(figures, phase, words, extra, gone) {
    node.dataset.phase = phase;
    if (shape.dataset.of !== phase) {
      shape.dataset.of = phase;
      shape.replaceChildren(mark(MARKS[phase]));
    }
    write(word, words);
    write(beside, extra ? '· ' + extra : '');
    progress.set(gone ?? null);
    digits.hidden = figures === null;
    if (figures !== null && write(digits, figures)) fitOne(digits);
  }};
}
function following(next) {
  const time = el('span', {class: 'figures'});
  const node = el('div', {class: 'following'}, el('p', {class: 'label'}, t('next')), fitted('p', {class: 'one'}, '60 44', [time, next.title]));
  return {node, tick(now) {
    write(time, startOf(next, now));
    return untilMinute(now);
  }};
}
const MOST_TRACKS = 3;
function tracks(beside) {
  if (!beside.length) return null;
  const shown = beside.length <= MOST_TRACKS ? beside : beside.slice(0, MOST_TRACKS - 1);
  const lines = shown.map(track => ({track, shape: el('span', {class: 'shape'}), figures: el('span', {class: 'figures'})}));
  const rest = beside.length - shown.length;
  const node = el('ul', {class: 'tracks'}, lines.map(({track, shape, figures}) => el('li', {}, shape, figures, el('span', {class: 'words'}, `${track.track} · ${track.title}`))),
    rest > 0 && el('li', {class: 'soft'}, said('more', rest)));
  return {node, tick: now => Math.min(...lines.map(({track, shape, figures}) => {
    const phase = phaseOf(track.clock, now);
    shape.parentNode.dataset.phase = phase;
    if (shape.dataset.of !== phase) {
      shape.dataset.of = phase;
      shape.replaceChildren(mark(MARKS[phase]));
    }
    write(figures, countdown(shownSeconds(leftOf(track.clock, now))));
    return untilChange(track.clock, now);
  }))};
}
// What is said beside the phase: when it ends, or begins
function besidePhase(seen) {
  if (['running', 'last-minutes', 'nearly-over'].includes(seen.phase)) return t('ends', {time: timeOfDay(seen.ends)});
  return seen.phase === 'before' && seen.next ? t('starts', {time: timeOfDay(seen.next.start)}) : '';
}
function dayFace(day) {
  const shown = face();
  return {node: shown.node, tick(now) {
    const seen = standing(day, now);
    const figures = seen.phase === 'untimed' ? null : seen.days ? String(seen.days) : seen.left !== undefined ? countdown(shownSeconds(seen.left)) : timeOfDay(now);
    shown.show(figures, seen.phase, seen.days ? said('days', seen.days) : t(seen.phase), besidePhase(seen), seen.gone);
    return Math.min(untilNews(now, seen), untilMinute(now));
  }};
}
const STILL = ['ended', 'no-plan'];
// The kind of clock decides what stands where; when time itself changes it, the scene is made anew.
const kindOf = (day, now) => {
  const {phase} = standing(day, now);
  return STILL.includes(phase) || phase === 'untimed' ? phase : 'counting';
};
function clockScene(doc) {
  const {day, place} = doc.scene, kind = kindOf(day, serverNow()), {title} = doc.event;
  if (STILL.includes(kind)) {
    const over = kind === 'ended', below = over ? title : place;
    return {node: el('section', {class: 'scene still'}, fitted('h1', {}, '150 72', over ? t('thanks') : title || t('welcome')), below && el('p', {class: 'below'}, below)),
      tick: () => kindOf(day, serverNow()) === kind ? 60000 : redraw()};
  }
  const {item, next, beside} = day, top = topLine(doc), shown = dayFace(day), along = tracks(beside);
  const after = next && next.id !== item.id ? following(next) : null;
  const head = el('div', {class: 'item' + (kind === 'untimed' ? ' large' : '')}, fitted('h1', {}, kind === 'untimed' ? '150 72' : '88 48', item.title),
    item.speaker && kind !== 'untimed' && el('p', {class: 'speaker'}, item.speaker));
  const made = scene('clock', top, head, shown, after || along ? {node: el('footer', {class: 'foot'}, after?.node, along?.node),
    tick: now => Math.min(after ? after.tick(now) : Infinity, along ? along.tick(now) : Infinity)} : el('footer', {class: 'foot'}));
  return {node: made.node, tick: now => kindOf(day, now) === kind ? made.tick(now) : redraw()};
}
