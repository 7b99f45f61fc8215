import Codes
import SignatureForensics

extension WrongSigner {
    /// A header that is signed with one value and sent with another, or not at all.
    private static func changed(
        _ cause: FindingCode, _ name: String, signed: String, sent: String?, leavesNoTrace: Bool = false
    ) -> WrongSigner {
        WrongSigner(
            cause, .headers, "\(name) signed as '\(signed)', sent as '\(sent ?? "nothing")'",
            leavesNoTrace: leavesNoTrace,
            prepare: { signer in signer.both { $0.set(name, signed) } },
            mistake: { if let sent { $0.sent.set(name, sent) } else { $0.sent.remove(name) } })
    }

    static let headers: [WrongSigner] =
        [
            WrongSigner(
                .headerSpace, .headers, "inner blanks kept",
                prepare: { signer in signer.both { $0.set("X-Amz-Meta-Note", "one   two") } },
                mistake: { $0.value = { TestSigner.trimmed($0, inner: false) } }),
            WrongSigner(
                .headerSpace, .headers, "all blanks kept",
                prepare: { signer in signer.both { $0.set("X-Amz-Meta-Note", "  one  two ") } },
                mistake: { $0.value = { $0 } }),
            WrongSigner(.headerDuplicate, .headers, "joined by comma and blank") {
                $0.join = { $0.joined(separator: ", ") }
            },
            WrongSigner(.headerDuplicate, .headers, "the last value only") { $0.join = { $0.last ?? "" } },
            WrongSigner(.headerDuplicate, .headers, "the values sorted") {
                $0.join = { $0.sorted().joined(separator: ",") }
            },
            WrongSigner(
                .headerSort, .headers, "sorted by the whole line",
                prepare: { signer in
                    signer.both {
                        $0.set("X-Amz-Meta-A", "1")
                        $0.set("X-Amz-Meta-A-B", "2")
                    }
                },
                mistake: { $0.lineOrder = { $0.sorted { $0.line.lexicographicallyPrecedes($1.line) } } }),
            WrongSigner(.headerHost, .headers, "another host signed") { $0.signed.set("Host", "localhost") },
            WrongSigner(.headerHost, .headers, "sent to a gateway") {
                $0.signed.set("Host", "bedrock-runtime.us-east-1.amazonaws.com")
                $0.sent.set("Host", "gateway.example.com")
            },
            WrongSigner(.headerAuthority, .headers, "the authority of HTTP/2 signed, another host sent") {
                $0.sent.headers.append((":authority", "llm.example.org"))
                $0.signed.set("Host", "llm.example.org")
            },
            WrongSigner(.headerDuplicate, .headers, "the values in the reverse order") {
                $0.join = { $0.reversed().joined(separator: ",") }
            },
            WrongSigner(.headerPort, .headers, "the port left out, or the usual one written") {
                let host = $0.signed.value("host") ?? ""
                $0.signed.set("Host", host.contains(":") ? String(host.prefix { $0 != ":" }) : host + ":443")
            },
            WrongSigner(
                .headerLatin1, .headers, "Latin-1 signed, UTF-8 sent",
                prepare: { signer in signer.both { $0.set("X-Amz-Meta-Name", "caf\u{E9}") } },
                mistake: { $0.valueBytes = { $0.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) } } }),
            WrongSigner(
                .headerUnsigned, .headers, "a line that the list does not have",
                prepare: { signer in signer.both { $0.set("X-Amz-Meta-Extra", "yes") } },
                mistake: { $0.unlisted = ["x-amz-meta-extra"] }),
            WrongSigner(.headerContentLength, .headers, "another length signed") {
                $0.sent.set("Content-Length", "\($0.sent.body.count)")
                $0.signed.set("Content-Length", "\($0.sent.body.count + 137)")
            },
        ] + [
            changed(.headerContentLength, "Content-Length", signed: "0", sent: "59"),
            changed(.headerAcceptEncoding, "Accept-Encoding", signed: "gzip, deflate, br", sent: "gzip"),
            changed(.headerForwarded, "X-Forwarded-For", signed: "10.1.2.3", sent: "10.1.2.3, 10.9.8.7"),
            changed(.headerForwarded, "Via", signed: "1.1 edge", sent: "1.1 edge, 1.1 inner"),
            changed(
                .headerTrace, "traceparent", signed: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
                sent: "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01", leavesNoTrace: true),
            changed(
                .headerTrace, "X-Amzn-Trace-Id", signed: "Root=1-67891233-abcdef012345678912345678",
                sent: "Root=1-67891233-abcdef012345678912345678;Parent=53995c3f42cd8ad8;Sampled=1"),
            changed(.headerUserAgent, "User-Agent", signed: "billing/2.4", sent: "billing/2.4 egress-proxy/1"),
            changed(
                .headerUserAgent, "User-Agent", signed: "shop-backend (internal)", sent: "curl/8.5.0",
                leavesNoTrace: true),
            changed(.headerTransferEncoding, "Transfer-Encoding", signed: "chunked", sent: nil),
            changed(.headerHop, "Connection", signed: "keep-alive", sent: "close"),
            changed(.headerHop, "Expect", signed: "100-continue", sent: nil),
            changed(
                .headerContentType, "Content-Type", signed: "application/json", sent: "application/json; charset=utf-8"),
            changed(.headerMissing, "X-Tenant", signed: "blue-7", sent: nil, leavesNoTrace: true),
            changed(.headerContentType, "Content-Type", signed: "application/JSON", sent: "application/json"),
            changed(
                .headerAcceptEncoding, "Accept-Encoding", signed: "zstd, br, gzip", sent: "gzip", leavesNoTrace: true),
            changed(.headerHop, "Connection", signed: "x-own", sent: "keep-alive", leavesNoTrace: true),
            changed(
                .headerTrace, "X-Amzn-Trace-Id", signed: "Root=1-67891233-abcdef012345678912345678;Sampled=0",
                sent: "Root=1-67891233-abcdef012345678912345678;Sampled=1"),
        ]
}
