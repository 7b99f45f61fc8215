import Testing

@testable import MockBedrock

struct StreamDeliveryTests {
    private static let stream = MockResponse(
        status: 200, body: .pieces([[1, 2], [3, 4], [5]].map { MockResponse.Piece(bytes: $0) }))
    private static let whole = MockResponse(status: 200, body: .bytes([1, 2, 3, 4]))

    private static func data(_ delivery: StreamDelivery) -> [[UInt8]] {
        delivery.steps.compactMap { if case .data(let bytes) = $0 { bytes } else { nil } }
    }

    private static func heads(_ delivery: StreamDelivery) -> [Int?] {
        delivery.steps.compactMap { if case .head(let length) = $0 { .some(length) } else { nil } }
    }

    @Test func `what strikes before the answer leaves nothing of it`() {
        for (fault, end) in [
            (CarriageFault.reset, StreamDelivery.End.failed), (.emptyReply, .goAway), (.silence(events: nil), .silence),
        ] {
            let delivery = StreamDelivery(fault, of: Self.whole)
            #expect(delivery.steps.isEmpty)
            #expect(delivery.end == end)
        }
    }

    @Test func `what strikes behind events lets those through`() {
        let delivery = StreamDelivery(.resetAfterHeaders(events: 2), of: Self.stream)
        #expect(Self.heads(delivery) == [nil])
        #expect(Self.data(delivery) == [[1, 2], [3, 4]])
        #expect(delivery.end == .failed)
        #expect(StreamDelivery(.malformedChunk(events: 1), of: Self.stream).end == .broken)
    }

    @Test func `a wrong length is announced, and a cut body is reset`() {
        let wrong = StreamDelivery(.wrongContentLength(by: 10), of: Self.whole)
        #expect(Self.heads(wrong) == [14])
        #expect(Self.data(wrong) == [[1, 2, 3, 4]])
        let cut = StreamDelivery(.truncatedBody(bytes: nil), of: Self.whole)
        #expect(Self.heads(cut) == [4])
        #expect(Self.data(cut) == [[1, 2]])
        #expect(cut.end == .failed)
    }

    @Test func `a slow body comes whole, in small pieces`() {
        let delivery = StreamDelivery(.slowBody(bytes: 3, pause: .milliseconds(1)), of: Self.whole)
        #expect(Self.data(delivery) == [[1, 2, 3], [4]])
        #expect(delivery.end == .complete)
    }
}
