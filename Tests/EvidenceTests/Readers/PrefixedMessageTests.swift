import Testing

@testable import Evidence

/// Start lines of HTTP behind what a program wrote before them.
@Suite struct PrefixedMessageTests {
    private static func exchanges(_ text: String) throws -> [ObservedExchange] {
        try ReadInput(Array(text.utf8), name: "x").exchanges
    }

    @Test func `a request with bare fields and an answer with the same words before each`() throws {
        let exchange = try #require(
            try Self.exchanges(
                """
                [DEBUG] 2026-03-11 22:51:34.745 CURL [140646209770240] (HeaderOut) PUT /a=b HTTP/1.1
                Host: 192.0.2.1:7070
                x-amz-date: 20260311T225134Z

                [ws] RX: HTTP/1.1 403 Forbidden
                [ws] RX: content-type: application/json
                [ws] RX: x-amzn-ErrorType: ForbiddenException:
                [ws] Header read fin.
                """
            ).first)
        #expect(exchange.request?.target == Array("/a=b".utf8))
        #expect(exchange.request?.header("host") == "192.0.2.1:7070")
        #expect(exchange.response?.status == 403)
        #expect(exchange.response?.header("x-amzn-errortype") == "ForbiddenException:")
    }

    @Test(arguments: [
        "10.0.0.1 - - [11/Mar/2026] \"POST /v1/messages HTTP/1.1\" 403 12\nhost: a",
        "the server said HTTP/1.1 403 Forbidden, and then nothing\nhost: a",
        "requests failed with HTTP/1.1 403 Forbidden\n    at Foo.bar(Foo.java:1)",
        "see: GET /a HTTP/1.1\nwhich is fine",
    ])
    func `words that only mention one are no message`(text: String) throws {
        #expect(try Self.exchanges(text).allSatisfy { $0.request == nil && $0.response == nil })
    }
}
