package import JSONText
package import ServiceModel
import WireText

/// Holds JSON against a shape of a service model.
///
/// The rules are Smithy's (Smithy 2.0, "Constraint traits"): lengths of texts count Unicode scalar values, a pattern
/// holds for the whole text, as the service applies it.
package struct ShapeCheck {
    private let model: ServiceModel
    private var found: [ShapeViolation] = []
    /// The way to the value that is being looked at; it becomes a path only where something is wrong.
    private var steps: [JSONPath.Step] = []

    private init(_ model: ServiceModel) { self.model = model }

    /// What is wrong with the body of a request of an operation, in the order of the model; `nil` if there is no such
    /// operation.
    package static func violations(
        in body: JSONValue, of operation: String, model: ServiceModel = .bedrockRuntime
    ) -> [ShapeViolation]? {
        model.operations[operation].map { violations(in: body, as: $0.input, model: model) }
    }

    /// What is wrong with a value of a shape, in the order of the model.
    package static func violations(
        in value: JSONValue, as shape: ShapeID, model: ServiceModel = .bedrockRuntime
    ) -> [ShapeViolation] {
        var check = ShapeCheck(model)
        check.steps.reserveCapacity(8)
        check.check(value, shape, .open)
        return check.found
    }

    /// Whether a value, or something around it, is sensitive.
    private typealias Sensitivity = ModelShape.Sensitivity

    /// Does something one step further in.
    private mutating func inside(_ step: JSONPath.Step, _ body: (inout ShapeCheck) -> Void) {
        steps.append(step)
        body(&self)
        steps.removeLast()
    }

    private static func within(_ shape: ModelShape, _ sensitivity: Sensitivity) -> Sensitivity {
        sensitivity == .sensitive ? .sensitive : shape.sensitivity
    }

    private mutating func note(
        _ rule: ShapeViolation.Rule, _ sensitivity: Sensitivity, _ value: JSONValue? = nil, _ shape: ModelShape? = nil
    ) {
        let isOpen = sensitivity == .open && shape?.sensitivity != .sensitive
        found.append(ShapeViolation(rule, at: JSONPath(steps), shown: isOpen ? value : nil))
    }

    // MARK: Kinds

    private mutating func check(_ value: JSONValue, _ id: ShapeID, _ around: Sensitivity) {
        let shape = model[id]
        let inner = Self.within(shape, around)
        switch (shape.kind, value) {
        case (.structure(let members), .object(let object)): check(object, members, inner)
        case (.union(let members), .object(let object)): checkUnion(object, members, shape, around, inner)
        case (.list(let item), .array(let items)):
            length(items.count, shape, around, value)
            for (index, each) in items.enumerated() { inside(.index(index)) { $0.check(each, item, inner) } }
        case (.map(let key, let item), .object(let object)):
            length(object.count, shape, around, value)
            for entry in object {
                inside(.name(entry.name)) {
                    $0.check(.string(entry.name), key, inner)
                    $0.check(entry.value, item, inner)
                }
            }
        case (.string, .string(let text)): check(text, shape, around, value)
        case (.enumeration(let values), .string(let text)):
            if !values.contains(text) { note(.enumeration(values), around, value, shape) }
        case (.blob, .string(let text)): checkBytes(text, shape, around)
        case (.boolean, .bool): break
        case (.integer, .number(let number)):
            guard let whole = number.int64 else { return note(.type(expected: Self.name(shape.kind)), around, value) }
            range(Double(whole), shape, around, value)
        case (.number, .number(let number)):
            range(number.double, shape, around, value)
        case (.document, _): break
        default: note(.type(expected: Self.name(shape.kind)), around, value, shape)
        }
    }

    private mutating func check(_ object: JSONObject, _ members: [ModelMember], _ inner: Sensitivity) {
        var known = 0
        for index in members.indices where Self.isInBody(members, index) {
            // When all that is there was found, the rest is not.
            let value = known == object.count ? nil : Self.value(of: members, index, in: object)
            if value != nil { known += 1 }
            if let value, !value.isNull {
                let member = members[index]
                inside(.name(member.name)) { $0.check(value, member.shape, inner) }
            } else if case .required = members[index].presence {
                inside(.name(members[index].name)) { $0.note(.missing, inner) }
            }
        }
        if known < object.count { noteUnknown(in: object, members, inner) }
    }

    // A request has few of the members that it may have. Through a span they are looked at in place; through the array each
    // would be retained first.

    private static func isInBody(_ members: [ModelMember], _ index: Int) -> Bool {
        let members = members.span
        if case .body = members[index].location { return true }
        return false
    }

    private static func value(of members: [ModelMember], _ index: Int, in object: JSONObject) -> JSONValue? {
        let members = members.span
        return object[members[index].name]
    }

    private mutating func noteUnknown(in object: JSONObject, _ members: [ModelMember], _ inner: Sensitivity) {
        let names = members.filter { $0.location == .body }.map(\.name)
        for member in object where !names.contains(member.name) {
            inside(.name(member.name)) { $0.note(.unknownMember(known: names), inner) }
        }
    }

    private mutating func checkUnion(
        _ object: JSONObject, _ members: [ModelMember], _ shape: ModelShape, _ around: Sensitivity, _ inner: Sensitivity
    ) {
        var known = 0
        var present: [(member: ModelMember, value: JSONValue)] = []
        for index in members.indices where known < object.count {
            guard let value = Self.value(of: members, index, in: object) else { continue }
            known += 1
            if !value.isNull { present.append((members[index], value)) }
        }
        if known < object.count { noteUnknown(in: object, members, inner) }
        guard present.count == 1, let only = present.first else {
            return note(.notOneMember(shape: shape.name, known: members.map(\.name)), around, .object(object), shape)
        }
        inside(.name(only.member.name)) { $0.check(only.value, only.member.shape, inner) }
    }

    // MARK: Constraints

    private mutating func check(_ text: String, _ shape: ModelShape, _ around: Sensitivity, _ value: JSONValue) {
        // The service names the pattern before the length.
        if let pattern = shape.pattern, !TextPattern.matches(text, pattern) {
            note(.pattern(pattern), around, value, shape)
        }
        if shape.min != nil || shape.max != nil { length(text.unicodeScalars.count, shape, around, value) }
    }

    private mutating func checkBytes(_ text: String, _ shape: ModelShape, _ around: Sensitivity) {
        guard let bytes = try? Base64.decode(text.utf8.span, allowing: .unusedBits) else {
            let isUnpadded = (try? Base64.decode(text.utf8.span, allowing: [.unusedBits, .padding])) != nil
            return note(isUnpadded ? .base64Padding : .base64, around)
        }
        length(bytes.count, shape, around, nil)
    }

    private mutating func length(_ length: Int, _ shape: ModelShape, _ around: Sensitivity, _ value: JSONValue?) {
        let (min, max) = (shape.min.map { Int($0) }, shape.max.map { Int($0) })
        if let min, length < min { note(.length(min: min, max: nil), around, value, shape) }
        if let max, length > max { note(.length(min: nil, max: max), around, value, shape) }
    }

    private mutating func range(_ number: Double, _ shape: ModelShape, _ around: Sensitivity, _ value: JSONValue) {
        if let min = shape.min, number < min { note(.range(min: min, max: nil), around, value, shape) }
        if let max = shape.max, number > max { note(.range(min: nil, max: max), around, value, shape) }
    }

    /// A kind as a message names it.
    private static func name(_ kind: ModelShape.Kind) -> String {
        switch kind {
        case .structure, .union, .map: "an object"
        case .list: "an array"
        case .string, .enumeration: "a string"
        case .blob: "a string in base64"
        case .boolean: "true or false"
        case .integer: "a whole number"
        case .number: "a number"
        case .document: "any value"
        }
    }
}
