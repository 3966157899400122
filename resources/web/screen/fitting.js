// Words as large as they fit into their box: `data-fit` says the size at best and at least, in units of
// which the shorter edge of the screen has 1080, as the projector's picture. What does not fit at the least size is cut off by the style.

// One line needs only its width: its letters may stand out of a box that is as high as digits are.
const fits = box => box.scrollWidth <= box.clientWidth + 1 && (box.classList.contains('one') || box.scrollHeight <= box.clientHeight + 2);
const setSize = (node, size) => { node.style.fontSize = `calc(${size} * var(--u))`; };
function fitOne(node) {
  const [most, least] = node.dataset.fit.split(' ').map(Number);
  let low = least, high = most;
  setSize(node, most);
  if (fits(node)) return most;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    setSize(node, middle);
    if (fits(node)) low = middle;
    else high = middle;
  }
  setSize(node, low);
  return low;
}
// Nodes of one group stand in one size, that of the longest.
function fitAll(inside) {
  const groups = {};
  for (const node of inside.querySelectorAll('[data-fit]')) {
    const size = fitOne(node), group = node.dataset.group;
    if (group) (groups[group] ||= []).push([size, node]);
  }
  for (const group of Object.values(groups)) {
    const sizes = group.map(([size]) => size).sort((one, two) => one - two);
    // A single endless one is no reason to make all others smaller.
    const common = sizes[Math.floor(sizes.length / 10)];
    for (const [size, node] of group) setSize(node, Math.min(size, common));
  }
}
