// Opens pages in Chromium and asks axe-core about each at two widths; prints what it found as JSON.
//
//	node browse.js chromium page.html…
const fs = require('fs');
const {chromium} = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

async function judge(browser, page, width) {
	const context = await browser.newContext({viewport: {width, height: 900}});
	const tab = await context.newPage();
	const messages = [];
	tab.on('console', (m) => messages.push(m.text()));
	tab.on('pageerror', (e) => messages.push(String(e)));
	const requests = [];
	tab.on('request', (r) => requests.push(r.url().slice(0, 80)));
	await tab.goto('file://' + page);
	const wide = await tab.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	await tab.evaluate(axe);
	const found = await tab.evaluate(() => axe.run(document, {resultTypes: ['violations', 'incomplete']}));
	await context.close();
	const rules = (list) => list.map((r) => r.id + ': ' + r.nodes.map((n) => n.html.slice(0, 120)).join(' | '));
	return {
		page, width, wide, messages, passes: found.passes.length,
		requests: requests.filter((r) => !r.startsWith('data:')).length,
		violations: rules(found.violations), incomplete: rules(found.incomplete),
	};
}

(async () => {
	const [executablePath, ...pages] = process.argv.slice(2);
	const browser = await chromium.launch({executablePath, args: ['--no-sandbox', '--disable-gpu', '--disable-quic']});
	const out = [];
	for (const page of pages) {
		for (const width of [320, 1080]) out.push(await judge(browser, page, width));
	}
	await browser.close();
	process.stdout.write(JSON.stringify(out));
})().catch((e) => { console.error(e); process.exit(1); });
