// Somebody at a browser, who is sent to the provider.
//
// browser.js ADDRESS LOGIN   signs in there and agrees; without LOGIN they turn back
//
// Says {"url", "text", "code"} in a line: where that ended, what stands there, and the text of the
// element with the id "code".
"use strict";
const puppeteer = require("puppeteer-core");

const [address, login] = process.argv.slice(2);

async function go(page, act) {
  await Promise.all([page.waitForNavigation(), act()]);
}

/** Whether the provider asks anything there, which is answered. */
async function isAnswered(page) {
  const form = await page.$("form:has(input[name=prompt])");
  if (!form) return false;
  if (!login) {
    await go(page, () => page.click("a[href$='/abort']"));
    return true;
  }
  const name = await form.$("input[name=login]");
  if (name) {
    await name.evaluate((input) => { input.value = ""; });
    await name.type(login);
    await (await form.$("input[name=password]")).type("whatever");
  }
  await go(page, () => form.$("button[type=submit]").then((button) => button.click()));
  return true;
}

async function main() {
  const asRoot = process.getuid() === 0 ? ["--no-sandbox"] : [];
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // The provider's page asks others for a font.
    args: ["--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1", ...asRoot],
  });
  try {
    const page = await browser.newPage();
    await page.goto(address);
    while (await isAnswered(page));
    process.stdout.write(JSON.stringify({
      url: page.url(),
      text: await page.evaluate(() => document.body.innerText),
      code: await page.evaluate(() => document.getElementById("code")?.textContent?.trim() ?? null),
    }) + "\n");
  } finally {
    await browser.close();
  }
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
