// What a speaker below the stage sees: how long is left, what comes next, how late it is, and the host's message.

function lateWords(seconds) {
  const minutes = Math.round(Math.abs(seconds) / 60);
  if (!minutes) return t('onTime');
  const time = minutes < 90 ? t('minutes', {minutes}) : t('hours', {hours: Math.floor(minutes / 60), minutes: minutes % 60});
  return t(seconds > 0 ? 'late' : 'ahead', {time});
}
// Lateness grows while the clock is held, or once the item has run over; the server said how it was when it told.
function lateAt(doc, now) {
  const {clock} = doc.day, told = Date.parse(doc.server_time);
  if (!clock) return doc.late;
  return doc.late + Math.max(0, now - (clock.ends === undefined ? told : Math.max(told, clock.ends)));
}
function lateLine(doc) {
  const node = el('p', {class: 'lateness'});
  return {node, tick(now) {
    write(node, doc.day.phase === 'running' ? lateWords(Math.round(lateAt(doc, now) / 1000)) : '');
    return untilSecond(now);
  }};
}
function speakerScene(doc) {
  const {day, message, pitches} = doc, onStage = pitches && pitches.now, kind = kindOf(day, serverNow());
  const top = topLine(doc), late = lateLine(doc);
  if (STILL.includes(kind)) return scene('speaker still', top, el('div', {class: 'note'}, fitted('h1', {}, '110 56', kind === 'ended' ? t('dayEnded') : doc.event.title || t('welcome'))));
  const shown = onStage ? pitchFace(onStage) : dayFace(day);
  const head = el('div', {class: 'item'}, fitted('h1', {}, '64 40', onStage ? teamWords(onStage) : day.item.title), day.item.speaker && !onStage && el('p', {class: 'speaker'}, day.item.speaker));
  const comes = pitches ? (pitches.next ? {node: foot(t('next'), teamWords(pitches.next))} : onStage ? {node: foot(t('next'), t('lastTeam'))} : null) : day.next && day.next.id !== day.item.id ? following(day.next) : null;
  const made = scene('clock speaker' + (message ? ' told' : ''), top, head, shown,
    message && el('div', {class: 'told-words', role: 'status'}, el('p', {class: 'label'}, t('fromHost')), fitted('p', {class: 'even'}, '72 34', message)),
    {node: el('footer', {class: 'foot'}, comes?.node || el('span', {}), el('div', {class: 'following rest-of'}, late.node, pitches && el('p', {class: 'label'}, said('teamsLeft', pitches.left)))),
      tick: now => Math.min(late.tick(now), comes && comes.tick ? comes.tick(now) : Infinity)});
  return {node: made.node, tick: now => kindOf(day, now) === kind ? made.tick(now) : redraw()};
}
