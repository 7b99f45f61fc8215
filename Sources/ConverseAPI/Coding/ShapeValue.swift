package import JSONText

/// What a member of a shape may be: a scalar, a list, a map, a structure or a union of the Converse API.
///
/// Reading is strict about types and tolerant about everything else: a value of the wrong type is an error with
/// its path, a member or a union case that is not known is kept. So whatever is read is written back with
/// nothing lost.
package protocol ShapeValue: Sendable, Hashable {
    /// What stands for a required member that was absent, and for a shape before its members are read.
    static var vacant: Self { get }

    /// Reads the value from JSON.
    init(decoding json: JSONValue) throws(JSONShapeError)

    /// The value as JSON.
    var encoded: JSONValue { get }

    /// Adds what the service would not accept in this value.
    func findFaults(at path: JSONPath, in faults: inout [ShapeFault])

    /// Whether JSON has several spellings of one value, so that the recorded one must be kept.
    static var spelling: Spelling { get }
}

/// Whether a value has one spelling in JSON.
package enum Spelling {
    /// The value determines its JSON text.
    case determined
    /// One value may be written in several ways, as the integer `8` may be `8.0`.
    case varied
}

extension ShapeValue {
    package func findFaults(at path: JSONPath, in faults: inout [ShapeFault]) {}

    package static var spelling: Spelling { .determined }
}
