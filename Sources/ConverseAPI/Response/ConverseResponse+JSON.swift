public import JSONText

extension ConverseResponse {
    /// Reads the body of an answer.
    ///
    /// Members that are not known are kept, also inside content blocks; a required member that is absent is
    /// reported by ``faults()``, not here.
    ///
    /// - Throws: `JSONShapeError` with the path of a value that has not the type that the API gives it.
    public init(json: JSONValue) throws(JSONShapeError) {
        self = try Self(decoding: json)
    }

    /// The body as JSON: what was read, with nothing lost.
    public var json: JSONValue { encoded }

    /// Where the answer departs from the API's own description.
    public func faults() -> [ShapeFault] {
        var faults: [ShapeFault] = []
        findFaults(at: .root, in: &faults)
        return faults
    }
}
