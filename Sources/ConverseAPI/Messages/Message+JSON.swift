public import JSONText

extension Message {
    /// Reads a message, as a front end stores its conversations.
    ///
    /// - Throws: `JSONShapeError` with the path of a value that has not the type that the API gives it.
    public init(json: JSONValue) throws(JSONShapeError) {
        self = try Self(decoding: json)
    }

    /// The message as JSON.
    public var json: JSONValue { encoded }
}
