'use strict';
// What all pages share. Everything that comes from outside is put in as text; nothing is ever
// read as HTML.

const byId = id => document.getElementById(id);
const texts = JSON.parse(byId('texts').textContent);

// Words come in the language of the document.
const language = document.documentElement.lang;
const t = (key, values) => texts[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);

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
const two = number => String(number).padStart(2, '0');
function countdown(seconds) {
  const whole = Math.abs(seconds), hours = Math.floor(whole / 3600);
  return (seconds < 0 ? '+' : '') + (hours ? hours + ':' : '') + two(Math.floor(whole / 60) % 60) + ':' + two(whole % 60);
}
