import EventStream

/// Messages with every type of header, of all sizes.
enum RandomMessages {
    static func message(_ random: inout SeededGenerator) -> EventStreamMessage {
        var headers: [EventStreamHeader] = []
        for index in 0..<Int.random(in: 0...12, using: &random) {
            let name = "\(index)" + random.text(Int.random(in: 0...20, using: &random))
            headers.append(EventStreamHeader(name, value(&random)))
        }
        let size = [0, 1, 15, 16, 17, 300, 5000].randomElement(using: &random) ?? 0
        return EventStreamMessage(headers: headers, payload: random.bytes(size))
    }

    static func value(_ random: inout SeededGenerator) -> EventStreamHeader.Value {
        switch Int.random(in: 0...9, using: &random) {
        case 0: .bool(true)
        case 1: .bool(false)
        case 2: .int8(.random(in: .min ... .max, using: &random))
        case 3: .int16(.random(in: .min ... .max, using: &random))
        case 4: .int32(.random(in: .min ... .max, using: &random))
        case 5: .int64(.random(in: .min ... .max, using: &random))
        case 6: .bytes(random.bytes(Int.random(in: 0...70, using: &random)))
        case 7: .string(random.text(Int.random(in: 0...70, using: &random)))
        case 8: .timestamp(milliseconds: .random(in: .min ... .max, using: &random))
        default: .uuid(EventStreamUUID(high: random.next(), low: random.next()))
        }
    }
}
