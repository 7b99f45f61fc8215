// Records with nock: CALLS URL OUT.
const fs = require('fs')
const http = require('http')
const nock = require('nock')

const [calls, url, out] = process.argv.slice(2)

function send(call) {
  return new Promise((resolve, reject) => {
    const request = http.request(url + call.target, { method: call.method, headers: call.headers }, response => {
      response.on('data', () => {})
      response.on('end', resolve)
    })
    request.on('error', reject)
    request.end(Buffer.from(call.body, 'base64'))
  })
}

async function main() {
  nock.recorder.rec({ dont_print: true, output_objects: true, enable_reqheaders_recording: true })
  for (const call of JSON.parse(fs.readFileSync(calls))) await send(call)
  fs.writeFileSync(out, JSON.stringify(nock.recorder.play(), null, 2))
}

main()
