public import JSONText

extension ConverseRequest {
    /// Reads the body of a request.
    ///
    /// Members that are not known are kept, also inside content blocks; a required member that is absent is
    /// reported by ``faults()``, not here.
    ///
    /// - Throws: `JSONShapeError` with the path of a value that has not the type that the API gives it.
    public init(json: JSONValue) throws(JSONShapeError) {
        self = try Self(decoding: json)
    }

    /// The body as JSON: what was read, with nothing lost, else the members in the order of the API.
    public var json: JSONValue { encoded }

    /// The body as it is sent.
    public var body: [UInt8] { encoded.bytes() }

    /// What the service would refuse for its form alone.
    public func faults() -> [ShapeFault] {
        var faults: [ShapeFault] = []
        findFaults(at: .root, in: &faults)
        return faults
    }
}
