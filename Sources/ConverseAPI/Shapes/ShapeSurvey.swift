/// The kind of a member, as the API's own description has it.
package indirect enum ShapeKind: Sendable, Hashable {
    case string, boolean, integer, number, blob, document
    case list(of: ShapeKind)
    case map(of: ShapeKind)
    case structure(String)
    case union(String)
    case enumeration(String)
}

/// A member of a structure or a union.
package struct ShapeMember: Sendable, Hashable {
    package enum Presence: Sendable, Hashable { case required, optional }

    package let name: String
    package let kind: ShapeKind
    package let presence: Presence
}

/// The shapes that can be reached from one, with their members: what the tests hold against the API's description.
package struct ShapeSurvey: Sendable {
    package enum Depth: Sendable { case everyShape, thisShape }

    package private(set) var structures: [String: [ShapeMember]] = [:]
    package private(set) var unions: [String: [ShapeMember]] = [:]
    package private(set) var enumerations: [String: [String]] = [:]
    private let depth: Depth

    package init(depth: Depth = .everyShape) {
        self.depth = depth
    }

    /// The names of a shape's members, in the order of the API.
    static func memberNames(of shape: any ConverseShape.Type) -> [String] {
        var surveyor = ShapeSurveyor(survey: ShapeSurvey(depth: .thisShape))
        var vacant: any ConverseShape = shape.vacant
        vacant.visitMembers(&surveyor)
        return surveyor.members.map(\.name)
    }

    /// Adds a structure and what can be reached from it.
    ///
    /// Taken as an existential, like the others: a survey is rare, and need not be compiled for each shape.
    package mutating func addStructure(_ shape: any ConverseShape.Type) {
        guard depth == .everyShape, structures[shape.shapeName] == nil else { return }
        structures[shape.shapeName] = []
        var surveyor = ShapeSurveyor(survey: self)
        var vacant: any ConverseShape = shape.vacant
        vacant.visitMembers(&surveyor)
        self = surveyor.survey
        structures[shape.shapeName] = surveyor.members
    }

    /// Adds a union and what can be reached from it.
    package mutating func addUnion(_ union: any ConverseUnion.Type) {
        add(union)
    }

    private mutating func add<Union: ConverseUnion>(_ union: Union.Type) {
        guard depth == .everyShape, unions[Union.shapeName] == nil else { return }
        unions[Union.shapeName] = []
        var surveyor = UnionSurveyor<Union>(survey: self)
        Union.visitCases(&surveyor)
        self = surveyor.survey
        unions[Union.shapeName] = surveyor.members
    }

    /// Adds an enumeration.
    package mutating func addEnumeration(_ enumeration: any OpenEnumeration.Type) {
        enumerations["\(enumeration)"] = enumeration.knownRawValues
    }
}

/// Notes the members of a structure.
struct ShapeSurveyor: ShapeVisitor {
    var survey: ShapeSurvey
    var members: [ShapeMember] = []

    mutating func required<Value: ShapeValue>(_ name: String, _ member: inout Value) throws(Never) {
        members.append(ShapeMember(name: name, kind: Value.describe(in: &survey), presence: .required))
    }

    mutating func optional<Value: ShapeValue>(_ name: String, _ member: inout Value?) throws(Never) {
        members.append(ShapeMember(name: name, kind: Value.describe(in: &survey), presence: .optional))
    }
}

/// Notes the cases of a union.
private struct UnionSurveyor<Union: ConverseUnion>: UnionVisitor {
    var survey: ShapeSurvey
    var members: [ShapeMember] = []

    mutating func member<Value: ShapeValue>(
        _ name: String, _ wrap: (Value) -> Union, _ unwrap: (Union) -> Value?
    ) throws(Never) {
        members.append(ShapeMember(name: name, kind: Value.describe(in: &survey), presence: .optional))
    }
}
