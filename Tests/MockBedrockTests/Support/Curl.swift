import SigV4
import TestSupport
import WireText

/// `curl`, with requests that were signed beforehand.
enum Curl {
    /// Whether there is a curl that speaks HTTP/2.
    static func speaksHTTP2() async -> Bool {
        guard let version = try? await Program.run("curl", ["--version"]) else { return false }
        return version.text.contains(" HTTP2")
    }

    /// Sends a request over HTTP/2; `body` is sent in the place of what was signed.
    static func send(_ request: TestRequest, body: String? = nil, to test: TestServer) async throws -> CurlAnswer {
        let program = try await Program.run("curl", common + arguments(request, body, test))
        return CurlAnswer(program)
    }

    private static let common = ["-sS", "-i", "--max-time", "20", "--http2-prior-knowledge"]

    private static func arguments(_ request: TestRequest, _ body: String?, _ test: TestServer) throws -> [String] {
        let signed = try request.signed()
        return ["-X", request.method, "--data-binary", body ?? request.body]
            + signed.headers.flatMap { ["-H", "\($0.name): \($0.text)"] }
            + ["http://127.0.0.1:\(test.port)\(String(decoding: signed.target, as: UTF8.self))"]
    }
}

/// What curl printed of an answer.
struct CurlAnswer {
    /// curl's exit status; 0 when the answer came whole.
    let exit: Int32
    /// The status line, as `HTTP/2 200`.
    let statusLine: String
    /// The answer, as one of HTTP/1.1 that ends with the bytes.
    let answer: RawAnswer?

    init(_ program: Program) {
        exit = program.status
        let bytes = program.output
        let end = bytes.firstRange(of: Array("\r\n\r\n".utf8))?.upperBound ?? bytes.count
        let head = String(decoding: bytes[..<end], as: UTF8.self)
        statusLine = head.split(separator: "\r\n").first.map { $0.trimmingSuffix { $0 == " " } }.map(String.init) ?? ""
        let lines = head.split(separator: "\r\n").filter { !$0.lowercased().hasPrefix("content-length:") }
        let length = "content-length: \(bytes.count - end)"
        let whole =
            Array((lines + [length[...]]).joined(separator: "\r\n").utf8) + Array("\r\n\r\n".utf8) + bytes[end...]
        answer = RawAnswer.parse(whole, method: "POST")?.answer
    }
}

extension Substring {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> Substring {
        var text = self
        while let last = text.last, isTrimmed(last) { text.removeLast() }
        return text
    }
}
