'use strict';
const texts = JSON.parse(document.getElementById('texts').textContent);
const ROUNDS = 5;
const PATIENCE = 8000;
const at = id => document.getElementById(id);

function median(times) {
  return times.sort((a, b) => a - b)[times.length >> 1];
}

async function request(path, options) {
  const stop = new AbortController();
  const late = setTimeout(() => stop.abort(), PATIENCE);
  const begun = performance.now();
  try {
    const answer = await fetch(path, { cache: 'no-store', signal: stop.signal, ...options });
    const body = await answer.text();
    if (!answer.ok) throw new Error(body);
    return { took: performance.now() - begun, body };
  } finally {
    clearTimeout(late);
  }
}

function posted(document) {
  return { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(document) };
}

async function rounds(path, options) {
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) times.push((await request(path, options)).took);
  return median(times);
}

function stream() {
  return new Promise(resolve => {
    const begun = performance.now();
    const source = new EventSource('/api/live');
    const end = took => { clearTimeout(late); source.close(); resolve(took); };
    const late = setTimeout(() => end(null), PATIENCE);
    source.addEventListener('state', () => end(performance.now() - begun));
  });
}

async function step(id, test) {
  at(id).textContent = texts.testing;
  const took = await test().catch(() => null);
  at(id).textContent = took === null ? texts.failed : texts.took.replace('{ms}', String(Math.round(took)));
  return took;
}

function judge(page, send, live) {
  if (page === null || send === null) return texts.unreached;
  if (live === null) return texts.noStream;
  return Math.max(page, send) > texts.slow ? texts.slowly : texts.passed;
}

async function run() {
  at('again').hidden = true;
  at('verdict').textContent = '';
  const page = await step('page', () => rounds('/api/state'));
  const send = await step('send', () => rounds('/api/selftest/echo', posted({ filler: 'x'.repeat(200) })));
  const live = await step('stream', stream);
  const verdict = judge(page, send, live);
  if (page !== null && send !== null) {
    const told = await request('/api/selftest', posted({ page, send, stream: live })).catch(() => null);
    const found = told && JSON.parse(told.body);
    at('where').textContent = found ? texts.where.replace('{phone}', found.phone).replace('{by}', found.by) : '';
  }
  at('verdict').className = verdict === texts.passed ? 'good' : 'bad';
  at('verdict').textContent = verdict;
  at('again').hidden = false;
}

at('again').addEventListener('click', run);
run();
