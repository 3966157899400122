// What several scenes have in common. A scene is {node, tick}: `tick(now)` brings it up to this moment and tells in how
// many milliseconds it changes again.

const said = (key, count) => t(key + (count === 1 ? 'One' : 'Many'), {count});
const fitted = (name, about, size, words) => el(name, {...about, class: 'fit ' + (about.class || ''), 'data-fit': size}, words);

function clockLine(doc, withTitle) {
  const clock = el('time', {class: 'wall'});
  const logo = withTitle && doc.look.logo && el('img', {class: 'logo', src: '/screen/pictures/' + doc.look.logo, alt: ''});
  const node = el('header', {class: 'top'}, logo, el('p', {class: 'event'}, withTitle ? doc.event.title : ''), clock);
  return {node, tick(now) {
    write(clock, timeOfDay(now));
    return untilMinute(now);
  }};
}
const topLine = doc => clockLine(doc, true);
// Only what differs is written, so that a browser paints nothing for nothing; true if the length has changed.
function write(node, words) {
  const before = node.textContent;
  if (before === words) return false;
  node.textContent = words;
  return before.length !== words.length;
}
function note(words, most) { return el('div', {class: 'note'}, fitted('h1', {}, (most || 60) + ' 40', words)); }
const heading = (words, beside) => el('div', {class: 'heading'}, fitted('h1', {class: 'one'}, '80 52', words), beside);
const chip = words => el('p', {class: 'chip'}, words);
const foot = (label, words) => el('div', {class: 'following'}, el('p', {class: 'label'}, label), fitted('p', {class: 'one'}, '60 44', words));
function bar() {
  const fill = el('span', {}), node = el('div', {class: 'bar', 'aria-hidden': 'true'}, fill);
  return {node, set(share) {
    node.hidden = share === null;
    fill.style.width = 100 * Math.min(1, Math.max(0, share || 0)) + '%';
    fill.hidden = !(share > 0);
  }};
}
// A scene of these parts in a row, and of what ticks among them
function scene(name, tops, ...parts) {
  const ticking = [tops, ...parts].filter(part => part && part.tick);
  const node = el('section', {class: 'scene ' + name}, [tops, ...parts].map(part => part && part.node ? part.node : part));
  return {node, tick: now => Math.min(...ticking.map(part => part.tick(now)))};
}

// The codes that bring a phone here: join the Wi-Fi, open the page
function codes(doc, alone, second) {
  const {address, wifi} = doc.scene;
  const readableAddress = address ? address.replace(/^http:\/\//, '').replace(/\/$/, '') : location.host;
  const figure = (drawn, words, details) => el('figure', {class: 'code'}, drawn,
    el('figcaption', {}, fitted('strong', {class: 'one'}, '44 26', words), details.map(detail => fitted('span', {class: 'one'}, '38 22', detail))));
  const page = el('img', {src: '/screen/code.svg?' + encodeURIComponent(readableAddress), alt: t('codeOf', {address: readableAddress})});
  if (!wifi) return el('div', {class: 'codes'}, figure(page, alone, [readableAddress]));
  const {size, path} = wifi.code;
  const network = drawing(size, [['rect', {width: size, height: size, fill: '#fff'}], ['path', {d: path, fill: '#000', 'shape-rendering': 'crispEdges'}]]);
  return el('div', {class: 'codes two'}, figure(network, t('joinFirst'), [wifi.name, wifi.password].filter(Boolean)), figure(page, second, [readableAddress]));
}

// The host's words, a line a point; a single one has no dot
const points = (lines, most, least) => el('div', {class: 'points fit' + (lines.length > 1 ? ' dotted' : ''), 'data-fit': `${most} ${least}`},
  el('ul', {}, lines.map(line => el('li', {}, line))));
