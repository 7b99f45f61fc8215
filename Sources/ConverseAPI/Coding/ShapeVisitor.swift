/// Visits the members of a shape in the order of the API.
///
/// A shape declares its members once, in ``ConverseShape/visitMembers(_:)``; reading, writing and checking
/// it are visitors.
package protocol ShapeVisitor {
    /// What the visit may throw; `Never` for a visitor that only looks.
    associatedtype Failure: Error

    /// Visits a member that the API requires.
    mutating func required<Value: ShapeValue>(_ name: String, _ member: inout Value) throws(Failure)

    /// Visits a member that may be absent.
    mutating func optional<Value: ShapeValue>(_ name: String, _ member: inout Value?) throws(Failure)
}

/// Visits the cases of a union in the order of the API.
package protocol UnionVisitor {
    /// What the visit may throw; `Never` for a visitor that only looks.
    associatedtype Failure: Error

    /// The union whose cases are visited.
    associatedtype Union: ConverseUnion

    /// Visits one case, with the way into it and the way out of it.
    mutating func member<Value: ShapeValue>(
        _ name: String, _ wrap: (Value) -> Union, _ unwrap: (Union) -> Value?
    ) throws(Failure)
}
