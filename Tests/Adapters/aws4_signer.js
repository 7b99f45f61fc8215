// Node's aws4, by its one function: the request goes in as for http.request, and comes back with its headers.
//
// aws4 is Debian's node-aws4, or npm's aws4.
'use strict';
const fs = require('fs');
const readline = require('readline');
const { aws4, about } = require('./aws4_package.js');

function sign(message) {
  const options = message.options || {};
  const query = options.location === 'query';
  if (options.sessionToken === 'addedAfterSigning') return { skipped: 'aws4 signs every session token' };
  if (options.uriEncoding === 'single' && message.service !== 's3') return { skipped: 'aws4 encodes once for s3 alone' };
  if (options.pathNormalization === 'off' && message.service !== 's3') {
    return { skipped: 'aws4 normalises every path but those of s3' };
  }
  if (options.payload === 'unsigned' && !(query && message.service === 's3')) {
    return { skipped: 'aws4 leaves bodies unsigned in presigned requests to s3 alone' };
  }
  if (options.contentSHA256Header === 'sent' && message.service !== 's3') {
    return { skipped: 'aws4 sends the hash of a body to s3 alone' };
  }
  if (/[^!-~]|[\\^`{|}<>"]/.test(message.request.target)) {
    return { skipped: 'aws4 encodes what no URI may hold before it sends it' };
  }
  const headers = {};
  for (const [name, value] of message.request.headers) {
    if (Object.keys(headers).some((other) => other.toLowerCase() === name.toLowerCase())) {
      return { skipped: 'aws4 takes headers as an object, in which a name stands once' };
    }
    headers[name] = value;
  }
  const amzDate = query ? {} : { 'X-Amz-Date': message.time };
  let path = message.request.target;
  if (query) {
    const separator = path.includes('?') ? '&' : '?';
    path += `${separator}X-Amz-Date=${message.time}&X-Amz-Expires=${options.expiresSeconds}`;
  }
  const request = {
    method: message.request.method,
    path,
    headers: { ...headers, ...amzDate },
    body: Buffer.from(message.request.body || '', 'base64'),
    service: message.service,
    region: message.region,
    signQuery: query,
  };
  if (request.body.length === 0) delete request.body;
  const signed = aws4.sign(request, message.credentials);
  return {
    target: signed.path,
    headers: Object.entries(signed.headers).map(([name, value]) => [name, String(value)]),
  };
}

function reply(message) {
  try {
    return sign(message);
  } catch (error) {
    return { error: `${error.name}: ${error.message}` };
  }
}

const write = (line) => fs.writeSync(1, `${JSON.stringify(line)}\n`);

readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => {
  const message = JSON.parse(line);
  if (message.protocol) {
    write({ name: 'aws4', version: about.version, language: 'JavaScript', features: ['headers', 'query'] });
  } else if (message.end) {
    process.exit(0);
  } else {
    write({ id: message.id, ...reply(message) });
  }
});
