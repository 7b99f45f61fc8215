public import JSONText

// The shapes that stand alone, in the body of a request or an answer or in a stored conversation: their ways from JSON
// and back. Members that are not known are kept, also inside content blocks; a required member that is absent is reported
// by `faults()`, not by reading.

extension ConverseRequest {
    /// Reads the body of a request; what is not known in it is kept.
    ///
    /// - Throws: `JSONShapeError` with the path of a value that has not the type that the API gives it.
    public init(json: JSONValue) throws(JSONShapeError) { self = try Self(decoding: json) }

    /// The body as JSON: what was read, with nothing lost, else the members in the order of the API.
    public var json: JSONValue { encoded }

    /// The body as it is sent.
    public var body: [UInt8] { encoded.bytes() }

    /// What the service would refuse for its form alone.
    public func faults() -> [ShapeFault] { allFaults }
}

extension ConverseResponse {
    /// Reads the body of an answer; what is not known in it is kept.
    ///
    /// - Throws: `JSONShapeError` with the path of a value that has not the type that the API gives it.
    public init(json: JSONValue) throws(JSONShapeError) { self = try Self(decoding: json) }

    /// The body as JSON: what was read, with nothing lost.
    public var json: JSONValue { encoded }

    /// Where the answer departs from the API's own description.
    public func faults() -> [ShapeFault] { allFaults }
}

extension Message {
    /// Reads a message, as a front end stores its conversations.
    ///
    /// - Throws: `JSONShapeError` with the path of a value that has not the type that the API gives it.
    public init(json: JSONValue) throws(JSONShapeError) { self = try Self(decoding: json) }

    /// The message as JSON.
    public var json: JSONValue { encoded }
}

extension CountTokensRequest {
    /// Reads the body of a request; what is not known in it is kept.
    ///
    /// - Throws: `JSONShapeError` with the path of a value that has not the type that the API gives it.
    public init(json: JSONValue) throws(JSONShapeError) { self = try Self(decoding: json) }

    /// The body as JSON: what was read, with nothing lost, else the members in the order of the API.
    public var json: JSONValue { encoded }

    /// The body as it is sent.
    public var body: [UInt8] { encoded.bytes() }

    /// What the service would refuse for its form alone.
    public func faults() -> [ShapeFault] { allFaults }
}

extension CountTokensResponse {
    /// Reads the body of an answer; what is not known in it is kept.
    ///
    /// - Throws: `JSONShapeError` with the path of a value that has not the type that the API gives it.
    public init(json: JSONValue) throws(JSONShapeError) { self = try Self(decoding: json) }

    /// The body as JSON: what was read, with nothing lost.
    public var json: JSONValue { encoded }
}

extension ConverseShape {
    fileprivate var allFaults: [ShapeFault] {
        var faults: [ShapeFault] = []
        findFaults(at: .root, in: &faults)
        return faults
    }
}
