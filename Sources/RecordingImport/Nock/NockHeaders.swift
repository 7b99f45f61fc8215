import JSONText
import WireText

/// Reads headers as nock has them.
enum NockHeaders {
    /// Those of the answer: `rawHeaders`, names and values in turn, or an object of them, which is called `headers` in old files.
    static func answer(_ definition: JSONCursor) throws(JSONShapeError) -> [HeaderField] {
        guard let cursor = try definition.present(oneOf: RecorderForm.nockHeaders) else { return [] }
        if case .object = cursor.value { return try object(cursor) }
        let words = try cursor.array()
        guard words.count.isMultiple(of: 2) else {
            throw cursor.fault(expected: "names and values in turn", found: "\(words.count) elements")
        }
        var headers: [HeaderField] = []
        for place in stride(from: 0, to: words.count, by: 2) {
            headers.append(HeaderField(try words[place].string(), try words[place + 1].word()))
        }
        return headers
    }

    /// Those that the request must have.
    static func request(_ definition: JSONCursor) throws(JSONShapeError) -> [HeaderField] {
        try definition.present("reqheaders").map { (cursor) throws(JSONShapeError) in try object(cursor) } ?? []
    }

    private static func object(_ cursor: JSONCursor) throws(JSONShapeError) -> [HeaderField] {
        var headers: [HeaderField] = []
        for (name, value) in try cursor.members() {
            if case .array = value.value {
                for element in try value.array() { headers.append(HeaderField(name, try element.word())) }
            } else if let word = try value.optionalWord() {
                headers.append(HeaderField(name, word))
            }
        }
        return headers
    }
}
