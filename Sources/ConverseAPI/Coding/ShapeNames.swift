/// Notes the names of a structure's members.
struct MemberNames: ShapeVisitor {
    private var names: [String] = []

    /// The names, in the order of the API.
    ///
    /// Taken as an existential: this is rare, and need not be compiled for each shape.
    static func of(_ shape: any ConverseShape.Type) -> [String] {
        var visitor = MemberNames()
        var vacant: any ConverseShape = shape.vacant
        vacant.visitMembers(&visitor)
        return visitor.names
    }

    mutating func required<Value: ShapeValue>(_ name: String, _ member: inout Value) throws(Never) {
        names.append(name)
    }

    mutating func optional<Value: ShapeValue>(_ name: String, _ member: inout Value?) throws(Never) {
        names.append(name)
    }
}

/// Notes the names of a union's cases.
struct CaseNames<Union: ConverseUnion>: UnionVisitor {
    private(set) var names: [String] = []

    mutating func member<Value: ShapeValue>(
        _ name: String, _ wrap: (Value) -> Union, _ unwrap: (Union) -> Value?
    ) throws(Never) {
        names.append(name)
    }
}
