import JSONText
import TestSupport
import Testing

@testable import Evidence

/// One log in the many coats in which it may be pasted.
@Suite struct LogLayerTests {
    private static let log = LogSamples.botocore { "2026-11-24 20:26:44,389 - MainThread - \($0) - DEBUG - " }

    private static func lines(_ coat: (String) -> String) -> [UInt8] {
        Array(
            log.split(separator: "\n", omittingEmptySubsequences: false).map { coat(String($0)) }
                .joined(separator: "\n").utf8)
    }

    private static let coats: [(name: String, bytes: [UInt8])] = [
        ("compose", lines { "app-1  | " + $0 }),
        ("kubectl", lines { "[pod/a-b/c] 2026-11-24T20:26:44.123456789Z " + $0 }),
        ("container runtime", lines { "2026-11-24T20:26:44.123456789Z stderr F " + $0 }),
        ("GitHub Actions", lines { "2026-11-24T20:26:44.1234567Z " + $0 }),
        ("journald", lines { "Nov 24 20:26:44 host app[12]: " + $0 }),
        ("quotation", lines { "> " + $0 }),
        ("indentation", lines { $0.isEmpty ? "" : "    " + $0 }),
        ("colours", lines { "\u{1B}[32m" + $0 + "\u{1B}[0m\r" }),
        (
            "docker's file",
            lines { JSONValue.object(["log": .string($0 + "\n"), "stream": .string("stderr")]).text(.compact) }
        ),
    ]

    @Test(arguments: 0..<9)
    func `a coat changes nothing`(index: Int) throws {
        let coat = Self.coats[index]
        let exchanges = try ReadInput(coat.bytes, name: "x").exchanges
        let exchange = try #require(exchanges.first, "\(coat.name)")
        #expect(exchanges.count == 1, "\(coat.name)")
        #expect(exchange.signing.canonicalRequest == Array(LogSamples.canonical.utf8), "\(coat.name)")
        #expect(exchange.request?.body == .whole(Array(LogSamples.body.utf8)), "\(coat.name)")
        #expect(exchange.response?.body == Array(LogSamples.refusal.utf8), "\(coat.name)")
    }

    @Test func `a literal with escapes in one line is read as the lines it stands for`() throws {
        let text =
            #"TRACE sign: canonical="\#(LogSamples.canonical.replacing("\n", with: "\\n"))" "#
            + #"sts="\#(LogSamples.stringToSign.replacing("\n", with: "\\n"))""#
        let exchange = try #require(try ReadInput(Array(text.utf8), name: "x").exchanges.first)
        #expect(exchange.signing.canonicalRequest == Array(LogSamples.canonical.utf8))
        #expect(exchange.signing.stringToSign == Array(LogSamples.stringToSign.utf8))
    }

    @Test(arguments: [true, false])
    func `Java's wire log is an exchange`(isQuoted: Bool) throws {
        let prefix = "2026-11-24 20:26:44,389 [main] DEBUG org.apache.http.wire - http-outgoing-0 "
        let sent = ["POST \(LogSamples.path) HTTP/1.1", "Host: 127.0.0.1:34429", "Content-Length: 15", ""]
        let received = ["HTTP/1.1 403 Forbidden", "x-amzn-ErrorType: InvalidSignatureException", ""]
        func rows(_ lines: [String], _ arrow: String) -> [String] {
            lines.map { prefix + arrow + " " + (isQuoted ? "\"\($0)[\\r][\\n]\"" : $0) }
        }
        var log = rows(sent, ">>")
        if isQuoted { log.append(prefix + #">> "{"messages":[]}""#) }
        log += rows(received, "<<")
        if isQuoted { log.append(prefix + #"<< "{"message":"no"}""#) }
        let exchange = try #require(
            try ReadInput(Array(log.joined(separator: "\n").utf8), name: "x").exchanges.first)
        #expect(exchange.request?.target == Array(LogSamples.path.utf8))
        #expect(exchange.request?.body == (isQuoted ? .whole(Array(#"{"messages":[]}"#.utf8)) : .unknown))
        #expect(exchange.response?.status == 403)
        #expect(exchange.response?.body == (isQuoted ? Array(#"{"message":"no"}"#.utf8) : []))
    }
}
