// The scene on show, made from what the server tells; and the scenes of words and pictures.

const SCENES = {clock: clockScene, agenda: agendaScene, teams: teamsScene, 'find-table': findTableScene, question: questionScene, pitch: pitchScene, ballot: ballotScene,
  results: resultsScene, message: messageScene, welcome: welcomeScene, 'next-steps': nextStepsScene, picture: pictureScene, blank: blankScene};
function blankScene() { return {node: el('section', {class: 'scene blank'}), tick: () => 60000}; }
const roomScene = doc => (SCENES[doc.scene.name] || blankScene)(doc);
const sceneOf = doc => doc.scene.name;

function messageScene(doc) {
  const {words} = doc.scene;
  return {node: el('section', {class: 'scene message'}, words && [el('span', {class: 'stroke'}), fitted('h1', {class: 'rest even'}, '152 48', words)]), tick: () => 60000};
}
function pictureScene(doc) {
  const {picture} = doc.scene;
  if (!picture) return scene('list', topLine(doc), note(t('noPicture')));
  return {node: el('section', {class: 'scene picture'}, el('img', {src: '/screen/pictures/' + picture, alt: t('picture')})), tick: () => 60000};
}
function welcomeScene(doc) {
  const {place, points: lines, day} = doc.scene, top = clockLine(doc, false), after = day.next ? following(day.next) : null;
  const logo = doc.look.logo ? el('img', {class: 'logo', src: '/screen/pictures/' + doc.look.logo, alt: ''}) : el('span', {class: 'stroke'});
  const words = el('div', {class: 'asked'}, logo, fitted('h1', {}, '120 56', doc.event.title || t('welcome')), place && el('p', {class: 'place-name'}, place), lines.length > 0 && points(lines, 60, 30));
  return scene('welcome', top, el('div', {class: 'beside'}, words, codes(doc, t('scanForDay'), t('openSecond'))), after && {node: el('footer', {class: 'foot'}, after.node), tick: after.tick});
}
function nextStepsScene(doc) {
  const lines = doc.scene.points.length ? doc.scene.points : [t('usualStepOne'), t('usualStepTwo')];
  return scene('next-steps', topLine(doc), heading(t('nextSteps')), el('div', {class: 'beside'}, points(lines, 64, 30), codes(doc, t('scanForDay'), t('openSecond'))));
}

// The pitches: who is on stage, with what, for how long, and who comes next. Short phases change their look later.
const WARNING_MS = 30000, DANGER_MS = 10000;
const pitchLook = clock => ({...clock, warning: Math.min(WARNING_MS, Math.floor(clock.length / 3)), danger: Math.min(DANGER_MS, Math.floor(clock.length / 6))});
const HOW = {'last-minutes': 'finishSoon', 'nearly-over': 'nearly-over', over: 'over', paused: 'paused'};
const teamWords = one => one.title ? `${t('team', {number: one.team})} · ${one.title}` : t('team', {number: one.team});
function pitchFace(told) {
  const clock = pitchLook(told.clock), shown = face();
  return {node: shown.node, tick(now) {
    const left = leftOf(clock, now), phase = phaseOf(clock, now);
    shown.show(countdown(shownSeconds(left)), phase, t(told.phase), HOW[phase] ? t(HOW[phase]) : '', clock.length > 0 ? Math.min(1, Math.max(0, 1 - left / clock.length)) : null);
    return untilChange(clock, now);
  }};
}
const rest = ({left, finish}) => el('div', {class: 'following rest-of'}, el('p', {class: 'label'}, finish ? t('endsAbout', {time: timeOfDay(finish)}) : ''), el('p', {class: 'one soft'}, said('teamsLeft', left)));
function pitchScene(doc) {
  const {now, next, left, done} = doc.scene, top = topLine(doc);
  if (now) {
    const head = el('div', {class: 'item'}, now.title ? [el('p', {class: 'team-on'}, t('team', {number: now.team})), fitted('h1', {class: 'one'}, '80 40', now.title)] : fitted('h1', {}, '88 48', t('team', {number: now.team})));
    return scene('clock pitch', top, head, pitchFace(now), el('footer', {class: 'foot'}, foot(t('next'), next ? teamWords(next) : t('lastTeam')), next && rest(doc.scene)));
  }
  if (next) return scene('called', top, el('div', {class: 'note start'}, el('p', {class: 'label'}, t(done ? 'nextOnStage' : 'firstOnStage')), fitted('h1', {}, '150 56', teamWords(next))), el('footer', {class: 'foot'}, el('span', {}), rest(doc.scene)));
  return scene('list', top, note(t(done ? 'allPitched' : 'pitchesSoon'), 110));
}
