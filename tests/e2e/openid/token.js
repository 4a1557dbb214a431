// ID tokens, good and forged.
//
// token.js   reads JSON from its input and prints the token:
//   header, claims  as they are to stand there; the header needs its "alg"
//   key             a JWK with its private half; HS256 takes the PEM of the public half of it
"use strict";
const { constants, createHmac, createPrivateKey, createPublicKey, sign } = require("node:crypto");
const { readFileSync } = require("node:fs");

const { header, claims, key } = JSON.parse(readFileSync(0, "utf8"));
const encoded = [header, claims].map((part) => Buffer.from(JSON.stringify(part))
  .toString("base64url")).join(".");

function signature() {
  if (header.alg === "none") return Buffer.alloc(0);
  const own = createPrivateKey({ key, format: "jwk" });
  const said = Buffer.from(encoded);
  switch (header.alg) {
    case "HS256":
      return createHmac("sha256", createPublicKey(own).export({ type: "spki", format: "pem" }))
        .update(said).digest();
    case "ES256":
      return sign("sha256", said, { key: own, dsaEncoding: "ieee-p1363" });
    case "RS256":
      return sign("sha256", said, { key: own, padding: constants.RSA_PKCS1_PADDING });
    default:
      throw new Error("no such signature: " + header.alg);
  }
}

process.stdout.write(encoded + "." + signature().toString("base64url") + "\n");
