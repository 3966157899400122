'use strict';
// What the phone page and the staff page share. Everything that comes from outside is put in as text; nothing is ever
// read as HTML.

const byId = id => document.getElementById(id);
const texts = JSON.parse(byId('texts').textContent);

// What this phone remembers. Storage may be shut off; then it remembers until the page is closed.
const memory = {};
const recall = key => {
  try { return JSON.parse(localStorage.getItem(key)) ?? memory[key]; } catch { return memory[key]; }
};
const remember = (key, value) => {
  memory[key] = value;
  try {
    if (value === undefined) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(value));
  } catch { /* kept in memory alone */ }
};

// Words come in the language that the phone asked for, or in the one that was chosen here last.
const language = document.documentElement.lang;
const t = (key, values) => texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
function languageButton(speak) {
  byId('lang').textContent = t('otherLanguage');
  byId('lang').lang = language === 'sv' ? 'en' : 'sv';
  byId('lang').onclick = () => {
    remember('language', byId('lang').lang);
    speak(byId('lang').lang);
  };
}

// Building what is seen
function el(name, about, ...inside) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(about || {})) {
    if (key.startsWith('on')) node.addEventListener(key.slice(2), value);
    else if (value === true) node.setAttribute(key, '');
    else if (value !== false && value != null) node.setAttribute(key, value);
  }
  node.append(...inside.flat(3).filter(part => part != null && part !== false));
  return node;
}
const say = words => { byId('say').textContent = words; };
const two = number => String(number).padStart(2, '0');
function countdown(seconds) {
  const whole = Math.abs(seconds), hours = Math.floor(whole / 3600);
  return (seconds < 0 ? '+' : '') + (hours ? hours + ':' : '') + two(Math.floor(whole / 60) % 60) + ':' + two(whole % 60);
}

// Live state: a page has in `tag` what it has been told, in `opened` and `take` what it does then.
const pause = tries => Math.min(20000, 500 * 2 ** tries) * (0.5 + Math.random());
let source, lost;
function connection(works) {
  const bar = byId('link');
  if (works) {
    clearTimeout(lost);
    lost = undefined;
    bar.hidden = true;
    bar.textContent = '';
  } else lost ||= setTimeout(() => { bar.hidden = false; bar.textContent = t('lost'); }, 1500);
}
function connect(tries) {
  if (source) source.close();
  source = new EventSource('/api/live?have=' + encodeURIComponent(tag));
  source.onopen = () => { tries = 0; connection(true); opened(); };
  source.addEventListener('state', event => { connection(true); take(JSON.parse(event.data), event.lastEventId); });
  source.onerror = () => {
    connection(false);
    if (source.readyState === 2) setTimeout(() => connect(tries + 1), pause(tries));
  };
}
addEventListener('offline', () => connection(false));
addEventListener('online', () => connect(0));
document.addEventListener('visibilitychange', () => { if (!document.hidden && source?.readyState === 2) connect(0); });
