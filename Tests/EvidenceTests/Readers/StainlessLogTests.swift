import Testing

@testable import Evidence

/// Debug logs of the SDKs of Anthropic and OpenAI: each answer belongs to the request before it.
@Suite struct StainlessLogTests {
    private func exchanges(_ text: String) throws -> [ObservedExchange] {
        try ReadInput(Array(text.utf8), name: "x").exchanges
    }

    private static let host = "https://bedrock-runtime.us-east-1.amazonaws.com/model"

    @Test func `the call that failed is the one that was answered so`() throws {
        let found = try exchanges(
            """
            Anthropic:DEBUG:request \(Self.host)/a.small/invoke {
              method: 'post',
            }
            Anthropic:DEBUG:response 200 \(Self.host)/a.small/invoke
            Anthropic:DEBUG:request \(Self.host)/a.large/invoke {
              method: 'post',
            }
            Anthropic:DEBUG:response 400 \(Self.host)/a.large/invoke
              API Error: 400 Malformed input request: #: extraneous key [k] is not permitted
            """)
        #expect(found.count == 2)
        #expect(found.first?.response?.status == 200)
        #expect(found.first?.message == nil)
        let last = try #require(found.last)
        #expect(last.request.map { String(decoding: $0.target, as: UTF8.self) } == "/model/a.large/invoke")
        #expect(last.response?.status == 400)
        #expect(last.message?.contains("extraneous key [k]") == true)
    }

    @Test func `the newer form has the request in the line of its answer`() throws {
        let found = try exchanges(
            """
            [log_1a2b3c] post \(Self.host)/a.small/invoke succeeded with status 200 in 120ms
            [log_4d5e6f, request-id: "req_1"] post \(Self.host)/a.large/invoke failed with status 403 in 88ms
            Error: 403 {"message":"no"}
            """)
        #expect(found.map { $0.response?.status } == [200, 403])
        #expect(found.last?.request?.host == "bedrock-runtime.us-east-1.amazonaws.com")
    }
}
