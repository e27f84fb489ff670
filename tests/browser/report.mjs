// node report.mjs REPORT.html [SCREENSHOT_FOLDER]: what a browser must find in a report: no request but the file itself,
// no console error, no accessibility violation, no sideways scrolling at 360 px, everything there without JavaScript.
// Needs playwright-core and axe-core (node's module path or NODE_PATH) and a chromium; exits 77 when one is missing.
import {createRequire} from 'node:module';
import {existsSync, readFileSync} from 'node:fs';
import {pathToFileURL} from 'node:url';
import path from 'node:path';

const [report, screenshots] = process.argv.slice(2);
const chromium_path = process.env.CHROMIUM || '/usr/bin/chromium';
const require = createRequire(process.env.NODE_MODULES ? path.join(process.env.NODE_MODULES, 'x.js') : import.meta.url);
let chromium, axe;
try {
  ({chromium} = require('playwright-core'));
  axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
} catch {
  console.log('skipped: playwright-core or axe-core is not installed');
  process.exit(77);
}
if (!existsSync(chromium_path)) {
  console.log('skipped: no chromium');
  process.exit(77);
}

const problems = [];
const url = pathToFileURL(path.resolve(report)).href;
const browser = await chromium.launch({executablePath: chromium_path, args: ['--no-sandbox']});

async function open(name, options, check) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on('request', request => {
    if (request.url().split('#')[0] !== url) problems.push(`${name}: request ${request.url()}`);
  });
  page.on('console', message => {
    if (message.type() === 'error') problems.push(`${name}: console: ${message.text()}`);
  });
  page.on('pageerror', error => problems.push(`${name}: ${error.message}`));
  await page.goto(url);
  await check(page);
  if (screenshots) await page.screenshot({path: path.join(screenshots, `${name}.png`)});
  await context.close();
}

/// axe runs in an isolated world, where the page's policy does not forbid it.
async function accessibility(name, page) {
  const session = await page.context().newCDPSession(page);
  const {frameTree} = await session.send('Page.getFrameTree');
  const {executionContextId} = await session.send('Page.createIsolatedWorld', {frameId: frameTree.frame.id});
  const run = async expression => {
    const {result, exceptionDetails} = await session.send(
        'Runtime.evaluate', {expression, contextId: executionContextId, awaitPromise: true, returnByValue: true});
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description || exceptionDetails.text);
    return result.value;
  };
  await run(axe + ';undefined');
  const violations = await run(`axe.run(document).then(r => r.violations.map(
      v => v.id + ': ' + v.help + ' ' + v.nodes.slice(0, 3).map(n => n.html.slice(0, 120)).join(' | ')))`);
  for (const violation of violations) problems.push(`${name}: axe: ${violation}`);
}

async function narrow_enough(name, page) {
  const [inner, scroll] = await page.evaluate(() => [innerWidth, document.documentElement.scrollWidth]);
  if (scroll > inner) problems.push(`${name}: the page is ${scroll} px wide on a ${inner} px screen`);
}

await open('light', {viewport: {width: 1200, height: 900}, colorScheme: 'light'}, async page => {
  await accessibility('light', page);
  if (await page.locator('#filter').isHidden()) problems.push('light: the filter does not show');
  const all = await page.locator('.matrix tbody tr:not(.group):visible').count();
  await page.fill('#f-text', 'no such words anywhere');
  if (await page.locator('.matrix tbody tr:not(.group):visible').count() !== 0) problems.push('light: the filter filters nothing');
  await page.fill('#f-text', '');
  if (await page.locator('.matrix tbody tr:not(.group):visible').count() !== all) problems.push('light: the filter loses rows');
});
await open('dark', {viewport: {width: 1200, height: 900}, colorScheme: 'dark'}, page => accessibility('dark', page));
await open('phone', {viewport: {width: 360, height: 740}}, async page => {
  await narrow_enough('phone', page);
  await accessibility('phone', page);
  for (const summary of await page.locator('summary').all().then(list => list.slice(0, 20))) await summary.click();
  await narrow_enough('phone, opened', page);
});
await open('no-script', {viewport: {width: 1200, height: 900}, javaScriptEnabled: false}, async page => {
  if (await page.locator('#filter').isVisible()) problems.push('no-script: a filter that cannot work is shown');
  if (await page.locator('section').count() < 5) problems.push('no-script: sections are missing');
});
await open('scores', {viewport: {width: 1200, height: 900}}, page => page.locator('#scores').scrollIntoViewIfNeeded());
await browser.close();
console.log(problems.join('\n') || 'no problems');
process.exit(problems.length ? 1 : 0);
