package import JSONText

/// A union of the Converse API: on the wire an object with exactly one member, in Swift an enum.
///
/// An object with a member that is not known, with none, or with several is kept whole in `unrecognized`.
package protocol ConverseUnion: ShapeValue {
    /// Keeps a form that is not known.
    static func unrecognized(_ form: JSONObject) -> Self

    /// The form that is not known, if this value is one.
    var unrecognizedForm: JSONObject? { get }

    /// Shows each case to the visitor, in the order of the API.
    static func visitCases<V: UnionVisitor>(_ visitor: inout V) throws(V.Failure) where V.Union == Self
}

extension ConverseUnion {
    package static var vacant: Self { .unrecognized([:]) }

    package init(decoding json: JSONValue) throws(JSONShapeError) {
        guard case .object(let members) = json else { throw JSONShapeError(expected: "an object", found: json) }
        guard members.count == 1, let only = members.first, !only.value.isNull else {
            self = .unrecognized(members)
            return
        }
        var reader = UnionReader<Self>(name: only.name, json: only.value)
        try Self.visitCases(&reader)
        self = reader.result ?? .unrecognized(members)
    }

    package var encoded: JSONValue {
        if let unrecognizedForm { return .object(unrecognizedForm) }
        var writer = UnionWriter(value: self)
        Self.visitCases(&writer)
        return .object(writer.object)
    }

    /// The value as the object that it is on the wire: what stands in for a case that the caller has no way to treat.
    var form: JSONObject { encoded.objectValue ?? [:] }

    package func findFaults(at path: JSONPath, in faults: inout [ShapeFault]) {
        if let unrecognizedForm {
            let names = unrecognizedForm.map(\.name).joined(separator: ", ")
            faults.append(ShapeFault(path: path, problem: .notOneKnownMember(found: names)))
            return
        }
        var finder = UnionFaultFinder(value: self, path: path, faults: faults)
        Self.visitCases(&finder)
        faults = finder.faults
    }
}

/// Reads the only member of a union.
private struct UnionReader<Union: ConverseUnion>: UnionVisitor {
    let name: String
    let json: JSONValue
    var result: Union?

    mutating func member<Value: ShapeValue>(
        _ name: String, _ wrap: (Value) -> Union, _ unwrap: (Union) -> Value?
    ) throws(JSONShapeError) {
        guard result == nil, name == self.name else { return }
        do { result = wrap(try Value(decoding: json)) } catch { throw error.within(name) }
    }
}

/// Writes the case that a union is.
private struct UnionWriter<Union: ConverseUnion>: UnionVisitor {
    let value: Union
    var object: JSONObject = [:]

    mutating func member<Value: ShapeValue>(
        _ name: String, _ wrap: (Value) -> Union, _ unwrap: (Union) -> Value?
    ) throws(Never) {
        guard object.isEmpty, let member = unwrap(value) else { return }
        object = JSONObject(unique: [JSONMember(name: name, value: member.encoded)])
    }
}

/// Looks for faults in the case that a union is.
private struct UnionFaultFinder<Union: ConverseUnion>: UnionVisitor {
    let value: Union
    let path: JSONPath
    var faults: [ShapeFault]

    mutating func member<Value: ShapeValue>(
        _ name: String, _ wrap: (Value) -> Union, _ unwrap: (Union) -> Value?
    ) throws(Never) {
        unwrap(value)?.findFaults(at: path.appending(name), in: &faults)
    }
}
