package import JSONText

/// A structure of the Converse API.
package protocol ConverseShape: ShapeValue {
    /// What was read beside the known members, and in which form.
    var unmodeled: UnmodeledMembers { get set }

    /// Shows each member to the visitor, in the order of the API.
    mutating func visitMembers<V: ShapeVisitor>(_ visitor: inout V) throws(V.Failure)
}

extension ConverseShape {
    package init(decoding json: JSONValue) throws(JSONShapeError) {
        guard case .object(let members) = json else { throw JSONShapeError(expected: "an object", found: json) }
        var reader = ShapeReader(members)
        var shape = Self.vacant
        try shape.visitMembers(&reader)
        shape.unmodeled = reader.unmodeled(knownNames: MemberNames.of(Self.self))
        self = shape
    }

    package var encoded: JSONValue {
        var writer = ShapeWriter(unmodeled)
        var shape = self
        shape.visitMembers(&writer)
        return .object(writer.object())
    }

    package func findFaults(at path: JSONPath, in faults: inout [ShapeFault]) {
        var finder = ShapeFaultFinder(path: path, absent: unmodeled.absentNames, faults: faults)
        var shape = self
        shape.visitMembers(&finder)
        faults = finder.faults
    }
}
