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
        check.check(value, shape, Place(path: [], sensitivity: .open))
        return check.found
    }

    /// Where a value stands, and whether something around it is sensitive.
    private struct Place {
        var path: [JSONPath.Step]
        var sensitivity: ModelShape.Sensitivity

        func inside(_ step: JSONPath.Step, _ shape: ModelShape) -> Place {
            Place(path: path + [step], sensitivity: sensitivity == .sensitive ? .sensitive : shape.sensitivity)
        }
    }

    private mutating func note(
        _ rule: ShapeViolation.Rule, _ place: Place, _ value: JSONValue? = nil, _ shape: ModelShape? = nil
    ) {
        let isOpen = place.sensitivity == .open && shape?.sensitivity != .sensitive
        found.append(ShapeViolation(rule, at: JSONPath(place.path), shown: isOpen ? value : nil))
    }

    // MARK: Kinds

    private mutating func check(_ value: JSONValue, _ id: ShapeID, _ place: Place) {
        let shape = model[id]
        switch (shape.kind, value) {
        case (.structure(let members), .object(let object)): check(object, members, shape, place)
        case (.union(let members), .object(let object)): checkUnion(object, members, shape, place)
        case (.list(let item), .array(let items)):
            length(items.count, shape, place, value)
            for (index, each) in items.enumerated() { check(each, item, place.inside(.index(index), shape)) }
        case (.map(let key, let item), .object(let object)):
            length(object.count, shape, place, value)
            for entry in object {
                let inner = place.inside(.name(entry.name), shape)
                check(.string(entry.name), key, inner)
                check(entry.value, item, inner)
            }
        case (.string, .string(let text)): check(text, shape, place, value)
        case (.enumeration(let values), .string(let text)):
            if !values.contains(text) { note(.enumeration(values), place, value, shape) }
        case (.blob, .string(let text)): checkBytes(text, shape, place)
        case (.boolean, .bool): break
        case (.integer, .number(let number)):
            guard let whole = number.int64 else { return note(.type(expected: Self.name(shape.kind)), place, value) }
            range(Double(whole), shape, place, value)
        case (.number, .number(let number)):
            range(number.double, shape, place, value)
        case (.document, _): break
        default: note(.type(expected: Self.name(shape.kind)), place, value, shape)
        }
    }

    private mutating func check(
        _ object: JSONObject, _ members: [ModelMember], _ shape: ModelShape, _ place: Place
    ) {
        var known = 0
        for member in members where member.location == .body {
            let inner = place.inside(.name(member.name), shape)
            let value = object[member.name]
            if value != nil { known += 1 }
            if let value, !value.isNull {
                check(value, member.shape, inner)
            } else if member.presence == .required {
                note(.missing, inner)
            }
        }
        if known < object.count { noteUnknown(in: object, members, shape, place) }
    }

    private mutating func noteUnknown(
        in object: JSONObject, _ members: [ModelMember], _ shape: ModelShape, _ place: Place
    ) {
        let names = members.filter { $0.location == .body }.map(\.name)
        for member in object where !names.contains(member.name) {
            note(.unknownMember(known: names), place.inside(.name(member.name), shape))
        }
    }

    private mutating func checkUnion(
        _ object: JSONObject, _ members: [ModelMember], _ shape: ModelShape, _ place: Place
    ) {
        noteUnknown(in: object, members, shape, place)
        let present = members.filter { object[$0.name]?.isNull == false }
        guard present.count == 1 else {
            return note(.notOneMember(shape: shape.name, known: members.map(\.name)), place)
        }
        for member in present {
            if let value = object[member.name] { check(value, member.shape, place.inside(.name(member.name), shape)) }
        }
    }

    // MARK: Constraints

    private mutating func check(_ text: String, _ shape: ModelShape, _ place: Place, _ value: JSONValue) {
        // The service names the pattern before the length.
        if let pattern = shape.pattern, !TextPattern.matches(text, pattern) {
            note(.pattern(pattern), place, value, shape)
        }
        if shape.min != nil || shape.max != nil { length(text.unicodeScalars.count, shape, place, value) }
    }

    private mutating func checkBytes(_ text: String, _ shape: ModelShape, _ place: Place) {
        guard let bytes = try? Base64.decode(text.utf8.span, allowing: .unusedBits) else {
            return note(.base64, place)
        }
        length(bytes.count, shape, place, nil)
    }

    private mutating func length(_ length: Int, _ shape: ModelShape, _ place: Place, _ value: JSONValue?) {
        let (min, max) = (shape.min.map { Int($0) }, shape.max.map { Int($0) })
        if let min, length < min { note(.length(min: min, max: nil), place, value, shape) }
        if let max, length > max { note(.length(min: nil, max: max), place, value, shape) }
    }

    private mutating func range(_ number: Double, _ shape: ModelShape, _ place: Place, _ value: JSONValue) {
        if let min = shape.min, number < min { note(.range(min: min, max: nil), place, value, shape) }
        if let max = shape.max, number > max { note(.range(min: nil, max: max), place, value, shape) }
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
