extension CarriageFault {
    /// How long a silence lasts at most.
    private static let longestSilence = Duration.seconds(600)

    /// How a right answer is delivered with the fault.
    func delivery(of response: MockResponse, date: String, form: ResponseSerializer.Form) -> Delivery {
        var form = form
        let message = SerializedMessage(response, date: date, form: form)
        // An answer in one piece has no events: what strikes behind some of them strikes behind its headers.
        func start(_ events: Int) -> [UInt8] {
            if case .bytes = response.body { return message.start(events: 0) }
            return message.start(events: events)
        }
        switch self {
        case .reset: return Delivery(end: .reset)
        case .emptyReply: return Delivery(end: .close)
        case .silence(events: nil): return Delivery(end: .silence(Self.longestSilence))
        case .silence(let events?):
            return Delivery(steps: [.send(start(events))], end: .silence(Self.longestSilence))
        case .resetAfterHeaders(let events):
            return Delivery(steps: [.send(start(events))], end: .reset)
        case .truncatedBody(let bytes):
            let count = min(bytes ?? message.body.count / 2, message.longestCut)
            return Delivery(steps: [.send(message.head + message.body.prefix(count))], end: .close)
        case .wrongContentLength(let by):
            form.framing = .length(max(0, response.body.count + by))
            let wrong = SerializedMessage(response, date: date, form: form)
            return Delivery(steps: [.send(wrong.head + wrong.body)], end: .close)
        case .malformedChunk(let events):
            form.framing = .chunked
            let chunked = SerializedMessage(response, date: date, form: form)
            let broken = chunked.start(events: events) + Array("zz\r\n".utf8) + chunked.rest(events: events)
            return Delivery(steps: [.send(broken)], end: .close)
        case .slowBody(let bytes, let pause):
            var delivery = Delivery(steps: [.send(message.head)])
            for start in stride(from: 0, to: message.body.count, by: bytes) {
                delivery.steps.append(.pause(pause))
                delivery.steps.append(.send(Array(message.body[start..<min(start + bytes, message.body.count)])))
            }
            return delivery
        }
    }
}
