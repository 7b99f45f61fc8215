import Glibc
import JSONText
import SigV4
import WireText

/// The request that servers are loaded with: a Converse call with a body of 1 KB, signed when the load begins.
enum LoadedRequest {
    static let target = "/model/amazon.nova-micro-v1:0/converse"

    /// The time of this machine in seconds since 1970.
    static func now() -> Int64 { Int64(time(nil)) }

    /// Lets go of what was printed: to a pipe it would wait for more.
    static func flush() { fflush(nil) }

    /// Another body of the same form.
    static func body(_ number: Int) -> JSONValue {
        [
            "messages": [
                ["role": "user", "content": [["text": .string("What is the weather like on day \(number)?")]]]
            ],
            "inferenceConfig": ["maxTokens": 512],
        ]
    }

    /// The request, signed now.
    private static func signed() throws(Absence) -> SignedRequest {
        var request = Workload.request
        request.target = Array(target.utf8)
        request.headers = request.headers.map { $0.isNamed("host") ? HeaderField("Host", "127.0.0.1") : $0 }
        var parameters = Workload.parameters
        parameters.time = SigningTime(unixSeconds: now())
        guard let signed = try? Signer().sign(request, parameters) else {
            throw Absence(reason: "the request cannot be signed")
        }
        return signed
    }

    /// The request in HTTP/1.1.
    static func bytes() throws(Absence) -> [UInt8] {
        var lines = ["POST \(target) HTTP/1.1"]
        lines += try signed().headers.map { "\($0.name): \($0.text)" }
        lines += ["Content-Length: \(Workload.body.count)", "", ""]
        return Array(lines.joined(separator: "\r\n").utf8) + Workload.body
    }

    /// A script for `wrk`.
    ///
    /// - Parameter pause: how many milliseconds a connection waits between two requests.
    static func script(pause: Int = 0) throws(Absence) -> String {
        var lines = [
            "wrk.method = 'POST'", "wrk.path = '\(target)'",
            "wrk.body = [==[\(String(decoding: Workload.body, as: UTF8.self))]==]",
        ]
        lines += try signed().headers.map { "wrk.headers['\($0.name)'] = [==[\($0.text)]==]" }
        if pause > 0 { lines.append("function delay() return \(pause) end") }
        return lines.joined(separator: "\n") + "\n"
    }
}
