// The frame: the stream that tells what is on show, the moment at which a picture changes, and the band that says when
// nothing has been heard for a while. Without a connection the clock goes on.

const STALE_MS = 3000, DEAD_MS = 6000, CHECK_MS = 250, LONGEST_PAUSE_MS = 10000;
const stream = document.body.dataset.stream;
const makeScene = stream === 'stage' ? speakerScene : roomScene;
let told = null, live = null, shownAs = '', alarm;

function takeIn(doc) {
  const before = told;
  told = doc;
  offset = doc.event.offset;
  document.title = doc.event.title;
  if (JSON.stringify(before?.look) !== JSON.stringify(doc.look)) paint(doc.look);
  draw();
}
// The scene is made anew only when something in it has changed, not when the server has told the same again.
function draw() {
  const {version, server_time, ...content} = told, key = JSON.stringify(content);
  if (key !== shownAs) redraw();
}
function redraw() {
  const {version, server_time, ...content} = told, name = content.scene ? content.scene.name : 'stage', old = byId('scene').firstElementChild;
  const calm = !matchMedia('(prefers-reduced-motion: reduce)').matches && old && old.dataset.name !== name && ![name, old.dataset.name].includes('blank');
  shownAs = JSON.stringify(content);
  live = makeScene(told);
  live.node.dataset.name = name;
  document.documentElement.dataset.scene = name;
  byId('scene').replaceChildren(live.node, ...(calm ? [fadingOut(old)] : []));
  lay();
  return 1000;
}
// What was there before fades over the new scene, which is there at once.
function fadingOut(old) {
  old.classList.add('before');
  old.setAttribute('aria-hidden', 'true');
  old.querySelectorAll('[role]').forEach(node => node.removeAttribute('role'));
  old.addEventListener('animationend', () => old.remove());
  return old;
}
function lay() {
  if (!live) return;
  if (live.laid) live.laid();
  live.tick(serverNow());
  fitAll(live.node);
  tick();
}
function tick() {
  if (!live) return;
  const until = live.tick(serverNow());
  clearTimeout(alarm);
  alarm = setTimeout(tick, Math.max(1, Math.min(until, 60000)));
}

// Nothing but the stream says that the picture is true: it tells something every second.
let source, heardAt = here(), tries = 0, retry, lostSince = null;
function heard() {
  heardAt = here();
  tries = 0;
  lostSince = null;
  byId('stale').hidden = true;
}
function listen() {
  clearTimeout(retry);
  retry = undefined;
  if (source) source.close();
  source = new EventSource(`/api/${stream}/live`);
  source.addEventListener('state', event => { heard(); takeIn(JSON.parse(event.data)); });
  source.addEventListener('beat', heard);
  source.onerror = () => { if (source.readyState === 2) listenLater(); };
}
function listenLater() {
  retry ||= setTimeout(() => { heardAt = here() - STALE_MS; listen(); }, Math.min(LONGEST_PAUSE_MS, 500 * 2 ** tries++) * (0.5 + Math.random() / 2));
}
setInterval(() => {
  const silent = here() - heardAt;
  if (silent <= STALE_MS) return;
  lostSince ??= timeOfDay(serverNow() - silent);
  byId('stale').hidden = false;
  write(byId('stale'), told ? t('stale', {time: lostSince}) : t('waiting'));
  if (silent > DEAD_MS) listenLater();
}, CHECK_MS);
addEventListener('online', listen);
document.addEventListener('visibilitychange', () => { if (!document.hidden) { askTime().then(tick, () => {}); } });
addEventListener('resize', () => { if (told) redraw(); });
document.fonts.ready.then(lay);
document.fonts.addEventListener('loadingdone', lay);
keepTime(tick);
listen();
