// Node's aws4 with Node's own http, or with http2 (`--http2`): what many small clients are. It signs and sends, and retries
// nothing; streams are left out, since Node reads no event stream.
'use strict';
const http = require('http');
const http2 = require('http2');
const https = require('https');
const readline = require('readline');
const { aws4, about } = require('./aws4_package.js');

const overHTTP2 = process.argv.includes('--http2');

class Late extends Error {}

function send(endpoint, request, seconds, ca) {
  return overHTTP2 ? sendHTTP2(endpoint, request, seconds, ca) : sendHTTP1(endpoint, request, seconds, ca);
}

function collect(stream, settle, headers) {
  const chunks = [];
  stream.on('data', (chunk) => chunks.push(chunk));
  stream.on('end', () => settle(null, headers(), Buffer.concat(chunks)));
}

function sendHTTP1(endpoint, request, seconds, ca) {
  return new Promise((resolve, reject) => {
    const { method, path, headers } = request;
    const module = endpoint.protocol === 'https:' ? https : http;
    const options = { hostname: endpoint.hostname, port: endpoint.port, method, path, headers, ca };
    const sent = module.request(options, (response) => {
      response.on('error', reject);
      collect(response, (_, given, body) => resolve({ status: response.statusCode, headers: given, body }),
        () => response.headers);
    });
    sent.setTimeout(seconds * 1000, () => sent.destroy(new Late('no answer in time')));
    sent.on('error', reject);
    sent.end(request.body);
  });
}

function sendHTTP2(endpoint, request, seconds, ca) {
  return new Promise((resolve, reject) => {
    const session = http2.connect(endpoint.origin, { ca });
    const fail = (error) => { session.destroy(); reject(error); };
    const { Host: authority, 'Content-Length': length, ...headers } = request.headers;
    const stream = session.request({
      ':method': request.method, ':path': request.path, ':authority': authority, 'content-length': length, ...headers });
    let given = {};
    stream.on('response', (received) => { given = received; });
    stream.setTimeout(seconds * 1000, () => fail(new Late('no answer in time')));
    collect(stream, (_, received, body) => {
      session.close();
      // A stream that is reset before its headers ends, too.
      if (!(':status' in received)) reject(new Error('the stream ended without an answer'));
      else resolve({ status: received[':status'], headers: received, body });
    }, () => given);
    stream.on('error', fail);
    session.on('error', fail);
    stream.end(request.body);
  });
}

async function call(message) {
  const endpoint = new URL(message.endpoint);
  const request = aws4.sign({
    host: endpoint.host, method: 'POST', path: `/model/${encodeURIComponent(message.modelId)}/converse`,
    headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(message.input), service: 'bedrock',
    region: message.region,
  }, message.credentials);
  let answer;
  try {
    answer = await send(endpoint, request, message.timeoutSeconds, message.caBundle);
  } catch (error) {
    return { failure: { kind: error instanceof Late ? 'timeout' : 'transport', message: String(error.message) } };
  }
  const text = answer.body.toString('utf8');
  if (answer.status !== 200) return refusal(answer, text);
  try {
    return { result: told(JSON.parse(text)) };
  } catch (error) {
    return { failure: { kind: 'decode', message: String(error.message) } };
  }
}

function refusal(answer, text) {
  let words = text;
  let type = answer.headers['x-amzn-errortype'];
  try {
    const described = JSON.parse(text);
    words = described.message || described.Message || text;
    type = type || described.__type;
  } catch { /* A page in place of JSON is told as it stands. */ }
  const failure = { kind: 'service', status: answer.status, message: words };
  return { failure: type ? { ...failure, type: type.split(':')[0].split('#').pop() } : failure };
}

function told(answer) {
  const { content } = answer.output.message;
  return {
    text: content.filter((block) => 'text' in block).map((block) => block.text).join(''),
    toolUses: content.filter((block) => 'toolUse' in block)
      .map(({ toolUse }) => ({ name: toolUse.name, input: toolUse.input })),
    stopReason: answer.stopReason,
    usage: answer.usage,
  };
}

const write = (line) => process.stdout.write(`${JSON.stringify(line)}\n`);

readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', async (line) => {
  const message = JSON.parse(line);
  if (message.protocol) {
    const features = ['converse', 'tools', 'token', 'tls', ...(overHTTP2 ? ['http2'] : [])];
    const name = `aws4 over Node's ${overHTTP2 ? 'http2' : 'http'}`;
    write({ name, version: about.version, language: 'JavaScript', features });
  } else if (message.end) {
    process.exit(0);
  } else {
    const answer = await call(message).catch((error) => ({ error: `${error.name}: ${error.message}` }));
    write({ id: message.id, ...answer });
  }
});
