import ConverseAPI
import JSONText
import Testing

@Suite("Recorded exchanges lose nothing")
struct RecordedExchangeTests {
    @Test func everyRequestAndResponseComesBack() throws {
        var requests = 0
        var responses = 0
        for exchange in try BundledExchanges.answered() {
            #expect(try ConverseRequest(json: exchange.request).json == exchange.request, "\(exchange.file)")
            requests += 1
            guard let response = exchange.response else { continue }
            let decoded = try ConverseResponse(json: response)
            #expect(decoded.json == response, "\(exchange.file)")
            let total = response["usage"]?["totalTokens"]?.numberValue?.int64
            #expect(Int64(decoded.usage.totalTokens) == total, "\(exchange.file)")
            responses += 1
        }
        #expect(requests > 100)
        #expect(responses > 80)
    }
}
