import Converse
import JSONText
import TestSupport
import Testing

@Suite("Recorded exchanges lose nothing", .live)
struct RecordedExchangeTests {
    @Test(.needsCassettes)
    func everyRequestAndResponseComesBack() async throws {
        let exchanges = try await SharedCassettes.exchanges()
        var requests = 0
        var responses = 0
        for exchange in exchanges {
            let file = exchange["file"]?.stringValue ?? "?"
            let request = try JSONValue(parsing: #require(exchange["request"]?.stringValue, "\(file): no JSON request"))
            #expect(try ConverseRequest(json: request).json == request, "\(file)")
            requests += 1
            guard exchange["operation"] == "converse", exchange["status"]?.numberValue?.int64 == 200 else { continue }
            let response = try JSONValue(
                parsing: #require(exchange["response"]?.stringValue, "\(file): no JSON response"))
            let decoded = try ConverseResponse(json: response)
            #expect(decoded.json == response, "\(file)")
            #expect(decoded.faults().isEmpty, "\(file)")
            #expect(decoded.usage.totalTokens > 0, "\(file)")
            responses += 1
        }
        #expect(requests > 50)
        #expect(responses > 30)
    }
}
