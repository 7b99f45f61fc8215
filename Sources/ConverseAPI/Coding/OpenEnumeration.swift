package import JSONText

/// A text of the API with a list of known values, to which the service may add.
package protocol OpenEnumeration: ShapeValue, RawRepresentable where RawValue == String {
    /// Takes a value as it stands on the wire.
    init(rawValue: String)

    /// The values that the API documents.
    static var knownValues: [Self] { get }
}

extension OpenEnumeration {
    package static var vacant: Self { Self(rawValue: "") }

    package init(decoding json: JSONValue) throws(JSONShapeError) {
        self.init(rawValue: try String(decoding: json))
    }

    package var encoded: JSONValue { .string(rawValue) }
}
