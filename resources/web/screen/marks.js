// Small shapes that say with form what colour says too, on a square of 100 units.

const SHAPES = {
  go: 'M14 4 94 50 14 96z',
  diamond: 'M50 0 100 50 50 100 0 50z',
  octagon: 'M29 0H71L100 29V71L71 100H29L0 71V29z',
  hold: 'M18 0h14q7 0 7 7v86q0 7-7 7H18q-7 0-7-7V7q0-7 7-7zM68 0h14q7 0 7 7v86q0 7-7 7H68q-7 0-7-7V7q0-7 7-7z',
  warning: 'M50 2 100 96H0zM50 36q-5 0-5 5v21q0 5 5 5t5-5V41q0-5-5-5zM50 72a6 6 0 1 0 .01 0z',
  ring: 'M50 3a47 47 0 1 0 .01 0zM50 21a29 29 0 1 1-.01 0z',
  medal: 'M24 50 14 100 50 80 86 100 76 50A36 36 0 1 0 24 50zM50 20a16 16 0 1 1-.01 0z',
  tick: 'M14 54 40 80 88 24',
};
const SVG = 'http://www.w3.org/2000/svg';
function drawing(size, parts) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('aria-hidden', 'true');
  for (const [name, about] of parts) {
    const part = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(about)) part.setAttribute(key, value);
    svg.append(part);
  }
  return svg;
}
function mark(name) {
  const svg = drawing(100, [['path', {d: SHAPES[name], 'fill-rule': 'evenodd'}]]);
  svg.classList.add('mark', name);
  return svg;
}
