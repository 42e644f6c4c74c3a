import { expect, it, test } from 'vitest';
import { allowedPath, type RequestHead } from '../../../src/workbench/server/guard.js';

const own = { port: 4180, token: 'secret' };
const host = '127.0.0.1:4180';
const json = { host, origin: `http://${host}`, 'content-type': 'application/json' };

const get = (url: string, headers: RequestHead['headers'] = { host }) =>
  allowedPath({ method: 'GET', url, headers }, own);
const post = (headers: RequestHead['headers']) => allowedPath({ method: 'POST', url: '/secret/edits', headers }, own);

it('lets the editor’s own page through, by either name of this machine', () => {
  expect(get('/secret/')).toBe('');
  expect(get('/secret/articles/dw-1')).toBe('articles/dw-1');
  expect(get('/secret/story', { host: 'localhost:4180', origin: 'http://localhost:4180' })).toBe('story');
  expect(get('/secret/story', { host, 'sec-fetch-site': 'same-origin' })).toBe('story');
  expect(get('/secret/', { host, 'sec-fetch-site': 'none' })).toBe('');
  expect(post(json)).toBe('edits');
});

test.each([
  ['without the token', '/story', { host }],
  ['with another token', '/secrets/story', { host }],
  ['with a part of the token', '/secre/story', { host }],
  ['with the token in another place', '/x/secret/story', { host }],
  ['with the token in the query', '/?secret/story', { host }],
  ['with a query', '/secret/story?x', { host }],
  ['without a host', '/secret/story', {}],
  ['for a name that was bound to this machine', '/secret/story', { host: 'evil.example:4180' }],
  ['for another port', '/secret/story', { host: '127.0.0.1:4181' }],
  ['from a page elsewhere', '/secret/story', { host, origin: 'https://evil.example' }],
  ['from another local server', '/secret/story', { host, origin: 'http://127.0.0.1:3000' }],
  ['from a document without an origin', '/secret/story', { host, origin: 'null' }],
  ['from an image of a page elsewhere', '/secret/story', { host, 'sec-fetch-site': 'cross-site' }],
  ['from a page on another port', '/secret/story', { host, 'sec-fetch-site': 'same-site' }],
])('refuses a request %s', (_, url, headers) => {
  expect(get(url, headers)).toBeUndefined();
});

test.each([
  ['without an origin', { host, 'content-type': 'application/json' }],
  ['of a form', { ...json, 'content-type': 'text/plain' }],
  ['of a form with a type that looks like ours', { ...json, 'content-type': 'text/plain; application/json' }],
  ['without a type', { host, origin: `http://${host}` }],
])('refuses to write %s', (_, headers) => {
  expect(post(headers)).toBeUndefined();
});

test.each(['PUT', 'DELETE', 'OPTIONS', 'HEAD'])('knows no method %s', (method) => {
  expect(allowedPath({ method, url: '/secret/story', headers: json }, own)).toBeUndefined();
});
