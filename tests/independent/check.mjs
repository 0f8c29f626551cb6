// Reads {jwks, jwts, statusLists, payloads} from the input and prints what implementations that are not ours make of it.
import { importJWK, compactVerify, decodeProtectedHeader, calculateJwkThumbprint } from 'jose'
import { decode } from 'cborg'
import { AchievementCredentialValidator } from '@learncard/types'
import { createPublicKey, verify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { text } from 'node:stream/consumers'

const given = JSON.parse(await text(process.stdin))
const keys = given.jwks.keys

const keyOf = async jwt => {
  const header = decodeProtectedHeader(jwt)
  const jwk = keys.find(k => header.kid.endsWith(`/keys/${k.kid}`))
  return jwk ? importJWK(jwk, 'ES256') : null
}

const jwt = async token => {
  const key = await keyOf(token).catch(() => null)
  if (!key) return { valid: false }
  const read = await compactVerify(token, key, { algorithms: ['ES256'] }).catch(() => null)
  if (!read) return { valid: false }
  const claims = JSON.parse(new TextDecoder().decode(read.payload))
  return { valid: true, header: Object.keys(read.protectedHeader).sort(), claims }
}

const credential = async token => {
  const read = await jwt(token)
  if (!read.valid) return read
  // The schema knows proofs inside the document; in a JWT the signature is outside.
  const schema = AchievementCredentialValidator.safeParse({ ...read.claims, proof: { type: 'jwt', created: read.claims.validFrom, proofPurpose: 'assertionMethod', verificationMethod: 'jwt' } })
  return { ...read, problems: schema.success ? [] : schema.error.issues.map(i => `${i.path.join('.')}: ${i.message}`) }
}

const statusList = async token => {
  const read = await jwt(token)
  if (!read.valid) return read
  const { encodedList } = read.claims.credentialSubject
  const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
  const set = []
  for (let i = 0; i < bits.length * 8; i++) if (bits[i >> 3] & (0x80 >> (i & 7))) set.push(i)
  return { valid: true, length: bits.length * 8, set }
}

const tags = { 18: content => content() }
const payload = digits => {
  try {
    let n = BigInt(digits), hex = n.toString(16)
    if (hex.length % 2) hex = `0${hex}`
    const [protectedHeader, , claims, signature] = decode(Buffer.from(hex, 'hex'), { tags })
    const header = decode(protectedHeader, { useMaps: true })
    const jwk = keys.find(k => Buffer.from(k.kid, 'base64url').subarray(0, 4).equals(Buffer.from(header.get(4))))
    if (!jwk) return { valid: false }
    const signed = Buffer.concat([Buffer.from([0x84, 0x6a]), Buffer.from('Signature1'), bytes(protectedHeader), bytes(new Uint8Array()), bytes(claims)])
    const key = createPublicKey({ key: jwk, format: 'jwk' })
    const valid = verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)
    const map = decode(claims, { useMaps: true })
    return { valid, algorithm: header.get(1), issuer: map.get(1), facts: map.get(-65537) }
  } catch {
    return { valid: false }
  }
}

// RFC 8949, 3: a byte string with the shortest head.
function bytes(value) {
  const head = value.length < 24 ? [0x40 + value.length] : value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 255]
  return Buffer.concat([Buffer.from(head), Buffer.from(value)])
}

const all = (list, read) => Promise.all((list ?? []).map(read))
console.log(JSON.stringify({
  thumbprints: await all(keys, k => calculateJwkThumbprint(k, 'sha256')),
  credentials: await all(given.jwts, credential),
  statusLists: await all(given.statusLists, statusList),
  payloads: await all(given.payloads, payload),
}))
