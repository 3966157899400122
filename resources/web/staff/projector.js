// The projector: what the room sees, what is prepared to follow, and the message to the room.

const SCENES = ['clock', 'agenda', 'welcome', 'teams', 'find-table', 'question', 'pitch', 'ballot', 'results', 'next-steps', 'message'];
const LONGEST_MESSAGE = 200;
let preparing = false;

function drawProjector() {
  const {stage} = state;
  list(byId('stage'), [
    {id: 'head', key: 0, make: () => el('h2', {}, t('projector'))},
    {id: 'prepared', key: stage.prepared, make: preparedPart},
    {id: 'scenes', key: [stage, preparing], make: sceneButtons},
    {id: 'message', key: 0, make: messageForm},
    {id: 'shown', key: stage.message, make: () => el('div', {class: 'soft'}, stage.message && el('p', {}, t('messageIs', {words: stage.message})))},
  ]);
}
const pictureName = id => state.stage.pictures.find(picture => picture.id === id)?.name || '';
const sceneName = view => view.scene === 'picture' ? t('pictureOf', {name: pictureName(view.picture)}) : t('scene_' + view.scene);
function preparedPart() {
  const view = state.stage.prepared;
  if (!view) return el('div', {hidden: true});
  return el('div', {class: 'question'}, el('p', {}, t('isPrepared', {scene: sceneName(view)})), el('div', {class: 'row'},
    button(t('take', {scene: sceneName(view)}), careful(() => order({type: 'take'}, () => t('taken'))), {class: 'main', 'data-act': 'take'}),
    button(t('unprepare'), () => order({type: 'prepare'}), {'data-act': 'unprepare'})));
}
function sceneButtons() {
  const {scene, message, picture, prepared, pictures} = state.stage;
  const views = [...SCENES.filter(name => name !== 'message' || message || scene === name).map(name => ({scene: name})), ...pictures.map(({id}) => ({scene: 'picture', picture: id}))];
  const same = (view, other) => other && view.scene === other.scene && (view.scene !== 'picture' || view.picture === other.picture);
  const put = view => order({type: preparing ? 'prepare' : 'show', ...view}).then(() => { preparing = false; draw(); });
  return el('div', {}, el('p', {}, button(t('prepareFirst'), () => { preparing = !preparing; draw(); }, {'data-act': 'prepare', 'aria-pressed': String(preparing), class: preparing && 'on'})),
    preparing && el('p', {class: 'soft small'}, t('prepareHint')),
    el('div', {class: 'tiles'}, views.map(view => button(sceneName(view), () => put(view),
      {'data-act': view.scene + (view.picture || ''), 'aria-pressed': String(same(view, {scene, picture})), class: same(view, {scene, picture}) ? 'on' : same(view, prepared) && 'ready'})),
    button(t('scene_blank'), careful(() => order({type: 'blank'})), {'data-act': 'blank', 'aria-pressed': String(scene === 'blank'), class: scene === 'blank' && 'on'})));
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
