// Sends requests that were signed elsewhere, all at once, as streams of one connection of HTTP/2 by prior knowledge.
// Standard input: {"url", "requests": [{"method", "path", "authority", "headers": {...}, "body"}]}.
// Standard output: {"answers": [{"status", "headers", "body" (base64), "error"}], "goaway": code or null}.
import http2 from "node:http2";
import { text } from "node:stream/consumers";

const { url, requests } = JSON.parse(await text(process.stdin));
const session = http2.connect(url);
let goaway = null;
session.on("goaway", (code) => { goaway = code; });
session.on("error", () => {});

const answers = await Promise.all(requests.map((request) => new Promise((resolve) => {
    const answer = { status: null, headers: {}, body: "", error: null };
    const chunks = [];
    const stream = session.request({
        ":method": request.method, ":path": request.path, ":authority": request.authority, ...request.headers,
    });
    stream.setTimeout(15000, () => stream.close());
    stream.on("response", (headers) => {
        answer.status = headers[":status"];
        answer.headers = headers;
    });
    stream.on("data", (chunk) => chunks.push(chunk));
    stream.on("error", (error) => { answer.error = error.code; });
    stream.on("close", () => {
        answer.body = Buffer.concat(chunks).toString("base64");
        answer.reset = stream.rstCode;
        resolve(answer);
    });
    stream.end(request.body);
})));
session.destroy();
console.log(JSON.stringify({ answers, goaway }));
