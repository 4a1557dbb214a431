// An identity provider on this computer, with people of the test's.
//
// provider.js OPTIONS   says {"issuer", "keys"} in a line: the private keys, for token.js. SIGHUP
//                       gives it others, at once and for good, and has it say the line again.
//
// OPTIONS is JSON:
//   people      login -> {"email", "emailVerified", "name"}; any password will do
//   clients     as of OpenID's registration; each comes back to a port of this computer
//   returnPaths where to there
//   emailInToken  else only the userinfo endpoint tells it
//   port, keys  what an earlier one had; else any
"use strict";
const { createServer } = require("node:http");
const { generateKeyPairSync, randomBytes } = require("node:crypto");

const { people, clients, returnPaths = ["/callback", "/callback/127.0.0.1"], emailInToken = false, port = 0,
  ...given } = JSON.parse(process.argv[2]);

function newKeys() {
  const made = [["RS256", generateKeyPairSync("rsa", { modulusLength: 2048 })],
    ["ES256", generateKeyPairSync("ec", { namedCurve: "P-256" })]];
  return made.map(([alg, pair]) => ({ ...pair.privateKey.export({ format: "jwk" }),
    alg, use: "sig", kid: randomBytes(6).toString("hex") }));
}

async function findAccount(context, login) {
  const person = people[login];
  return person && {
    accountId: login,
    claims: async () => ({ sub: login, email: person.email,
      email_verified: person.emailVerified, name: person.name }),
  };
}

const cookieKeys = [randomBytes(16).toString("hex")];

function settings(keys) {
  return {
    clients: clients.map((client) => ({ application_type: "native",
      redirect_uris: returnPaths.map((path) => "http://127.0.0.1" + path), ...client })),
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: !emailInToken,
    cookies: { keys: cookieKeys },
    features: { devInteractions: { enabled: true } },
    findAccount,
    jwks: { keys },
    pkce: { required: () => true },
  };
}

async function main() {
  for (const name of ["info", "log", "warn"]) console[name] = () => {}; // that it is no real one
  const { default: Provider } = await import("oidc-provider");
  let answer;
  const server = createServer((request, response) => answer(request, response));
  await new Promise((listens) => server.listen(port, "127.0.0.1", listens));
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const begin = (keys) => {
    answer = new Provider(issuer, settings(keys)).callback();
    process.stdout.write(JSON.stringify({ issuer, keys }) + "\n");
  };
  begin(given.keys ?? newKeys());
  process.on("SIGHUP", () => begin(newKeys()));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
