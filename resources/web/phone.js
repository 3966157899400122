// What the phone page and the staff page share: what is remembered, the language, and the live state.

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

// The language is the one that the phone asked for, or the one that was chosen here last.
function languageButton(speak) {
  byId('lang').textContent = t('otherLanguage');
  byId('lang').lang = language === 'sv' ? 'en' : 'sv';
  byId('lang').onclick = () => {
    remember('language', byId('lang').lang);
    speak(byId('lang').lang);
  };
}
const say = words => { byId('say').textContent = words; };

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
