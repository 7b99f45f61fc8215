import HTTPTransport
import TestSupport
import Testing
import WireText

/// Secrets are in the raw bytes only; nothing that is printed shows them.
@Suite(.live, .timeLimit(.minutes(10))) struct RedactionTests {
    private let fields = [
        HeaderField("Authorization", "AWS4-HMAC-SHA256 Credential=AKID, Signature=hush-1"),
        HeaderField("X-Amz-Security-Token", "hush-2"), HeaderField("x-api-key", "hush-3"),
        HeaderField("X-Plain", "shown"),
    ]

    private func printed(_ value: Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return [String(describing: value), String(reflecting: value), dumped]
    }

    @Test func `fields, requests, responses, logs and errors`() async throws {
        try await RawServer.running({ connection in
            _ = try await connection.request()
            guard connection.server.requests.count == 1 else { return }
            try await connection.respond("echo: hush-2", headers: "Set-Cookie: hush-4\r\nConnection: close\r\n")
        }) { server in
            let request = TransportRequest(
                method: "POST", origin: server.origin,
                target: "/x?X-Amz-Signature=hush-5&X-Amz-Security-Token=hush-6&a=b",
                headers: fields, body: Array("hush-7".utf8))
            try await withTransport { transport in
                let response = try await transport.send(request)
                let error = try await failure(transport, request)
                let values: [Any] = [request, response, response.wire, error, error.wire, fields[0], [fields]]
                for text in values.flatMap(printed) { #expect(!text.contains("hush"), "\(text)") }
                let log = response.wire.description
                #expect(log.contains("X-Plain: shown"))
                #expect(log.contains("Authorization: <redacted>"))
                #expect(log.contains("&a=b HTTP/1.1"))
                // The raw bytes hold everything, under their own names.
                #expect(String(decoding: response.wire.requestHead, as: UTF8.self).contains("hush-1"))
                #expect(error.wire.requestHead == response.wire.requestHead)
            }
        }
    }

    @Test func `a folded secret is masked to its end`() {
        let wire = WireLog(requestHead: Array("GET / HTTP/1.1\r\nAuthorization: a\r\n hush\r\nX: 1\r\n b\r\n\r\n".utf8))
        #expect(!wire.description.contains("hush"))
        #expect(wire.description.contains("X: 1\n b"))
    }
}
