import Codes
import JSONText

/// What the readers of a report have in common: members that may be null, and values that are one of a list.
extension JSONCursor {
    /// The member, unless it is absent or null.
    func present(_ name: String) throws(JSONShapeError) -> JSONCursor? {
        guard let member = try optionalMember(name), !member.value.isNull else { return nil }
        return member
    }

    func optional<Value>(
        _ name: String, _ read: (JSONCursor) throws(JSONShapeError) -> Value
    ) throws(JSONShapeError) -> Value? {
        guard let member = try present(name) else { return nil }
        return try read(member)
    }

    func text(_ name: String) throws(JSONShapeError) -> String? { try present(name)?.string() }

    /// What something took, in milliseconds; no more than can be counted and added up (30 years).
    func milliseconds(_ name: String) throws(JSONShapeError) -> Double? {
        guard let member = try present(name) else { return nil }
        let milliseconds = try member.number().double
        guard (0...1e12).contains(milliseconds) else {
            throw member.fault(expected: "milliseconds from 0 to 1000000000000")
        }
        return milliseconds
    }

    func truth(_ name: String) throws(JSONShapeError) -> Bool? { try present(name)?.bool() }

    func list<Element>(_ read: (JSONCursor) throws(JSONShapeError) -> Element) throws(JSONShapeError) -> [Element] {
        var elements: [Element] = []
        for entry in try array() { elements.append(try read(entry)) }
        return elements
    }

    /// The value as a case of an enumeration.
    func choice<Choice: RawRepresentable<String> & CaseIterable>() throws(JSONShapeError) -> Choice {
        let text = try string()
        guard let choice = Choice(rawValue: text) else {
            throw fault(expected: Choice.allCases.map(\.rawValue).joined(separator: ", "))
        }
        return choice
    }

    /// The value as a code.
    func code() throws(JSONShapeError) -> FindingCode {
        guard let code = CodeRegistry.code(spelled: try string()) else {
            throw fault(expected: "a code that this version of doctor knows")
        }
        return code
    }
}
