// The page: asks the nodes, shows what they say, and lets a person write and step down.

import { Nodes } from './nodes.js';
import { Timeline } from './timeline.js';
import { Cards, Events, facts, showWrites } from './view.js';

const at = (id) => document.getElementById(id);

const nodes = new Nodes(new URL('./', location.href).href);
const events = new Events(at('events'));
const timeline = new Timeline(at('timeline'), at('timeline-words'));
const cards = new Cards(at('nodes'), at('node-card'), act);

let writes = 0;

async function act(action, node) {
  if (action === 'write') await write(node);
  else await stepDown(node);
  render();
}

async function write(node) {
  const id = `${Date.now()}-${++writes}`;
  const { status, body } = await node.write(id);
  const outcome = status === 200 ? `stored under ${body.token === null ? 'no token' : 'term ' + body.token}, counter ${body.counter}`
    : status === 503 ? `refused (${body.reason ?? 'not the primary'})`
      : status === 0 ? 'no answer' : `${status} ${body.title ?? ''}`;
  at('last-write').textContent = `${node.name}: ${outcome}`;
}

async function stepDown(node) {
  try {
    const answer = await node.post('demo/step-down', {});
    const body = await answer.json().catch(() => ({}));
    events.say(node.name, answer.ok ? 'was told to step down, and did' : `would not step down: ${body.detail ?? answer.status}`);
  } catch {
    events.say(node.name, 'was told to step down and gave no answer');
  }
}

function render() {
  cards.show(nodes.all);
  showWrites(at('writes'), nodes.all);
  const words = facts(nodes);
  if (at('facts').textContent !== words) at('facts').textContent = words;
}

/** Stays once it is there: it must never be seen. */
function watchForTwo() {
  const two = nodes.overlap();
  if (two && at('alarm').textContent === '') {
    at('alarm').textContent =
      `Two nodes were primary at the same instant: ${two.map((node) => node.name).join(' and ')}, seen at ${new Date().toLocaleTimeString('en-GB')}.`;
  }
}

function press(button, change) {
  button.addEventListener('click', () => {
    const pressed = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(pressed));
    change(pressed);
  });
}

let stream;
press(at('stream'), (on) => {
  clearInterval(stream);
  if (on) stream = setInterval(() => nodes.reachable.forEach((node) => write(node).then(render)), 500);
});

press(at('pause'), (on) => { events.paused = on; });

at('reset').addEventListener('click', () => {
  for (const node of nodes.all) node.writes = { stored: 0, refused: 0, other: 0, counter: null };
  render();
});

const dark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
document.documentElement.dataset.theme = localStorage.getItem('theme') ?? (dark() ? 'dark' : 'light');
at('theme').setAttribute('aria-pressed', String(dark()));
press(at('theme'), (on) => {
  document.documentElement.dataset.theme = on ? 'dark' : 'light';
  localStorage.setItem('theme', on ? 'dark' : 'light');
});

nodes.start(() => {
  nodes.all.forEach((node) => events.take(node));
  timeline.note(nodes.all);
  watchForTwo();
  render();
});
setInterval(() => timeline.draw(nodes.all), 500);
